import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeStorage } from '@/tests/fakes/fake-storage';
import { MINUTE, NOON } from '@/tests/fakes/samples';
import type { DraftTransfer, SavedDraft } from '@/utils/model/drafts';

const browser = vi.hoisted(() => ({ storage: {} as unknown, tabs: {} as unknown, scripting: {} as unknown }));
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { changeDrafts, clearDrafts, injectDraftTransfer, readDrafts, watchDrafts } = await import(
  '@/utils/browser/drafts-store'
);

let storage: FakeStorage;
beforeEach(() => {
  storage = new FakeStorage();
  browser.storage = storage;
  vi.stubGlobal('indexedDB', new IDBFactory());
});

const draft = (over: Partial<SavedDraft> = {}): SavedDraft =>
  ({ state: 'typed', assistantId: 'claude', tabId: 1, text: 'Half a thought', at: NOON, ...over }) as SavedDraft;
const DRAFTS: SavedDraft[] = [
  draft(),
  draft({ assistantId: 'gemini', text: 'Another' }),
  draft({ tabId: 2, at: NOON - MINUTE, state: 'cleared', clearedAt: NOON, isCut: true }),
  draft({ tabId: 3, at: NOON - 2 * MINUTE, state: 'waiting' }),
];
const writeDrafts = (drafts: readonly SavedDraft[]) => changeDrafts('saved', () => drafts);

it('readDrafts reads the saved drafts, the newest first', async () => {
  expect(await readDrafts('saved')).toEqual([]);
  await writeDrafts([...DRAFTS].reverse());
  expect(await readDrafts('saved')).toEqual(DRAFTS);
});

it('changeDrafts writes saved drafts to no storage area that content scripts can read', async () => {
  await writeDrafts(DRAFTS);
  expect(storage.stored).toEqual({ local: {}, session: {}, sync: {} });
});

it('changeDrafts deletes saved drafts that the step leaves out', async () => {
  await writeDrafts(DRAFTS);
  await writeDrafts([draft({ text: 'A whole thought' })]);
  expect(await readDrafts('saved')).toEqual([draft({ text: 'A whole thought' })]);
  await writeDrafts([]);
  expect(await readDrafts('saved')).toEqual([]);
});

it('changeDrafts deletes saved drafts even when the disk is full', async () => {
  await writeDrafts(DRAFTS);
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('No room', 'QuotaExceededError');
  });
  await expect(writeDrafts([draft({ assistantId: 'gemini', text: 'New' })])).rejects.toThrow();
  expect(await readDrafts('saved')).toEqual([draft({ assistantId: 'gemini', text: 'Another' })]);
  await writeDrafts([]);
  expect(await readDrafts('saved')).toEqual([]);
});

it('changeDrafts adds before it deletes, so that a draft with another key is never missing', async () => {
  await writeDrafts([draft()]);
  const calls: string[] = [];
  for (const name of ['put', 'delete'] as const) {
    const original = IDBObjectStore.prototype[name] as (...args: unknown[]) => unknown;
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (this: unknown, ...args: unknown[]) {
      calls.push(name);
      return original.apply(this, args) as never;
    });
  }
  await writeDrafts([draft({ tabId: 9 })]);
  expect(calls).toEqual(['put', 'delete']);
  expect(await readDrafts('saved')).toEqual([draft({ tabId: 9 })]);
});

it('clearDrafts deletes everything and resolves when the database is unavailable', async () => {
  await writeDrafts(DRAFTS);
  await clearDrafts();
  expect(await readDrafts('saved')).toEqual([]);
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('Not in private windows', 'InvalidStateError');
    },
  });
  await expect(clearDrafts()).resolves.toBeUndefined();
  await expect(readDrafts('saved')).rejects.toThrow();
});

it('readDrafts moves drafts of earlier versions out of local storage, without the damaged ones', async () => {
  const old = { tabId: 1, text: 'Half a thought', at: NOON, clearedAt: null };
  storage.stored.local = { drafts: { claude: [old], gemini: 'sunny', nobody: [old] }, status: 1 };
  expect(await readDrafts('saved')).toEqual([draft()]);
  expect(storage.stored.local).toEqual({ status: 1 });
});

/** The object store of a second connection, past the code under test. */
async function withRawStore(job: (store: IDBObjectStore) => unknown): Promise<void> {
  const opening = indexedDB.open('drafts', 1);
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  const database = opening.result;
  const transaction = database.transaction('drafts', 'readwrite');
  job(transaction.objectStore('drafts'));
  await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  database.close();
}

const putRows = (...rows: object[]) =>
  withRawStore((store) => {
    for (const row of rows) store.put(row);
  });

async function countRows(): Promise<number | undefined> {
  let counting: IDBRequest<number> | undefined;
  await withRawStore((store) => {
    counting = store.count();
  });
  return counting?.result;
}

it('readDrafts leaves out a damaged row, which the next write deletes', async () => {
  await writeDrafts(DRAFTS);
  await putRows({ assistantId: 'claude', tabId: 9, at: NOON, text: 7 });
  expect(await countRows()).toBe(DRAFTS.length + 1);
  expect(await readDrafts('saved')).toEqual(DRAFTS);
  await writeDrafts([...DRAFTS]);
  expect(await readDrafts('saved')).toEqual(DRAFTS);
  expect(await countRows()).toBe(DRAFTS.length);
});

it('readDrafts reads rows of earlier versions, which had no state', async () => {
  await readDrafts('saved');
  const old = { assistantId: 'claude', tabId: 1, text: 'Half a thought', at: NOON, clearedAt: null };
  await putRows(old, { ...old, tabId: 2, at: NOON - MINUTE, clearedAt: NOON, isCut: true });
  expect(await readDrafts('saved')).toEqual([DRAFTS[0], DRAFTS[2]]);
});

describe('transfers', () => {
  const ONE = { from: 'claude', to: 'chatgpt', text: 'Hello', startedAt: 5, tabId: 3 };
  const read = (transfers: unknown) => {
    storage.stored.session = { transfers };
    return readDrafts('transfers');
  };

  it('are in session storage, never on disk', async () => {
    const next = { ...ONE, state: 'in_transit', id: 1, originTabId: null, isPrivate: true } as DraftTransfer;
    await changeDrafts('transfers', () => [next]);
    expect(storage.stored).toEqual({ local: {}, session: { transfers: [next] }, sync: {} });
    expect(await readDrafts('transfers')).toEqual([next]);
    await changeDrafts('transfers', () => []);
    expect(storage.stored.session).toEqual({});
  });

  it('reads the single transfer that earlier versions stored', async () => {
    expect(await read(ONE)).toEqual([{ ...ONE, state: 'in_transit', id: 5, originTabId: null, isPrivate: false }]);
  });

  it.each<[string, unknown, number]>([
    ['nothing', undefined, 0],
    ['null', null, 0],
    [
      'a list',
      [
        { ...ONE, id: 1 },
        { ...ONE, id: 2, isPrivate: true, originTabId: 7, hasFiles: true },
      ],
      2,
    ],
    ['a damaged entry beside a sound one', [{ ...ONE, text: 7 }, ONE], 1],
    ['something else', 'Hello', 0],
  ])('reads %s', async (_, stored, count) => {
    expect(await read(stored)).toHaveLength(count);
  });
});

describe('pages', () => {
  it('hear of each change until they stop listening', async () => {
    const heard: (readonly SavedDraft[])[] = [];
    const stop = watchDrafts('saved', (drafts) => heard.push(drafts));
    await writeDrafts(DRAFTS);
    await vi.waitFor(() => expect(heard).toEqual([DRAFTS]));
    stop();
    await writeDrafts([]);
    await readDrafts('saved');
    expect(heard).toHaveLength(1);
  });
});

describe('injectDraftTransfer', () => {
  const calls: unknown[] = [];
  const tabIs = (tab: object | null) => {
    calls.length = 0;
    browser.tabs = {
      get: async () => tab ?? Promise.reject(new Error('No tab with id 3')),
      reload: async (id: number) => calls.push(['reload', id]),
    };
    browser.scripting = { executeScript: async ({ target }: { target: object }) => calls.push(['inject', target]) };
  };

  it('reloads a tab that the browser has discarded, which gets the script once it has loaded', async () => {
    tabIs({ discarded: true });
    await injectDraftTransfer(3);
    expect(calls).toEqual([['reload', 3]]);
  });

  it('injects the script into any other tab', async () => {
    tabIs({ discarded: false });
    await injectDraftTransfer(3);
    expect(calls).toEqual([['inject', { tabId: 3 }]]);
  });

  it('does not reject when the tab is gone', async () => {
    tabIs(null);
    browser.scripting = { executeScript: () => Promise.reject(new Error('No tab with id 3')) };
    await expect(injectDraftTransfer(3)).resolves.toBeUndefined();
  });
});
