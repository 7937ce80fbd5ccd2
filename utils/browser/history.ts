import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import * as v from 'valibot';
import type { AssistantId } from '@/utils/model/assistant';
import {
  type History,
  type HistoryEntry,
  type PastTrouble,
  recentOutages,
  type Signal,
  type Span,
  spansAfter,
} from '@/utils/model/history';
import { IMPACTS, INCIDENT_PHASES, type Incident, PLATFORM_IDS } from '@/utils/model/report';
import {
  type IncidentReading,
  type IncidentRevisions,
  incidentAfter,
  logWithout,
  type StoredMinute,
  weekOf,
  weeksOf,
} from '@/utils/model/revisions';
import { incidentSchema, level, maybeTime, pastTroubleSchema, time, updates } from './status-schema';
import { type FieldsFor, parseOrNull } from './stored-value';

/** `at` orders the rows in time, epoch milliseconds: when an incident or outage began, when a span or signal ended. */
interface Row {
  assistantId: AssistantId;
  /** Unique in a store for each assistant. */
  id: string | number;
  at: number;
  /** Parsed with `HISTORY_VALUES`. */
  value: unknown;
}

/**
 * `weeks` finds every incident of a week in one lookup, however long before it began. There is no index by time: it took
 * a megabyte in forty assistants, and the rows are deleted with their incidents.
 */
interface RevisionsRow extends Omit<Row, 'at'> {
  weeks: [AssistantId, number][];
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
  signals: Store;
  revisions: { key: Store['key']; value: RevisionsRow; indexes: { weeks: [AssistantId, number] } };
}

/** What each store holds. `signals` are the times in which the user's own requests failed. */
interface HistoryValues {
  incidents: Incident;
  troubles: PastTrouble;
  spans: Span;
  signals: Signal;
  revisions: IncidentRevisions;
}

/** The stores whose rows are ordered in time. */
const TIMED_STORES = ['incidents', 'troubles', 'spans', 'signals'] as const;
type TimedStoreName = (typeof TIMED_STORES)[number];
const STORES = [...TIMED_STORES, 'revisions'] as const satisfies readonly (keyof HistoryDatabase)[];
type StoreName = (typeof STORES)[number];
type ReadTransaction = IDBPTransaction<HistoryDatabase, typeof STORES>;
type WriteTransaction = IDBPTransaction<HistoryDatabase, typeof STORES, 'readwrite'>;

const revision = v.object({
  readAt: time,
  title: v.exactOptional(v.string()),
  impact: v.exactOptional(v.picklist(IMPACTS)),
  phase: v.exactOptional(v.picklist(INCIDENT_PHASES)),
  startedAt: v.exactOptional(time),
  resolvedAt: v.exactOptional(maybeTime),
  added: v.optional(v.array(v.number())),
  lost: v.optional(updates(INCIDENT_PHASES)),
  cut: v.optional(updates(INCIDENT_PHASES)),
  mergedFrom: v.optional(time),
});

/** The values of the rows in each store. */
const HISTORY_VALUES = {
  incidents: incidentSchema,
  troubles: pastTroubleSchema,
  spans: v.object({ from: time, to: time, level }),
  signals: v.object({ from: time, to: time }),
  revisions: v.object({
    id: v.string(),
    platform: v.nullable(v.picklist(PLATFORM_IDS)),
    seenAt: maybeTime,
    changes: v.array(revision),
    absences: v.exactOptional(v.array(v.object({ from: time, to: maybeTime }))),
  }),
};

/** Null if the row is missing or damaged. */
function parseRow<Name extends StoreName>(name: Name, row: Pick<Row, 'value'> | undefined): HistoryValues[Name] | null {
  const schemas: { [Name in StoreName]: v.GenericSchema<unknown, HistoryValues[Name]> } =
    HISTORY_VALUES satisfies FieldsFor<HistoryValues, typeof HISTORY_VALUES>;
  return parseOrNull(schemas[name], row?.value);
}

function revisionsRow(
  assistantId: AssistantId,
  revisions: IncidentRevisions,
  incident: Incident,
  readAt: number,
): RevisionsRow {
  const weeks = weeksOf(revisions, incident, readAt).map((week): [AssistantId, number] => [assistantId, week]);
  return { assistantId, id: revisions.id, weeks, value: revisions };
}

/**
 * Opens the history, the only store of what happened more than 95 days ago. `Status.past` holds a summary of the last
 * months, so that the popup does not open a database. Rejects if the browser refuses it, as in private windows, or if it
 * was written by a later version. Version 1 had no signals and no revisions.
 */
export async function openHistory(): Promise<IDBPDatabase<HistoryDatabase>> {
  return openDB<HistoryDatabase>('history', 2, {
    async upgrade(database, oldVersion, _, transaction) {
      for (const name of TIMED_STORES) {
        if (database.objectStoreNames.contains(name)) continue;
        const store = database.createObjectStore(name, { keyPath: ['assistantId', 'id'] });
        store.createIndex('time', ['assistantId', 'at']);
      }
      const revisions = database.createObjectStore('revisions', { keyPath: ['assistantId', 'id'] });
      revisions.createIndex('weeks', 'weeks', { multiEntry: true });
      if (oldVersion === 0) return;
      // When the incidents of version 1 were first seen was not stored. Their later changes are recorded.
      for await (const { value: row } of transaction.objectStore('incidents')) {
        const incident = parseRow('incidents', row);
        if (incident === null) continue;
        const unseen = { id: incident.id, platform: null, seenAt: null, changes: [] };
        await revisions.put(revisionsRow(row.assistantId, unseen, incident, incident.updatedAt));
      }
    },
  });
}

/** The rows of an assistant between two times, in order. */
const between = (id: AssistantId, from: number, to: number): IDBKeyRange => IDBKeyRange.bound([id, from], [id, to]);

/** The rows of the incidents of an assistant that were open in the weeks of two times or between them. */
const inWeeksOf = (id: AssistantId, from: number, to: number): IDBKeyRange =>
  IDBKeyRange.bound([id, weekOf(from)], [id, weekOf(to)]);

type Database = Awaited<ReturnType<typeof openHistory>>;

/** Runs `job` in one transaction over all stores. The connection closes at its end, so it blocks no upgrade. */
async function writeTo(database: Database, job: (transaction: WriteTransaction) => Promise<unknown>): Promise<void> {
  const transaction = database.transaction(STORES, 'readwrite');
  database.close();
  await Promise.all([job(transaction), transaction.done]);
}

/** Rejects where the browser has no databases, also where it throws. */
const deleteWhole = async (): Promise<void> => deleteDB('history');

/**
 * Deletes everything. Where the browser refuses the database there is nothing to delete; one that a later version wrote
 * can't be opened, but is deleted as a whole.
 */
export async function clearHistory(): Promise<void> {
  const database = await openHistory().catch(() => null);
  if (database === null) {
    await Promise.allSettled([deleteWhole()]);
    return;
  }
  await writeTo(database, (transaction) => Promise.all(STORES.map((name) => transaction.objectStore(name).clear())));
}

type HistoryRead =
  | {
      kind: 'read';
      histories: Partial<Record<AssistantId, History>>;
      /** Every outage that this browser met, however long ago. */
      met: Partial<Record<AssistantId, PastTrouble[]>>;
      /** How many damaged rows were left out. */
      damaged: number;
      /** Whether there are incidents before `since`. */
      hasOlder: boolean;
    }
  /** The browser refuses the database, or a later version wrote it. */
  | { kind: 'refused' };

async function rowsOf<Name extends TimedStoreName>(
  transaction: ReadTransaction,
  name: Name,
  id: AssistantId,
  since: number,
): Promise<(HistoryValues[Name] | null)[]> {
  const index = transaction.objectStore<TimedStoreName>(name).index('time');
  const rows = await index.getAll(between(id, since, Number.POSITIVE_INFINITY));
  return rows.map((row) => parseRow(name, row));
}

/** An incident of several weeks is found in each of them. */
async function revisionsSince(transaction: ReadTransaction, id: AssistantId, since: number) {
  const index = transaction.objectStore('revisions').index('weeks');
  const rows = await index.getAll(inWeeksOf(id, since, Number.POSITIVE_INFINITY));
  return [...new Map(rows.map((row) => [row.id, row])).values()].map((row) => parseRow('revisions', row));
}

const isSound = <T>(row: T | null): row is T => row !== null;

async function readOne(transaction: ReadTransaction, id: AssistantId, since: number) {
  const [incidents, troubles, spans, signals, revisions] = await Promise.all([
    rowsOf(transaction, 'incidents', id, since),
    rowsOf(transaction, 'troubles', id, 0),
    rowsOf(transaction, 'spans', id, since),
    rowsOf(transaction, 'signals', id, since),
    revisionsSince(transaction, id, since),
  ]);
  const index = transaction.objectStore('incidents').index('time');
  const older = since > 0 ? await index.count(between(id, 0, since - 1)) : 0;
  const met = troubles.filter(isSound);
  const history: History = {
    incidents: incidents.filter(isSound),
    troubles: met.filter(({ startedAt }) => startedAt >= since),
    spans: spans.filter(isSound),
    signals: signals.filter(isSound),
    revisions: revisions.filter(isSound),
  };
  const damaged = [...incidents, ...troubles, ...spans, ...signals, ...revisions].filter((row) => row === null).length;
  return { id, history, met, damaged, hasOlder: older > 0 };
}

/** The history of these assistants: what began (spans: ended) since then, epoch milliseconds. Never rejects. */
export async function readHistory(ids: readonly AssistantId[], since: number): Promise<HistoryRead> {
  let database: Database | null = null;
  try {
    database = await openHistory();
    const transaction = database.transaction(STORES);
    const [read] = await Promise.all([Promise.all(ids.map((id) => readOne(transaction, id, since))), transaction.done]);
    return {
      kind: 'read',
      histories: Object.fromEntries(read.map(({ id, history }) => [id, history])),
      met: Object.fromEntries(read.map(({ id, met }) => [id, met])),
      damaged: read.reduce((sum, { damaged }) => sum + damaged, 0),
      hasOlder: read.some(({ hasOlder }) => hasOlder),
    };
  } catch {
    return { kind: 'refused' };
  } finally {
    database?.close();
  }
}

/** Longest outage looked for. The index holds starts only, so the search begins this much earlier. */
const LONGEST_OUTAGE_MS = 31 * 24 * 3_600_000;
/** Own messages may fail so much earlier than an outage is said to have begun. */
const EARLIEST_SIGN_MS = 2 * 3_600_000;

const MINUTE_MS = 60_000;

/** The first row that overlaps the time from `from` to `at`; null if none does. Rows of these stores do not overlap. */
async function periodAt<Name extends 'spans' | 'signals'>(
  transaction: ReadTransaction,
  name: Name,
  id: AssistantId,
  at: number,
  from = at,
): Promise<HistoryValues[Name] | null> {
  const index = transaction.objectStore<TimedStoreName>(name).index('time');
  const period = parseRow(name, await index.get(between(id, from, Number.POSITIVE_INFINITY)));
  return period !== null && period.from <= at ? period : null;
}

/** The span of the time at which a minute ends; else, where the readings stop within it, the last one. */
async function spanAt(
  transaction: ReadTransaction,
  id: AssistantId,
  at: number,
): Promise<HistoryValues['spans'] | null> {
  const covering = await periodAt(transaction, 'spans', id, at);
  if (covering !== null) return covering;
  const index = transaction.objectStore('spans').index('time');
  const ended = await index.getAll(between(id, at - MINUTE_MS + 1, at));
  return parseRow('spans', ended.at(-1));
}

async function minuteOf(transaction: ReadTransaction, id: AssistantId, at: number): Promise<StoredMinute> {
  const troubles = transaction.objectStore('troubles').index('time');
  const [span, signal, logs, outages] = await Promise.all([
    spanAt(transaction, id, at),
    // Failures within the minute count, also where they ended before it did.
    periodAt(transaction, 'signals', id, at, at - MINUTE_MS + 1),
    transaction
      .objectStore('revisions')
      .index('weeks')
      .getAll(inWeeksOf(id, at, at)),
    troubles.getAll(between(id, at - LONGEST_OUTAGE_MS, at + EARLIEST_SIGN_MS)),
  ]);
  const incidents = await Promise.all(
    logs.map(async (row) => {
      const incident = parseRow('incidents', await transaction.objectStore('incidents').get([id, row.id]));
      const revisions = parseRow('revisions', row);
      return incident && revisions && { incident, revisions };
    }),
  );
  const met = outages.map((row) => parseRow('troubles', row));
  return { span, signal, incidents: incidents.filter(isSound), troubles: met.filter(isSound) };
}

/**
 * What is stored of the minute that ends then, for each of these assistants. Null if the browser refuses the database. Never
 * rejects.
 */
export async function readMinute(
  ids: readonly AssistantId[],
  at: number,
): Promise<Partial<Record<AssistantId, StoredMinute>> | null> {
  let database: Database | null = null;
  try {
    database = await openHistory();
    const transaction = database.transaction(STORES);
    const read = Promise.all(ids.map(async (id) => [id, await minuteOf(transaction, id, at)] as const));
    const [minutes] = await Promise.all([read, transaction.done]);
    return Object.fromEntries(minutes);
  } catch {
    return null;
  } finally {
    database?.close();
  }
}

const KEPT_FOR_MS = 732 * 24 * 3_600_000;
/** Rows per store and assistant. Two years of the busiest page of 2026 are about 500 incidents. */
const MAX_ROWS = 3_000;

/** Deletes rows that are too old, and the oldest of those that are too many. */
async function prune(
  transaction: WriteTransaction,
  name: TimedStoreName,
  id: AssistantId,
  oldest: number,
): Promise<void> {
  const store = transaction.objectStore<TimedStoreName>(name);
  const index = store.index('time');
  const range = between(id, 0, Number.POSITIVE_INFINITY);
  let surplus = (await index.count(range)) - MAX_ROWS;
  for (let row = await index.openKeyCursor(range); row !== null; row = await row.continue()) {
    if (surplus-- <= 0 && row.key[1] >= oldest) return;
    await store.delete(row.primaryKey);
    if (name === 'incidents') await transaction.objectStore('revisions').delete(row.primaryKey);
  }
}

const DAY_MS = 24 * 3_600_000;

/** Deletes the rows that are too old of every assistant: one that is no longer read keeps them no longer than others. */
async function pruneAll(transaction: WriteTransaction, name: TimedStoreName, oldest: number): Promise<void> {
  const ids: AssistantId[] = [];
  // The first row of each assistant is its oldest.
  let row = await transaction.objectStore<TimedStoreName>(name).index('time').openKeyCursor();
  while (row !== null) {
    const [id, at] = row.key;
    if (at < oldest) ids.push(id);
    row = await row.continue([id, Number.POSITIVE_INFINITY]);
  }
  for (const id of ids) await prune(transaction, name, id, oldest);
}

/** Stores an incident, and what has changed in it since it was stored before. */
async function keepIncident(transaction: WriteTransaction, assistantId: AssistantId, reading: IncidentReading) {
  const { id } = reading.incident;
  const [incidents, logs] = [transaction.objectStore('incidents'), transaction.objectStore('revisions')];
  const [stored, log] = await Promise.all([incidents.get([assistantId, id]), logs.get([assistantId, id])]);
  // A damaged row counts as missing and is overwritten.
  const known = parseRow('revisions', log);
  const { incident, revisions } = incidentAfter(parseRow('incidents', stored), known, reading);
  await incidents.put({ assistantId, id, at: incident.startedAt, value: incident });
  const row = revisionsRow(assistantId, revisions, incident, reading.readAt);
  // Most readings show no change, and an open incident enters a new week at times.
  if (revisions !== known || row.weeks.length > (log?.weeks.length ?? 0)) await logs.put(row);
}

/** An incident of the week before may be gone in the first reading of this one. */
const UNLISTED_WITHIN_MS = 7 * 24 * 3_600_000;

/** Records which of the open incidents this reading no longer lists. `lastAt` is the time of the reading before. */
async function keepAbsences(transaction: WriteTransaction, entry: HistoryEntry, lastAt: number): Promise<void> {
  const { assistantId, readAt } = entry;
  const logs = transaction.objectStore('revisions');
  const listed = new Set(entry.incidents.filter((one) => one.readAt === readAt).map(({ incident }) => incident.id));
  const rows = await logs.index('weeks').getAll(inWeeksOf(assistantId, lastAt - UNLISTED_WITHIN_MS, readAt));
  for (const row of rows) {
    if (listed.has(String(row.id))) continue;
    const incident = parseRow('incidents', await transaction.objectStore('incidents').get([assistantId, row.id]));
    const known = parseRow('revisions', row);
    if (incident === null || known === null) continue;
    const log = logWithout(known, incident, entry);
    if (log !== known) await logs.put(revisionsRow(assistantId, log, incident, readAt));
  }
}

/** Adds a reading to the history. The same reading twice changes nothing. Rejects if it cannot be written. */
export async function keepHistory(entry: HistoryEntry): Promise<void> {
  const { assistantId, readAt, signal } = entry;
  await writeTo(await openHistory(), async (transaction) => {
    const put = (name: 'troubles' | 'spans' | 'signals', id: Row['id'], at: number, value: unknown) =>
      transaction.objectStore<TimedStoreName>(name).put({ assistantId, id, at, value } as never);

    for (const reading of entry.incidents) await keepIncident(transaction, assistantId, reading);
    const spans = transaction.objectStore('spans').index('time');
    const cursor = await spans.openCursor(between(assistantId, 0, readAt), 'prev');
    const last = parseRow('spans', cursor?.value);
    const lastAt = last?.to ?? readAt;
    for (const trouble of recentOutages(entry, lastAt)) await put('troubles', trouble.id, trouble.startedAt, trouble);
    await keepAbsences(transaction, entry, lastAt);
    for (const span of spansAfter(last, entry)) await put('spans', span.from, span.to, span);
    if (signal !== null) await put('signals', signal.from, signal.to, signal);
    const oldest = readAt - KEPT_FOR_MS;
    const isFirstOfDay = Math.floor(lastAt / DAY_MS) !== Math.floor(readAt / DAY_MS);
    for (const name of TIMED_STORES) {
      await prune(transaction, name, assistantId, oldest);
      if (isFirstOfDay) await pruneAll(transaction, name, oldest);
    }
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
