import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { type AssistantId, isAssistantId } from '@/utils/model/assistant';
import type { DraftTransfer, KeptDrafts, SavedDraft } from '@/utils/model/drafts';
import { answerOf } from './history';
import { watchKey } from './messages';
import { parseOrNull } from './stored-value';
import { parseTransfers } from './transfers-schema';

const KEY = 'carry';
/** In `storage.session`: in memory, gone with the browser, and out of reach of chat sites. */
export async function readTransfers(): Promise<DraftTransfer[]> {
  return parseTransfers((await browser.storage.session.get(KEY))[KEY]);
}

/** Calls back with the transfers from now on; returns how to stop. */
export function watchTransfers(onChange: (transfers: DraftTransfer[]) => void): () => void {
  return watchKey('session', KEY, () => readTransfers().catch(() => []), onChange);
}

export async function writeTransfers(transfers: readonly DraftTransfer[]): Promise<void> {
  if (transfers.length === 0) await browser.storage.session.remove(KEY);
  else await browser.storage.session.set({ [KEY]: transfers });
}

/** The script asks for its order by itself. A page that cannot be scripted now keeps the draft waiting. */
export async function injectCarry(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: ['/carry.js'] }).catch(() => undefined);
}

/** The name of the database, of its store, and of the channel that tells pages of changes. */
const NAME = 'drafts';
const draft = v.object({
  tabId: v.number(),
  text: v.string(),
  at: v.number(),
  begunAt: v.optional(v.number()),
  clearedAt: v.nullable(v.number()),
  isCut: v.optional(v.literal(true)),
});
const row = v.object({ assistantId: v.custom<AssistantId>(isAssistantId), ...draft.entries });
type Row = SavedDraft & { assistantId: AssistantId };

/**
 * Drafts are in IndexedDB and not in `storage.local`: content scripts cannot open the database of an extension in any
 * browser, it survives a crash, and its size does not count towards the quota that the status needs. A row for each
 * draft, so that one can be removed while nothing can be written.
 */
async function openDrafts(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  let isNew = false;
  request.onupgradeneeded = () => {
    isNew = true;
    request.result.createObjectStore(NAME, { keyPath: ['assistantId', 'tabId', 'at'] });
  };
  const database = await answerOf(request);
  // A later version of this extension must not wait for us.
  database.onversionchange = () => database.close();
  if (isNew) await moveFromLocal(database).catch(() => undefined);
  return database;
}

const rowsOf = (drafts: KeptDrafts): Row[] =>
  (Object.entries(drafts) as [AssistantId, SavedDraft[]][]).flatMap(([assistantId, some]) =>
    some.map((one) => ({ assistantId, ...one })),
  );

/** Earlier versions kept them in `storage.local`, where content scripts could read them. */
async function moveFromLocal(database: IDBDatabase): Promise<void> {
  const stored: object = (await browser.storage.local.get(NAME))[NAME] ?? {};
  const drafts = Object.entries(stored).flatMap(([id, some]) => {
    const kept = isAssistantId(id) ? parseOrNull(v.array(draft), some) : null;
    return kept === null ? [] : [[id, kept]];
  });
  await put(database, rowsOf(Object.fromEntries(drafts)));
  await browser.storage.local.remove(NAME);
}

const done = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });

async function put(database: IDBDatabase, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const transaction = database.transaction(NAME, 'readwrite');
  for (const one of rows) transaction.objectStore(NAME).put(one);
  await done(transaction);
}

/** The newest first. One that is damaged does not take the others along. */
async function readRows(database: IDBDatabase): Promise<Row[]> {
  const raw: unknown[] = await answerOf(database.transaction(NAME).objectStore(NAME).getAll());
  const rows = raw.flatMap((one) => parseOrNull(row, one) ?? []) as Row[];
  return rows.sort((one, other) => other.at - one.at);
}

async function withDrafts<T>(job: (database: IDBDatabase) => Promise<T>): Promise<T> {
  const database = await openDrafts();
  try {
    return await job(database);
  } finally {
    database.close();
  }
}

/** On the device, and only while the person wants it: a browser that crashes loses none. */
export async function readDrafts(): Promise<KeptDrafts> {
  const rows = await withDrafts(readRows);
  const drafts: KeptDrafts = {};
  for (const { assistantId, ...one } of rows) drafts[assistantId] = [...(drafts[assistantId] ?? []), one];
  return drafts;
}

/** Calls back with what is kept from now on; returns how to stop. */
export function watchDrafts(onChange: (drafts: KeptDrafts) => void): () => void {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = () => void readDrafts().then(onChange, () => undefined);
  return () => channel.close();
}

function announce(): void {
  const channel = new BroadcastChannel(NAME);
  channel.postMessage(null);
  channel.close();
}

const keyOf = ({ assistantId, tabId, at }: Row) => [assistantId, tabId, at] as const;
const isSame = (one: Row, other: Row) =>
  `${keyOf(one)}` === `${keyOf(other)}` && one.text === other.text && one.clearedAt === other.clearedAt;

/** Removes first, in a transaction of its own: on a full disk that succeeds although what is new cannot be written. */
export async function writeDrafts(drafts: KeptDrafts): Promise<void> {
  const rows = rowsOf(drafts);
  const keys = new Set(rows.map((one) => `${keyOf(one)}`));
  try {
    await withDrafts(async (database) => {
      const before = await readRows(database);
      const transaction = database.transaction(NAME, 'readwrite');
      const store = transaction.objectStore(NAME);
      const stored = await answerOf(store.getAllKeys());
      // Damaged rows are among them.
      for (const key of stored) if (!keys.has(`${key}`)) store.delete(key);
      await done(transaction);
      await put(
        database,
        rows.filter((one) => !before.some((old) => isSame(old, one))),
      );
    });
  } finally {
    announce();
  }
}

/** Where the browser keeps nothing for us there is nothing to be cleared. */
export async function clearDrafts(): Promise<void> {
  const database = await openDrafts().catch(() => null);
  if (database === null) return;
  database.close();
  await writeDrafts({});
}
