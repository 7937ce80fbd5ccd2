import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '@/package.json';
import { ROOT, readText, sourceFiles } from './source-files';

const documents = [
  ...readdirSync(ROOT)
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ path: name, text: readText(name) })),
  ...sourceFiles('docs', /\.md$/),
];

describe.each(documents)('$path', ({ path: file, text }) => {
  it('leads to files that are there', () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
    const gone = links.filter((link) => !existsSync(path.join(ROOT, path.dirname(file), link)));
    expect(gone).toEqual([]);
  });

  it('names commands that there are', () => {
    const named = [...text.matchAll(/npm run (?:-s )?([a-z][\w:]*)/g)].map(([, script = '']) => script);
    expect(Object.keys(packageJson.scripts)).toEqual(expect.arrayContaining(named));
  });
});

it('every command that CONTRIBUTING.md lists sets up what is missing', () => {
  const table = readText('CONTRIBUTING.md').split('\n## ')[0] ?? '';
  const listed = [...table.matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`npm (?:run )?(?:-s )?([a-z][\w:]*)/g)].map(([, script = '']) => script),
  );
  expect(listed.length).toBeGreaterThan(15);
  const scripts: Record<string, string> = packageJson.scripts;
  const bare = listed.filter((script) => !scripts[script]?.startsWith('node scripts/setup.mjs'));
  expect(bare).toEqual([]);
});

const decisions = sourceFiles('docs/decisions', /^\d.*\.md$/).toSorted((a, b) => a.path.localeCompare(b.path));

it.each(
  decisions.map(
    ({ path: file, text }) => [path.basename(file), Number.parseInt(path.basename(file), 10), text] as const,
  ),
)('the decision %s has its number, its day, its reason and its price', (file, number, text) => {
  expect(file.startsWith(`${String(number).padStart(4, '0')}-`)).toBe(true);
  expect(text).toMatch(new RegExp(`^# ${number}\\. .+\n\n20\\d\\d-\\d\\d-\\d\\d\n`));
  for (const part of ['**Decided.**', '**Why.**', '**What it costs.**']) expect(text).toContain(part);
});
