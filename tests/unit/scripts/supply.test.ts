import { expect, it } from 'vitest';
import { findLicenses, refusedOf } from '@/scripts/supply/licenses';
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

it('findLicenses lists shipped packages at any depth, and refusedOf those with other licenses', () => {
  const shipped = findLicenses(LOCK, (folder) => FILES[folder] ?? {});
  expect(shipped).toEqual([
    { name: 'a', license: 'MIT' },
    { name: 'b', license: 'GPL-3.0' },
  ]);
  expect(refusedOf(shipped)).toEqual([{ name: 'b', license: 'GPL-3.0' }]);
});

it('refusedOf rejects a package without a license', () => {
  expect(refusedOf(findLicenses(LOCK, () => ({})))).toHaveLength(2);
});

it('refusedOf accepts an exception only for its name and license', () => {
  const polyfill = (license: string) => [{ name: 'webextension-polyfill', license }];
  expect(refusedOf(polyfill('MPL-2.0'))).toEqual([]);
  expect(refusedOf(polyfill('GPL-3.0'))).toHaveLength(1);
  expect(refusedOf([{ name: 'another', license: 'MPL-2.0' }])).toHaveLength(1);
});

it.each([[''], ['{"error":{"code":"ENOTFOUND"}}'], ['null'], ['<html>']])(
  'readAudit does not accept %j as an audit',
  (output) => {
    expect(readAudit(output)).toEqual({ kind: 'unanswered' });
  },
);

it('readAudit lists packages with known vulnerabilities', () => {
  expect(readAudit('{"vulnerabilities":{}}')).toEqual({ kind: 'answered', found: [] });
  expect(readAudit('{"vulnerabilities":{"a":{"severity":"low"}}}')).toEqual({ kind: 'answered', found: ['a'] });
});
