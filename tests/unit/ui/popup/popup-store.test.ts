import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { english } from '@/tests/fakes/english';
import { FakeStorage } from '@/tests/fakes/fake-storage';
import { NOON } from '@/tests/fakes/samples';

const browser = vi.hoisted(() => ({ storage: {} as unknown, i18n: {}, tabs: {}, permissions: {}, runtime: {} }));
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { createPopupStore } = await import('@/utils/ui/popup/store');

const silent = { addListener: () => undefined, removeListener: () => undefined };

/** Listeners for added permissions. */
let onGranted: (() => void)[];

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  onGranted = [];
  const storage = new FakeStorage();
  const local = Object.assign(storage.local, { onChanged: silent });
  browser.storage = Object.assign(storage, { local, session: { get: async () => ({}), onChanged: silent } });
  browser.i18n = { getMessage: (key: never, params: string[]) => english(key, ...params), getUILanguage: () => 'en' };
  browser.tabs = { query: async () => [] };
  browser.permissions = {
    contains: async () => true,
    onAdded: { ...silent, addListener: (heard: () => void) => onGranted.push(heard) },
    onRemoved: silent,
  };
  browser.runtime = { sendMessage: async () => ({ value: null }) };
});

afterEach(() => {
  vi.useRealTimers();
});

it('createPopupStore opens no banner explanation for a grant that arrives before storage was read', async () => {
  const store = createPopupStore('1.2.3');
  const stop = store.start();
  // Nobody is watched until storage answers, so nobody has a banner yet.
  for (const heard of onGranted) heard();
  await vi.waitFor(() => expect(store.getState().view).not.toBeNull());
  await vi.advanceTimersByTimeAsync(1_000);
  expect([...(store.getState().view?.opened ?? [])]).toEqual([]);
  stop();
});
