import config from '@/wxt.config';

export interface Manifest {
  permissions: string[];
  optional_permissions: string[];
  optional_host_permissions: string[];
  host_permissions?: string[];
}

/** What `wxt.config.ts` puts into the manifest of a release. */
export async function manifestFor(browser: 'chrome' | 'firefox'): Promise<Manifest> {
  const { manifest } = config;
  if (typeof manifest !== 'function') throw new Error('The manifest is made by a function');
  return (await manifest({ browser, manifestVersion: 3, mode: 'production', command: 'build' })) as unknown as Manifest;
}
