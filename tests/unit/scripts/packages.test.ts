import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readChangelog } from '@/scripts/packages/changelog';
import { sortFindings } from '@/scripts/packages/lint-firefox';
import { type Files, filesIn, packFiles } from '@/scripts/packages/pack-files';
import { unpack } from '@/scripts/packages/unpack';
import { whyNotReleased } from '@/scripts/packages/why-not-released';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'packages-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const texts = (files: Files) => [...files].map(([name, content]) => [name, new TextDecoder().decode(content)]);

describe('packFiles', () => {
  it('returns the same bytes regardless of order, dates and location', async () => {
    const write = (root: string, names: readonly string[], day: Date) => {
      for (const name of names) {
        const file = path.join(folder, root, name);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, `This is ${name}.`);
        utimesSync(file, day, day);
      }
    };
    write('here', ['b.txt', 'a/c.txt'], new Date('2026-03-01'));
    write('there', ['a/c.txt', 'b.txt'], new Date('2019-08-07'));
    const [here, there] = await Promise.all(
      ['here', 'there'].map((root) => packFiles(filesIn(path.join(folder, root)))),
    );
    expect(here).toEqual(there);
    expect(here).not.toEqual(await packFiles(new Map([['b.txt', bytes('This is b.txt.')]])));
  });

  it('contains the packed files', async () => {
    const files = new Map([
      ['b/c.json', bytes('{}')],
      ['a.txt', bytes('Grüße')],
    ]);
    await unpack(await packFiles(files), folder);
    expect(texts(filesIn(folder)).sort()).toEqual(texts(files).sort());
    expect(texts(filesIn(folder, ['b']))).toEqual([['b/c.json', '{}']]);
  });
});

describe('sortFindings', () => {
  const warning = (file: string) => ({
    code: 'UNSAFE_VAR_ASSIGNMENT',
    message: 'Unsafe assignment to innerHTML',
    file,
  });
  const textOf = (file: string) => (file === 'react.js' ? 'https://react.dev/errors/' : 'ours');

  it('treats the two known assignments of React DOM as known', () => {
    const found = { errors: [], warnings: [warning('react.js'), warning('react.js')] };
    expect(sortFindings(found, textOf)).toEqual({ known: found.warnings, ours: [] });
  });

  it('treats any other finding as ours', () => {
    const other = { code: 'MISSING_KEY', message: 'A key is missing' };
    const found = {
      errors: [other],
      warnings: [warning('react.js'), warning('ours.js'), warning('react.js'), warning('react.js'), other],
    };
    const { ours } = sortFindings(found, textOf);
    expect(ours).toEqual([other, warning('ours.js'), warning('react.js'), other]);
  });
});

describe('a release', () => {
  const changelog = readChangelog(
    '# Changelog\n\n## 1.2.0 (2026-11-30)\n\n- New.\n\n## 1.1.0 (2026-10-01)\n\n- Old.\n',
  );

  it('is the first entry of the changelog', () => {
    expect(changelog).toEqual([
      { version: '1.2.0', when: '2026-11-30', notes: '- New.' },
      { version: '1.1.0', when: '2026-10-01', notes: '- Old.' },
    ]);
    expect(whyNotReleased('v1.2.0', '1.2.0', changelog)).toBeNull();
  });

  it.each([
    ['a tag of another version', 'v1.1.0', '1.2.0', changelog],
    ['a tag of another form', '1.2.0', '1.2.0', changelog],
    ['a version that is not first in the changelog', 'v1.1.0', '1.1.0', changelog],
    ['a version without a date', 'v1.2.0', '1.2.0', readChangelog('## 1.2.0 (not released yet)\n\n- New.')],
    ['a version without notes', 'v1.2.0', '1.2.0', readChangelog('## 1.2.0 (2026-11-30)\n')],
    ['no changelog', 'v1.2.0', '1.2.0', []],
  ])('is rejected for %s', (_, tag, version, entries) => {
    expect(whyNotReleased(tag, version, entries)).not.toBeNull();
  });
});
