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

/** Time in ms that it waits if the messages are available after this many attempts. */
async function waited(looks: number): Promise<number> {
  const getMessage = vi.fn(() => (getMessage.mock.calls.length > looks ? 'Understudy' : ''));
  browser.i18n.getMessage = getMessage;
  const from = Date.now();
  const done = haveWords();
  await vi.runAllTimersAsync();
  await done;
  return Date.now() - from;
}

it('haveWords does not wait when messages are available', async () => {
  expect(await waited(0)).toBe(0);
});

it('haveWords waits until messages are available', async () => {
  expect(await waited(4)).toBe(200);
});

it('haveWords stops waiting after three seconds', async () => {
  expect(await waited(Number.POSITIVE_INFINITY)).toBe(3_000);
});
