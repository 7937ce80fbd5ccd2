import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeLocks } from '@/tests/fakes/fake-locks';
import { FakeStorage } from '@/tests/fakes/fake-storage';

const browser = vi.hoisted(() => ({
  storage: {} as unknown,
  runtime: { getManifest: () => ({ version: '1.2.3' }) },
  i18n: { getMessage: () => 'en', getUILanguage: () => 'en' },
}));
vi.mock('webextension-polyfill', () => ({ default: browser }));
const minutes = vi.hoisted(() => ({ read: async (_: number): Promise<null> => null }));
vi.mock('@/utils/browser/history', async (original) => ({
  ...(await original<object>()),
  readMinute: (_: unknown, at: number) => minutes.read(at),
}));

const { createHistoryStore } = await import('@/utils/ui/history/store');
const { logFailure } = await import('@/utils/browser/failure-log');

const silent = { addListener: () => undefined, removeListener: () => undefined };
let storage: FakeStorage;
let onHashChange: () => void;

beforeEach(() => {
  onHashChange = () => undefined;
  vi.stubGlobal('navigator', { locks: fakeLocks() });
  vi.stubGlobal('location', { hash: '' });
  vi.stubGlobal('addEventListener', (_: string, heard: () => void) => {
    onHashChange = heard;
  });
  vi.stubGlobal('removeEventListener', () => undefined);
  storage = new FakeStorage();
  const local = Object.assign(storage.local, { onChanged: silent });
  const session = Object.assign(storage.session, { onChanged: silent });
  browser.storage = Object.assign(storage, { local, session });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

async function started(hash: string) {
  location.hash = hash;
  const store = createHistoryStore();
  store.start();
  await vi.waitFor(() => expect(store.getState().isLoaded).toBe(true));
  return store;
}

it('the address of the notification log opens it, also on a page that is open', async () => {
  expect((await started('#log')).getState()).toMatchObject({ isLogOpen: true, place: 'compare' });
  const store = await started('#claude');
  expect(store.getState()).toMatchObject({ isLogOpen: false, place: 'claude' });
  location.hash = '#log';
  onHashChange();
  await vi.waitFor(() => expect(store.getState()).toMatchObject({ isLogOpen: true, place: 'compare' }));
});

it('a bug report includes the version and the log as of the click', async () => {
  const store = await started('#claude');
  store.getState().toggleLog();
  logFailure('writeStatus', new TypeError('secret'));
  const report = () => store.getState().readBugReport().then(JSON.parse);
  await vi.waitFor(async () =>
    expect(await report()).toMatchObject({
      understudy: '1.2.3',
      log: [{ call: 'writeStatus', error: 'TypeError' }],
    }),
  );
  store.getState().toggleLog();
  expect(store.getState().isLogOpen).toBe(false);
});

it('a status that cannot be read is unknown, and the page loads', async () => {
  const get = storage.local.get;
  storage.local.get = async (keys) => {
    if ([keys].flat().includes('status')) throw new Error('Storage cannot be opened');
    return get(keys);
  };
  expect((await started('#claude')).getState().status.storageTrouble).toBe('failing');
});

it('range and tables stay from assistant to assistant, the filter does not', async () => {
  const store = await started('#claude');
  const { setDays, setTable, filter } = store.getState();
  setDays(7);
  setTable(true);
  filter({ text: 'sign-in' });
  location.hash = '#chatgpt';
  onHashChange();
  await vi.waitFor(() => expect(store.getState().place).toBe('chatgpt'));
  expect(store.getState()).toMatchObject({ days: 7, isTable: true, look: { filter: { text: '' } } });
});

it('of two minutes that were asked for, the last one is shown, whichever is found first', async () => {
  const store = await started('#claude');
  const answers = new Map<number, () => void>();
  minutes.read = (at) => new Promise((resolve) => answers.set(at, () => resolve(null)));
  store.getState().askMinute(1);
  store.getState().askMinute(2);
  answers.get(2)?.();
  await vi.waitFor(() => expect(store.getState().minute?.at).toBe(2));
  answers.get(1)?.();
  await Promise.resolve();
  expect(store.getState().minute?.at).toBe(2);
});
