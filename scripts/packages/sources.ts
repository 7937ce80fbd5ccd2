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
 * The sources for Mozilla's reviewers: everything that the packages are built from, the tests, and build instructions;
 * without the documents and workflows that some tests check. Listed one by one, so that stray files in a checkout are not
 * included. A missing file fails the build from the package.
 */
export function sourcesOf(root: string): Files {
  const single = SINGLE.map((name) => [name, readFileSync(path.join(root, name))] as const);
  return new Map([...filesIn(root, FOLDERS), ...single]);
}
