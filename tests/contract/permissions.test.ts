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

/** The first cells of the permission table: every name in backquotes. */
function namesInReadme(): string[] {
  const [, section = ''] = readText('README.md').split('## Permissions');
  const rows = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
  return rows
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''))
    .sort();
}

it('nothing is asked for at install but what cannot be done without', () => {
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

it('the README explains every permission of the manifest, and no other', () => {
  const all = [...manifest.permissions, ...manifest.optional_permissions, ...manifest.optional_host_permissions];
  expect(namesInReadme()).toEqual(all.sort());
});
