import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const browser = vi.hoisted(() => ({ i18n: { getMessage: (): string => '', getUILanguage: () => 'en' } }));
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { haveWords } = await import('@/utils/browser/i18n');

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** How long it waits where the browser has our texts after so many looks, ms. */
async function waited(looks: number): Promise<number> {
  const getMessage = vi.fn(() => (getMessage.mock.calls.length > looks ? 'Understudy' : ''));
  browser.i18n.getMessage = getMessage;
  const from = Date.now();
  const done = haveWords();
  await vi.runAllTimersAsync();
  await done;
  return Date.now() - from;
}

it('waits for no words that are there', async () => {
  expect(await waited(0)).toBe(0);
});

it('waits until they are there', async () => {
  expect(await waited(4)).toBe(200);
});

it('waits for none that never come', async () => {
  expect(await waited(Number.POSITIVE_INFINITY)).toBe(3_000);
});
