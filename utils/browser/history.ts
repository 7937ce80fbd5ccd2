import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import * as v from 'valibot';
import type { AssistantId } from '@/utils/model/assistant';
import { type History, type HistoryEntry, mergeIncident, recentOutages, spansAfter } from '@/utils/model/history';
import { incidentSchema, level, pastTroubleSchema, time } from './status-schema';
import { parseOrNull } from './stored-value';

/** `at` orders the rows in time, epoch milliseconds: when an incident or outage began, when a span ended. */
interface Row {
  assistantId: AssistantId;
  /** Unique in a store for each assistant. */
  id: string | number;
  at: number;
  /** Parsed with `HISTORY_VALUES`. */
  value: unknown;
}

interface Store {
  key: [AssistantId, Row['id']];
  value: Row;
  indexes: { time: [AssistantId, number] };
}

interface HistoryDatabase extends DBSchema {
  incidents: Store;
  troubles: Store;
  spans: Store;
}

const STORES = ['incidents', 'troubles', 'spans'] as const satisfies readonly (keyof HistoryDatabase)[];
type StoreName = (typeof STORES)[number];
type ReadTransaction = IDBPTransaction<HistoryDatabase, typeof STORES>;
type WriteTransaction = IDBPTransaction<HistoryDatabase, typeof STORES, 'readwrite'>;

/**
 * Opens the history, the only store of what happened more than 90 days ago. `Status.past` holds a summary of the last
 * months, so that the popup does not open a database. Rejects if the browser refuses it, as in private windows, or if it
 * was written by a later version.
 */
export async function openHistory(): Promise<IDBPDatabase<HistoryDatabase>> {
  return openDB<HistoryDatabase>('history', 1, {
    // Creates version 1. A later version adds a step by `oldVersion` and keeps the rows.
    upgrade(database) {
      for (const name of STORES) {
        const store = database.createObjectStore(name, { keyPath: ['assistantId', 'id'] });
        store.createIndex('time', ['assistantId', 'at']);
      }
    },
  });
}

/** Runs `job` in one transaction over all stores. The connection closes at its end, so it blocks no upgrade. */
async function writeTo(
  database: IDBPDatabase<HistoryDatabase>,
  job: (transaction: WriteTransaction) => Promise<unknown>,
): Promise<void> {
  const transaction = database.transaction(STORES, 'readwrite');
  database.close();
  await Promise.all([job(transaction), transaction.done]);
}

/** The rows of an assistant between two times, in order. */
const between = (id: AssistantId, from: number, to: number): IDBKeyRange => IDBKeyRange.bound([id, from], [id, to]);

/** Deletes everything. Where the browser refuses the database there is nothing to delete. */
export async function clearHistory(): Promise<void> {
  const database = await openHistory().catch(() => null);
  if (database === null) return;
  await writeTo(database, (transaction) => Promise.all(STORES.map((name) => transaction.objectStore(name).clear())));
}

/** The values of the rows in each store. */
const HISTORY_VALUES: { [Name in keyof History]: v.GenericSchema<unknown, History[Name][number]> } = {
  incidents: incidentSchema,
  troubles: pastTroubleSchema,
  spans: v.object({ from: time, to: time, level }),
};

/** Null if the row is damaged. */
function parseRow<Name extends StoreName>(name: Name, row: Row | undefined): History[Name][number] | null {
  return parseOrNull(HISTORY_VALUES[name], row?.value);
}

export type HistoryRead =
  | {
      kind: 'read';
      histories: Partial<Record<AssistantId, History>>;
      /** How many damaged rows were left out. */
      damaged: number;
      /** Whether there are incidents before `since`. */
      hasOlder: boolean;
    }
  /** The browser refuses the database, or a later version wrote it. */
  | { kind: 'refused' };

async function rowsOf<Name extends StoreName>(
  transaction: ReadTransaction,
  name: Name,
  id: AssistantId,
  since: number,
): Promise<(History[Name][number] | null)[]> {
  const index = transaction.objectStore<StoreName>(name).index('time');
  const rows = await index.getAll(between(id, since, Number.POSITIVE_INFINITY));
  return rows.map((row) => parseRow(name, row));
}

const isSound = <T>(row: T | null): row is T => row !== null;

async function readOne(transaction: ReadTransaction, id: AssistantId, since: number) {
  const [incidents, troubles, spans] = await Promise.all([
    rowsOf(transaction, 'incidents', id, since),
    rowsOf(transaction, 'troubles', id, since),
    rowsOf(transaction, 'spans', id, since),
  ]);
  const index = transaction.objectStore('incidents').index('time');
  const older = since > 0 ? await index.count(between(id, 0, since - 1)) : 0;
  const history: History = {
    incidents: incidents.filter(isSound),
    troubles: troubles.filter(isSound),
    spans: spans.filter(isSound),
  };
  const damaged = [...incidents, ...troubles, ...spans].filter((row) => row === null).length;
  return { id, history, damaged, hasOlder: older > 0 };
}

/** The history of these assistants: what began (spans: ended) since then, epoch milliseconds. Never rejects. */
export async function readHistory(ids: readonly AssistantId[], since: number): Promise<HistoryRead> {
  let database: IDBPDatabase<HistoryDatabase> | null = null;
  try {
    database = await openHistory();
    const transaction = database.transaction(STORES);
    const [read] = await Promise.all([Promise.all(ids.map((id) => readOne(transaction, id, since))), transaction.done]);
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
/** Rows per store and assistant. Two years of the busiest page of 2026 are about 500 incidents. */
const MAX_ROWS = 3_000;

/** Deletes rows that are too old, and the oldest of those that are too many. */
async function prune(transaction: WriteTransaction, name: StoreName, id: AssistantId, oldest: number): Promise<void> {
  const store = transaction.objectStore<StoreName>(name);
  const index = store.index('time');
  const range = between(id, 0, Number.POSITIVE_INFINITY);
  let surplus = (await index.count(range)) - MAX_ROWS;
  for (let row = await index.openKeyCursor(range); row !== null; row = await row.continue()) {
    if (surplus-- <= 0 && row.key[1] >= oldest) return;
    await store.delete(row.primaryKey);
  }
}

/** Adds a reading to the history. The same reading twice changes nothing. Rejects if it cannot be written. */
export async function keepHistory(entry: HistoryEntry): Promise<void> {
  const { assistantId, readAt } = entry;
  await writeTo(await openHistory(), async (transaction) => {
    const put = (name: StoreName, id: Row['id'], at: number, value: unknown) =>
      transaction.objectStore<StoreName>(name).put({ assistantId, id, at, value });

    for (const incident of entry.incidents) {
      const { id, startedAt } = incident;
      // A damaged row counts as missing and is overwritten.
      const earlier = parseRow('incidents', await transaction.objectStore('incidents').get([assistantId, id]));
      await put('incidents', id, startedAt, mergeIncident(earlier, incident));
    }
    for (const trouble of recentOutages(entry)) await put('troubles', trouble.id, trouble.startedAt, trouble);
    const spans = transaction.objectStore('spans').index('time');
    const last = await spans.openCursor(between(assistantId, 0, readAt), 'prev');
    for (const span of spansAfter(parseRow('spans', last?.value), entry)) await put('spans', span.from, span.to, span);
    for (const name of STORES) await prune(transaction, name, assistantId, readAt - KEPT_FOR_MS);
  });
}

/** Deletes the history of one assistant. Rejects if the browser refuses the database. */
export async function forgetHistory(id: AssistantId): Promise<void> {
  // In IndexedDB arrays sort after strings and numbers, so this range holds every key that begins with the id.
  const all = IDBKeyRange.bound([id], [id, []]);
  await writeTo(await openHistory(), (transaction) =>
    Promise.all(STORES.map((name) => transaction.objectStore(name).delete(all))),
  );
}
