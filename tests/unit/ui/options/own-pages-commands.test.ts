import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeLocks } from '@/tests/fakes/fake-locks';
import { FakeStorage } from '@/tests/fakes/fake-storage';
import { HOUSE_BOT, MINUTE, NOON } from '@/tests/fakes/samples';
import { OPTIONS_SHAPE } from '@/utils/browser/options-schema';
import { serialize } from '@/utils/browser/stored-value';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import type { WatchablePage } from '@/utils/model/status-page';
import { NOTHING_LOADED } from '@/utils/ui/options/state';
import { setPageRegistry } from '@/utils/ui/page-registry';

const browser = vi.hoisted(() => ({ storage: {} as unknown, runtime: { sendMessage: async () => undefined } }));
vi.mock('webextension-polyfill', () => ({ default: browser }));
const forgetHistory = vi.hoisted(() => vi.fn(async () => undefined));
vi.mock('@/utils/browser/history', () => ({ forgetHistory }));

const { readOptions, withOptionsLock } = await import('@/utils/browser/storage');
const { ownPagesActions } = await import('@/utils/ui/options/own-pages');

const documentOf = (id: string) => `https://pages.example.org/api/status-page/${id}/summary/active`;
const foundPage = (pageId: string): WatchablePage => ({
  platform: 'flashduty',
  address: 'https://pages.example.org',
  pageId,
  isCorsOpen: false,
  name: `Page ${pageId}`,
  components: [{ id: 'c1', name: 'Chat', group: null, level: 'operational', word: 'operational' }],
  openIncidents: 0,
});

const OPTIONS: Options = {
  ...DEFAULT_OPTIONS,
  watched: ['claude', 'page:1'],
  // Stored without the slash at its end.
  ownPages: [{ ...HOUSE_BOT, address: 'https://status.house.example' }],
};

let storage: FakeStorage;

beforeEach(() => {
  storage = new FakeStorage();
  storage.stored.local.options = serialize(OPTIONS_SHAPE, OPTIONS);
  browser.storage = storage;
  vi.stubGlobal('navigator', { locks: fakeLocks() });
  forgetHistory.mockClear();
});

afterEach(() => {
  vi.useRealTimers();
});

const { addOwnPage, lookForPage, removeOwnPage } = ownPagesActions(
  { get: () => NOTHING_LOADED, set: () => undefined },
  async () => ({ kind: 'lists_nothing' }),
);

/** Waits for every change that has begun, and for what follows it. */
async function settled(): Promise<void> {
  await withOptionsLock(async () => undefined);
  await new Promise((resolve) => setImmediate(resolve));
}

it('removeOwnPage deletes a page with its history', async () => {
  removeOwnPage('page:1');
  await settled();
  expect((await readOptions()).ownPages).toEqual([]);
  expect(forgetHistory).toHaveBeenCalledWith('page:1');
});

it('removeOwnPage keeps the history of a page that could not be removed', async () => {
  storage.failing.local = 'writes';
  removeOwnPage('page:1');
  await settled();
  expect((await readOptions()).ownPages).toEqual(OPTIONS.ownPages);
  expect(forgetHistory).not.toHaveBeenCalled();
});

it('pages of Flashduty on one host are told apart by their ids, which are in their addresses', async () => {
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] });
  const choice = { name: '', partIds: ['c1'], chat: '' };
  expect(addOwnPage(foundPage('1'), choice)).toBeNull();
  await settled();
  setPageRegistry(await readOptions());
  expect(lookForPage(documentOf('1'))).toBe('already_there');
  expect(lookForPage('https://pages.example.org/')).toBe('already_there');
  expect(lookForPage(documentOf('2'))).toBeNull();
  vi.setSystemTime(NOON + MINUTE);
  expect(addOwnPage(foundPage('2'), choice)).toBeNull();
  await settled();
  expect((await readOptions()).ownPages.map(({ pageId }) => pageId)).toEqual([null, '1', '2']);
});
