import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { english } from '@/tests/fakes/english';
import { FakeStorage } from '@/tests/fakes/fake-storage';
import { NOON } from '@/tests/fakes/samples';

const browser = vi.hoisted(() => ({ storage: {} as unknown, i18n: {}, tabs: {}, permissions: {}, runtime: {} }));
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { createPopupStore } = await import('@/utils/ui/popup/store');

const silent = { addListener: () => undefined, removeListener: () => undefined };

/** Whoever waits for a grant, or its end. */
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

it('what the banner is opens for those alone who have none, also where something is granted before all is read', async () => {
  const store = createPopupStore('1.2.3');
  const stop = store.start();
  // Before storage has answered, nobody is watched, and so nobody has a banner.
  for (const heard of onGranted) heard();
  await vi.waitFor(() => expect(store.getState().view).not.toBeNull());
  await vi.advanceTimersByTimeAsync(1_000);
  expect([...(store.getState().view?.opened ?? [])]).toEqual([]);
  stop();
});
