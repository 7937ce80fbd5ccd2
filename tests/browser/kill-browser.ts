import { readlinkSync } from 'node:fs';
import path from 'node:path';
import { expect } from './expect';
import type { OpenedChromium } from './open-chromium';

/** The browser process of a profile: Chromium's profile lock is a link to `host-pid`. */
function pidOf(profile: string): number {
  return Number(readlinkSync(path.join(profile, 'SingletonLock')).split('-').at(-1));
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Kills the browser process, like a crash or power loss. The profile stays. */
export async function killBrowser({ context }: OpenedChromium, profile: string): Promise<void> {
  const pid = pidOf(profile);
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
  process.kill(pid, 'SIGKILL');
  await closed;
  await expect.poll(() => isAlive(pid)).toBe(false);
}
