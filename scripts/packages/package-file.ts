import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import packageJson from '@/package.json';

/** Writes a package to `.output/packages/<name>-<version>-<suffix>.zip` below a root; returns its path. */
export function writePackage(root: string, suffix: string, bytes: Uint8Array): string {
  const file = path.join(root, '.output/packages', `${packageJson.name}-${packageJson.version}-${suffix}.zip`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return file;
}
