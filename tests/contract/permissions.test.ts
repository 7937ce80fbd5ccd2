import { expect, it } from 'vitest';
import config from '@/wxt.config';
import { readText } from './source-files';

interface Manifest {
  permissions: string[];
  optional_permissions: string[];
  optional_host_permissions: string[];
  host_permissions?: string[];
}

const { manifest: make } = config;
if (typeof make !== 'function') throw new Error('The manifest is made by a function');
const manifest = (await make({
  browser: 'chrome',
  manifestVersion: 3,
  mode: 'production',
  command: 'build',
})) as unknown as Manifest;

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
