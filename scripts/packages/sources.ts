import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Files, filesIn } from './pack-files';

const FOLDERS = ['components', 'entrypoints', 'public', 'scripts', 'tests', 'utils'] as const;
const SINGLE = [
  '.gitignore',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'PRIVACY.md',
  'README.md',
  'biome.json',
  'docs/store/for-reviewers.md',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
  'wxt.config.ts',
] as const;

/**
 * What Mozilla's reviewers are given: all that the packages are made of, the tests, and how to build it; not the documents
 * and workflows that some tests hold to it. Named here one by one, so that nothing that merely lies about in a checkout
 * goes along; whatever were missing would fail the build from it.
 */
export function sourcesOf(root: string): Files {
  const single = SINGLE.map((name) => [name, readFileSync(path.join(root, name))] as const);
  return new Map([...filesIn(root, FOLDERS), ...single]);
}
