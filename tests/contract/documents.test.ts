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

describe.each(documents)('$path', ({ path: file, text }) => {
  it('has only links to existing files', () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
    const gone = links.filter((link) => !existsSync(path.join(ROOT, path.dirname(file), link)));
    expect(gone).toEqual([]);
  });
});
