import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, readText, sourceFiles } from './source-files';

const documents = [
  ...readdirSync(ROOT)
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ path: name, text: readText(name) })),
  ...sourceFiles('docs', /\.md$/),
];

/** Folders of the repository, and those in `utils` that documents name without it. */
const FOLDERS = ['.ci', '.github', 'components', 'docs', 'entrypoints', 'public', 'scripts', 'tests', 'utils'];
const SHORT_FOLDERS = readdirSync(path.join(ROOT, 'utils'));
const inFolder = (folder: string) => readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' });
const FILE_NAMES = new Set([...readdirSync(ROOT), ...FOLDERS.flatMap(inFolder)].map((file) => path.basename(file)));

const isFound = (name: string): boolean =>
  ['', '.ts', '.tsx'].some((ending) => existsSync(path.join(ROOT, `${name}${ending}`)));

/** Whether a text in backticks names a file or folder of the repository that is not there. */
function isGone(name: string): boolean {
  const [first = '', ...others] = name.replace(/\/$/, '').split('/');
  // A placeholder stands for many files, and an address or a type of content is no path.
  if (!/^[\w@./-]+$/.test(name) || first === '') return false;
  if (others.length === 0) return /\.(?:tsx?|css)$/.test(name) && !FILE_NAMES.has(name);
  if (FOLDERS.includes(first)) return !isFound(name);
  return SHORT_FOLDERS.includes(first) && !isFound(`utils/${name}`);
}

it('a name in backticks counts as gone if it looks like a path of the repository and is none', () => {
  const there = ['utils/model/report.ts', 'utils/opinions', 'tests/unit/', 'model/status.ts', 'app/round', 'ports.ts'];
  const others = ['group/query', 'https://*/*', 'utils/<name>.ts', 'popup.html', '/proc', '.output/chrome-mv3', 'a/b'];
  expect([...there, ...others].filter(isGone)).toEqual([]);
  const gone = ['utils/model/gone.ts', 'utils/gone', 'model/gone.ts', 'app/gone', 'gone.ts', 'tests/unit/gone.test.ts'];
  expect(gone.filter(isGone)).toEqual(gone);
});

describe.each(documents)('$path', ({ path: file, text }) => {
  it('has only links to existing files', () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
    const gone = links.filter((link) => !existsSync(path.join(ROOT, path.dirname(file), link)));
    expect(gone).toEqual([]);
  });

  it('names only paths that exist', () => {
    const names = [...text.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name);
    expect(names.filter(isGone)).toEqual([]);
  });
});
