import { expect, it } from 'vitest';
import { findLicences, unwelcome } from '@/scripts/supply/licences';
import { readAudit } from '@/scripts/supply/read-audit';

const LOCK = {
  packages: {
    '': { dependencies: { a: '1' } },
    'node_modules/a': { dependencies: { b: '1' } },
    'node_modules/a/node_modules/b': { dependencies: { a: '1' } },
    'node_modules/b': {},
    'node_modules/dev': {},
  },
};
const FILES: Record<string, object> = {
  'node_modules/a': { license: 'MIT' },
  'node_modules/a/node_modules/b': { license: 'GPL-3.0' },
};

it('whatever is shipped is named with its licence, however deep it lies, and what is not on the list is refused', () => {
  const shipped = findLicences(LOCK, (folder) => FILES[folder] ?? {});
  expect(shipped).toEqual([
    { name: 'a', licence: 'MIT' },
    { name: 'b', licence: 'GPL-3.0' },
  ]);
  expect(unwelcome(shipped)).toEqual([{ name: 'b', licence: 'GPL-3.0' }]);
});

it('a package that does not say its licence is refused', () => {
  expect(unwelcome(findLicences(LOCK, () => ({})))).toHaveLength(2);
});

it('what is welcome as it is, is so by its name and under that licence alone', () => {
  const polyfill = (licence: string) => [{ name: 'webextension-polyfill', licence }];
  expect(unwelcome(polyfill('MPL-2.0'))).toEqual([]);
  expect(unwelcome(polyfill('GPL-3.0'))).toHaveLength(1);
  expect(unwelcome([{ name: 'another', licence: 'MPL-2.0' }])).toHaveLength(1);
});

it.each([[''], ['{"error":{"code":"ENOTFOUND"}}'], ['null'], ['<html>']])('%j is no audit', (output) => {
  expect(readAudit(output)).toEqual({ kind: 'unanswered' });
});

it('an audit tells what has a known defect', () => {
  expect(readAudit('{"vulnerabilities":{}}')).toEqual({ kind: 'answered', found: [] });
  expect(readAudit('{"vulnerabilities":{"a":{"severity":"low"}}}')).toEqual({ kind: 'answered', found: ['a'] });
});
