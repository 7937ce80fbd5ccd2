import { expect } from '@playwright/test';
import type { Understudy } from './understudy';

/** Tells the whole browser that it has no line, the worker included. */
export async function goOffline({ context, worker }: Understudy): Promise<void> {
  await context.setOffline(true);
  await expect.poll(() => worker.evaluate(() => navigator.onLine)).toBe(false);
}
