import { beforeEach, expect, it, vi } from 'vitest';
import { fakeLocks } from '@/tests/fakes/fake-locks';
import { FakeStorage } from '@/tests/fakes/fake-storage';

const browser = vi.hoisted(() => ({
  storage: {} as unknown,
  i18n: { getMessage: () => 'en', getUILanguage: () => 'en' },
  runtime: {},
  permissions: {} as unknown,
}));
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { setSyncing } = await import('@/utils/ui/options/settings');
const { changeOptions } = await import('@/utils/ui/options-access');
const { createOptionsStore } = await import('@/utils/ui/options/store');

type Listener = (changes: object, area: string) => void;

let storage: FakeStorage;
let stop: () => void;
let store: ReturnType<typeof createOptionsStore>;

/** A storage that reports changes, as the browser does, to every page of the extension. */
function reporting(fake: FakeStorage): FakeStorage {
  const listeners = new Set<Listener>();
  const { set, clear } = fake.local;
  const report = (keys: string[]) => {
    for (const listener of listeners) listener(Object.fromEntries(keys.map((key) => [key, {}])), 'local');
  };
  fake.local.set = async (values) => {
    await set(values);
    report(Object.keys(values));
  };
  fake.local.clear = async () => {
    const keys = Object.keys(fake.stored.local);
    await clear();
    report(keys);
  };
  return Object.assign(fake, {
    onChanged: {
      addListener: (listener: Listener) => void listeners.add(listener),
      removeListener: (listener: Listener) => void listeners.delete(listener),
    },
  });
}

const silent = { addListener: () => undefined, removeListener: () => undefined };

beforeEach(() => {
  storage = reporting(new FakeStorage());
  browser.storage = storage;
  browser.permissions = {
    getAll: async () => ({}),
    contains: async () => false,
    onAdded: silent,
    onRemoved: silent,
  };
  vi.stubGlobal('navigator', { locks: fakeLocks() });
  vi.stubGlobal('location', { hash: '' });
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
  store = createOptionsStore(async () => ({ kind: 'lists_nothing' }));
  stop = store.start();
  return () => stop();
});

const isSyncing = () => store.getState().sync.isOn;

it('the options page follows the switch of sync: in another window, and when everything is erased', async () => {
  await setSyncing(true);
  await vi.waitFor(() => expect(isSyncing()).toBe(true));
  await storage.local.clear();
  await vi.waitFor(() => expect(isSyncing()).toBe(false));
});

it('the options page says at once that a choice is too large to be synced', async () => {
  await setSyncing(true);
  const ownChats = [1, 2, 3, 4, 5].map((id) => ({
    id: String(id),
    name: 'x',
    url: `https://chat${id}.example/${'x'.repeat(1_900)}`,
  }));
  await changeOptions((options) => ({ ...options, ownChats }));
  await vi.waitFor(() => expect(store.getState().sync.tooLarge).toEqual(['ownChats']));
});
