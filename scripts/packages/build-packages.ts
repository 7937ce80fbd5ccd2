import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { filesIn, packFiles } from './pack-files';

export const FIREFOX_BUNDLE = '.output/firefox-mv3';
const CHROMIUM_BUNDLE = '.output/chrome-mv3';

function run(root: string, command: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed in ${root}:\n${stdout}\n${stderr}`);
}

/** Installs from the lockfile, like a reviewer with the sources only. */
export function installIn(root: string): void {
  run(root, 'npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Builds and packs the Firefox bundle below a root. */
export async function buildFirefox(root: string): Promise<Uint8Array> {
  run(root, 'npx', ['--no-install', 'wxt', 'build', '-b', 'firefox', '--mv3']);
  return packFiles(filesIn(path.join(root, FIREFOX_BUNDLE)));
}

/** Builds and packs both bundles below a root, by store. Edge gets Chrome's bundle. */
export async function buildPackages(root: string): Promise<Map<'chrome' | 'edge' | 'firefox', Uint8Array>> {
  run(root, 'npx', ['--no-install', 'wxt', 'build']);
  const chromium = await packFiles(filesIn(path.join(root, CHROMIUM_BUNDLE)));
  const firefox = await buildFirefox(root);
  return new Map([
    ['chrome', chromium],
    ['edge', chromium],
    ['firefox', firefox],
  ]);
}
