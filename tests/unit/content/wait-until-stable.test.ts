import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WAIT_OPTIONS, waitUntilStable } from '@/utils/content/draft/wait';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Waits for a value that depends on the time in ms; returns the result and when it came. */
async function waitOn(seenAt: (ms: number) => string | null, options: Partial<typeof WAIT_OPTIONS> = {}) {
  const start = Date.now();
  const isSame = (one: string, other: string) => one === other;
  const wait = waitUntilStable(() => seenAt(Date.now() - start), isSame, { ...WAIT_OPTIONS, ...options });
  const end = wait.then((result) => ({ result, afterMs: Date.now() - start }));
  await vi.runAllTimersAsync();
  return end;
}

describe('waitUntilStable', () => {
  it('returns a value that is stable for a second', async () => {
    expect(await waitOn(() => 'composer')).toEqual({ result: 'composer', afterMs: 1_000 });
  });

  it('restarts the second after a change', async () => {
    const outcome = await waitOn((ms) => (ms < 950 ? 'early' : 'late'));
    expect(outcome).toEqual({ result: 'late', afterMs: 2_000 });
  });

  it('waits for a value that appears late or again', async () => {
    const outcome = await waitOn((ms) => (ms < 5_000 || (ms > 5_500 && ms < 9_000) ? null : 'composer'));
    expect(outcome).toEqual({ result: 'composer', afterMs: 10_000 });
  });

  it('returns null after two minutes without a value', async () => {
    expect(await waitOn(() => null)).toEqual({ result: null, afterMs: 120_000 });
  });

  it('returns null for a value that keeps changing and leaves no timer', async () => {
    expect(await waitOn((ms) => String(ms), { timeoutMs: 3_000 })).toEqual({ result: null, afterMs: 3_000 });
    expect(vi.getTimerCount()).toBe(0);
  });
});
