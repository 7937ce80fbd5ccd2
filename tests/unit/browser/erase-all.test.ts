import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, expect, it, vi } from 'vitest';
import { FakeStorage } from '@/tests/fakes/fake-storage';
import { anIncident, aTransfer, HOUR, NOON } from '@/tests/fakes/samples';
import type { SavedDraft } from '@/utils/model/drafts';
import type { HistoryEntry } from '@/utils/model/history';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { EMPTY_STATUS } from '@/utils/model/status';

const browser = vi.hoisted(() => ({ storage: {} as unknown }));
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { changeDrafts, readDrafts } = await import('@/utils/browser/drafts-store');
const { keepHistory, openHistory } = await import('@/utils/browser/history');
const { eraseAll, oncePerBrowserSession, writeOptions, writeStatus } = await import('@/utils/browser/storage');

const ENTRY: HistoryEntry = {
  assistantId: 'claude',
  readAt: NOON,
  platform: 'statuspage',
  level: 'degraded',
  incidents: [{ incident: anIncident(), platform: 'statuspage', readAt: NOON }],
  signal: { from: NOON - HOUR, to: NOON },
  troubles: [
    {
      id: 'met',
      assistantId: 'claude',
      source: 'page',
      title: null,
      peak: 'degraded',
      startedAt: NOON - HOUR,
      sensedAt: null,
      seenAt: NOON - HOUR,
      endedAt: NOON,
      isEndKnown: true,
      isExplained: false,
      url: null,
    },
  ],
};
const DRAFT: SavedDraft = { state: 'typed', assistantId: 'claude', tabId: 1, text: 'Half a thought', at: NOON };
const TRANSFER = aTransfer({ tabId: 3, isPrivate: true });

let storage: FakeStorage;
beforeEach(() => {
  storage = new FakeStorage();
  browser.storage = storage;
  vi.stubGlobal('indexedDB', new IDBFactory());
});

/** The number of rows in each store of the history. */
async function historyRows(): Promise<Record<string, number>> {
  const database = await openHistory();
  const names = [...database.objectStoreNames];
  const counts = await Promise.all(names.map(async (name) => [name, await database.count(name)] as const));
  database.close();
  return Object.fromEntries(counts);
}

it('eraseAll empties the history, the drafts, local storage and session storage', async () => {
  await writeStatus({ ...EMPTY_STATUS, snoozes: { claude: NOON } });
  await writeOptions(DEFAULT_OPTIONS);
  await keepHistory(ENTRY);
  await changeDrafts('saved', () => [DRAFT]);
  await changeDrafts('transfers', () => [TRANSFER]);
  const before = await historyRows();
  expect(Object.entries(before).filter(([, count]) => count === 0)).toEqual([]);
  expect(Object.keys(storage.stored.local)).toEqual(expect.arrayContaining(['status', 'options']));
  expect(storage.stored.session).toMatchObject({ transfers: [TRANSFER] });
  expect(await readDrafts('saved')).toEqual([DRAFT]);

  await eraseAll();
  expect(await historyRows()).toEqual(Object.fromEntries(Object.keys(before).map((name) => [name, 0])));
  expect(await readDrafts('saved')).toEqual([]);
  expect(storage.stored).toEqual({ local: {}, session: {}, sync: {} });
});

it('eraseAll also erases a reading that is still being written to the history, for which nothing waits', async () => {
  const writing = keepHistory(ENTRY);
  await eraseAll();
  await writing;
  expect(Object.entries(await historyRows()).filter(([, count]) => count > 0)).toEqual([]);
});

it('eraseAll starts no new browser session, which would give up the tabs of drafts typed since', async () => {
  const detach = vi.fn(async () => changeDrafts('saved', (saved) => saved.map((draft) => ({ ...draft, tabId: -2 }))));
  await oncePerBrowserSession('draftsDetached', detach);
  await eraseAll();
  await changeDrafts('saved', () => [DRAFT]);
  await oncePerBrowserSession('draftsDetached', detach);
  expect(await readDrafts('saved')).toEqual([DRAFT]);
});

it('eraseAll deletes what a later version of the extension has stored', async () => {
  for (const name of ['history', 'drafts']) {
    const database = await openDB(name, 9, { upgrade: (created) => void created.createObjectStore('later') });
    await database.put('later', 'a text', 'key');
    database.close();
  }
  await eraseAll();
  expect(await indexedDB.databases()).toEqual([]);
});
