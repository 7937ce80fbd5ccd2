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

it('findLicences lists shipped packages at any depth, and unwelcome those with other licenses', () => {
  const shipped = findLicences(LOCK, (folder) => FILES[folder] ?? {});
  expect(shipped).toEqual([
    { name: 'a', licence: 'MIT' },
    { name: 'b', licence: 'GPL-3.0' },
  ]);
  expect(unwelcome(shipped)).toEqual([{ name: 'b', licence: 'GPL-3.0' }]);
});

it('unwelcome rejects a package without a license', () => {
  expect(unwelcome(findLicences(LOCK, () => ({})))).toHaveLength(2);
});

it('unwelcome accepts an exception only for its name and license', () => {
  const polyfill = (licence: string) => [{ name: 'webextension-polyfill', licence }];
  expect(unwelcome(polyfill('MPL-2.0'))).toEqual([]);
  expect(unwelcome(polyfill('GPL-3.0'))).toHaveLength(1);
  expect(unwelcome([{ name: 'another', licence: 'MPL-2.0' }])).toHaveLength(1);
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
