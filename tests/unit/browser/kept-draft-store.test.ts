import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeStorage } from '@/tests/fakes/fake-storage';
import { MINUTE, NOON } from '@/tests/fakes/samples';
import type { KeptDrafts, SavedDraft } from '@/utils/model/drafts';

const browser = vi.hoisted(() => ({ storage: {} as unknown }));
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { clearDrafts, readDrafts, watchDrafts, writeDrafts } = await import('@/utils/browser/drafts-store');

let storage: FakeStorage;
beforeEach(() => {
  storage = new FakeStorage();
  browser.storage = storage;
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => void vi.restoreAllMocks());

const draft = (over: Partial<SavedDraft> = {}): SavedDraft => ({
  tabId: 1,
  text: 'Half a thought',
  at: NOON,
  clearedAt: null,
  ...over,
});
const DRAFTS: KeptDrafts = {
  claude: [draft(), draft({ tabId: 2, at: NOON - MINUTE, clearedAt: NOON, isCut: true })],
  gemini: [draft({ text: 'Another' })],
};

it('readDrafts returns the written drafts, newest first', async () => {
  expect(await readDrafts()).toEqual({});
  await writeDrafts({ ...DRAFTS, claude: [...(DRAFTS.claude ?? [])].reverse() });
  expect(await readDrafts()).toEqual(DRAFTS);
});

it('writeDrafts uses no storage area that content scripts can read', async () => {
  await writeDrafts(DRAFTS);
  expect(storage.stored).toEqual({ local: {}, session: {}, sync: {} });
});

it('writeDrafts deletes drafts that are no longer passed', async () => {
  await writeDrafts(DRAFTS);
  await writeDrafts({ claude: [draft({ text: 'A whole thought' })] });
  expect(await readDrafts()).toEqual({ claude: [draft({ text: 'A whole thought' })] });
  await writeDrafts({});
  expect(await readDrafts()).toEqual({});
});

it('writeDrafts deletes drafts even when the disk is full', async () => {
  await writeDrafts(DRAFTS);
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('No room', 'QuotaExceededError');
  });
  await expect(writeDrafts({ gemini: [draft({ text: 'New' })] })).rejects.toThrow();
  expect(await readDrafts()).toEqual({ gemini: [draft({ text: 'Another' })] });
  await writeDrafts({});
  expect(await readDrafts()).toEqual({});
});

it('clearDrafts deletes everything and resolves when the database is unavailable', async () => {
  await writeDrafts(DRAFTS);
  await clearDrafts();
  expect(await readDrafts()).toEqual({});
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('Not in private windows', 'InvalidStateError');
    },
  });
  await expect(clearDrafts()).resolves.toBeUndefined();
  await expect(readDrafts()).rejects.toThrow();
});

it('readDrafts moves valid drafts of earlier versions out of local storage', async () => {
  storage.stored.local = { drafts: { claude: [draft()], gemini: 'sunny', nobody: [draft()] }, status: 1 };
  expect(await readDrafts()).toEqual({ claude: [draft()] });
  expect(storage.stored.local).toEqual({ status: 1 });
});

it('readDrafts skips a damaged row, and the next write deletes it', async () => {
  await writeDrafts(DRAFTS);
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('drafts', 1);
    opening.onsuccess = () => resolve(opening.result);
  });
  database
    .transaction('drafts', 'readwrite')
    .objectStore('drafts')
    .put({ assistantId: 'claude', tabId: 9, at: NOON, text: 7 });
  database.close();
  expect(await readDrafts()).toEqual(DRAFTS);
  await writeDrafts(DRAFTS);
  expect(await readDrafts()).toEqual(DRAFTS);
});

describe('watchDrafts', () => {
  it('notifies about each change until it is stopped', async () => {
    const heard: KeptDrafts[] = [];
    const stop = watchDrafts((drafts) => heard.push(drafts));
    await writeDrafts(DRAFTS);
    await vi.waitFor(() => expect(heard).toEqual([DRAFTS]));
    stop();
    await writeDrafts({});
    await readDrafts();
    expect(heard).toHaveLength(1);
  });
});
