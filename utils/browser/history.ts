import * as v from 'valibot';
import type { AssistantId } from '@/utils/model/assistant';
import { type History, type HistoryEntry, mergeIncident, recentOutages, spansAfter } from '@/utils/model/history';
import { incidentSchema, level, pastTroubleSchema, time } from './status-schema';
import { parseOrNull } from './stored-value';

export const STORES = ['incidents', 'troubles', 'spans'] as const;

export const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/**
 * A row is `{ assistantId, id, at, value }`: whose it is, what makes it the same row, where it lies in time (epoch
 * milliseconds), and what is kept. Rejects where the browser refuses it, as private windows may, and where what lies there is of a newer version.
 */
export async function openHistory(): Promise<IDBDatabase> {
  const request = indexedDB.open('history', 1);
  // From version 0, which is nothing. A later version adds its own step, by `oldVersion`; what is kept stays.
  request.onupgradeneeded = () => {
    for (const name of STORES) {
      const store = request.result.createObjectStore(name, { keyPath: ['assistantId', 'id'] });
      store.createIndex('time', ['assistantId', 'at']);
    }
  };
  return answerOf(request);
}

/** What lies between two moments, in the order of time. */
export const between = (id: AssistantId, from: number, to: number): IDBKeyRange =>
  IDBKeyRange.bound([id, from], [id, to]);

/** Where the browser keeps nothing for us there is nothing to be cleared. */
export async function clearHistory(): Promise<void> {
  const database = await openHistory().catch(() => null);
  if (database === null) return;
  const transaction = database.transaction(STORES, 'readwrite');
  // It closes once all of this is written, or has failed.
  database.close();
  await Promise.all(STORES.map((name) => answerOf(transaction.objectStore(name).clear())));
}

/** What is kept in the rows of each store. */
export const HISTORY_VALUES: { [Store in keyof History]: v.GenericSchema<unknown, History[Store][number]> } = {
  incidents: incidentSchema,
  troubles: pastTroubleSchema,
  spans: v.object({ from: time, to: time, level }),
};

/** Null where it does not fit. */
export function parseRow<Store extends keyof History>(store: Store, raw: unknown): History[Store][number] | null {
  return parseOrNull(HISTORY_VALUES[store], (raw as { value?: unknown } | undefined)?.value);
}

/** What is kept of each, as far as it could be read. */
export type HistoryRead =
  | {
      kind: 'read';
      histories: Partial<Record<AssistantId, History>>;
      /** How many rows were left out because they do not fit. */
      damaged: number;
      /** Whether there is more from before. */
      hasOlder: boolean;
    }
  /** The browser keeps nothing for us here, or what it kept cannot be opened. */
  | { kind: 'refused' };

async function rowsOf<Store extends keyof History>(
  transaction: IDBTransaction,
  name: Store,
  id: AssistantId,
  since: number,
): Promise<(History[Store][number] | null)[]> {
  const index = transaction.objectStore(name).index('time');
  const rows = await answerOf(index.getAll(between(id, since, Number.POSITIVE_INFINITY)));
  return rows.map((raw) => parseRow(name, raw));
}

const isWhole = <T>(row: T | null): row is T => row !== null;

async function readOne(transaction: IDBTransaction, id: AssistantId, since: number) {
  const [incidents, troubles, spans] = await Promise.all([
    rowsOf(transaction, 'incidents', id, since),
    rowsOf(transaction, 'troubles', id, since),
    rowsOf(transaction, 'spans', id, since),
  ]);
  const index = transaction.objectStore('incidents').index('time');
  const older = since > 0 ? await answerOf(index.count(between(id, 0, since - 1))) : 0;
  const history: History = {
    incidents: incidents.filter(isWhole),
    troubles: troubles.filter(isWhole),
    spans: spans.filter(isWhole),
  };
  const damaged = [...incidents, ...troubles, ...spans].filter((row) => row === null).length;
  return { id, history, damaged, hasOlder: older > 0 };
}

/**
 * What is kept of these assistants that began (stretches: ended) since then, epoch milliseconds. Our pages only read.
 * Never rejects.
 */
export async function readHistory(ids: readonly AssistantId[], since: number): Promise<HistoryRead> {
  let database: IDBDatabase | null = null;
  try {
    database = await openHistory();
    const transaction = database.transaction(STORES);
    const read = await Promise.all(ids.map((id) => readOne(transaction, id, since)));
    return {
      kind: 'read',
      histories: Object.fromEntries(read.map(({ id, history }) => [id, history])),
      damaged: read.reduce((sum, { damaged }) => sum + damaged, 0),
      hasOlder: read.some(({ hasOlder }) => hasOlder),
    };
  } catch {
    return { kind: 'refused' };
  } finally {
    database?.close();
  }
}

const KEPT_FOR_MS = 732 * 24 * 3_600_000;
/** Rows of each store and assistant: two years of the busiest page of 2026 are about 500 incidents. */
const MOST = 3_000;

/** Strikes what is too old, and the oldest of what is too much. */
async function prune(store: IDBObjectStore, id: AssistantId, oldest: number): Promise<void> {
  const index = store.index('time');
  const range = between(id, 0, Number.POSITIVE_INFINITY);
  let surplus = (await answerOf(index.count(range))) - MOST;
  const walk = index.openKeyCursor(range);
  for (let row = await answerOf(walk); row !== null; row = await answerOf(walk)) {
    if (surplus-- <= 0 && (row.key as [string, number])[1] >= oldest) return;
    store.delete(row.primaryKey);
    row.continue();
  }
}

/** Adds what was read to the history, once however often it is told. Rejects where nothing can be kept. */
export async function keepHistory(entry: HistoryEntry): Promise<void> {
  const { assistantId, readAt } = entry;
  const database = await openHistory();
  const transaction = database.transaction(STORES, 'readwrite');
  // It closes once all of this is written, or has failed.
  database.close();
  const storeOf = (name: keyof History) => transaction.objectStore(name);
  const put = (name: keyof History, id: string | number, at: number, value: History[keyof History][number]) =>
    storeOf(name).put({ assistantId, id, at, value });

  for (const incident of entry.incidents) {
    const { id, startedAt } = incident;
    // What is damaged is as if it were not there: it is written over, and stops nothing.
    const earlier = parseRow('incidents', await answerOf(storeOf('incidents').get([assistantId, id])));
    put('incidents', id, startedAt, mergeIncident(earlier, incident));
  }
  for (const trouble of recentOutages(entry)) put('troubles', trouble.id, trouble.startedAt, trouble);
  const before = storeOf('spans')
    .index('time')
    .openCursor(between(assistantId, 0, readAt), 'prev');
  for (const span of spansAfter(parseRow('spans', (await answerOf(before))?.value), entry)) {
    put('spans', span.from, span.to, span);
  }
  for (const name of STORES) await prune(storeOf(name), assistantId, readAt - KEPT_FOR_MS);
}

/** Strikes all that is kept of one assistant. Rejects where the browser keeps nothing for us. */
export async function forgetHistory(id: AssistantId): Promise<void> {
  const database = await openHistory();
  const transaction = database.transaction(STORES, 'readwrite');
  // It closes once all of this is written, or has failed.
  database.close();
  // Lists come after texts and numbers: all that begins with the id lies before this.
  const all = IDBKeyRange.bound([id], [id, []]);
  await Promise.all(STORES.map((name) => answerOf(transaction.objectStore(name).delete(all))));
}
