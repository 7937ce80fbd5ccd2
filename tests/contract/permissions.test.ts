import { expect, it } from 'vitest';
import { manifestFor } from './manifest';
import { readText } from './source-files';

const manifest = await manifestFor('chrome');

/** The names in backquotes in the first column of the tables in docs/permissions.md. */
function documentedNames(): string[] {
  const rows = readText('docs/permissions.md')
    .split('\n')
    .filter((line) => line.startsWith('|'));
  return rows
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
    .sort();
}

it('the manifest requires no hosts and only the listed permissions', () => {
  expect(manifest.permissions).toEqual([
    'storage',
    'alarms',
    'notifications',
    'scripting',
    'activeTab',
    'contextMenus',
    'sidePanel',
  ]);
  expect(manifest.host_permissions).toBeUndefined();
  expect(manifest.optional_permissions).toEqual(['webRequest']);
});

it('docs/permissions.md explains exactly the permissions of the manifest', () => {
  const all = [...manifest.permissions, ...manifest.optional_permissions, ...manifest.optional_host_permissions];
  expect(documentedNames()).toEqual(all.sort());
});
