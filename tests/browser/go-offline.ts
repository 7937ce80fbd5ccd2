import { expect } from './expect';
import type { Understudy } from './understudy';

/** Takes the whole browser offline, including the worker. */
export async function goOffline({ context, worker }: Understudy): Promise<void> {
  await context.setOffline(true);
  await expect.poll(() => worker.evaluate(() => navigator.onLine)).toBe(false);
}
