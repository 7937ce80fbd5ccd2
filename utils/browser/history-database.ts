import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import * as v from 'valibot';
import type { AssistantId } from '@/utils/model/assistant';
import type { PastTrouble, Signal, Span } from '@/utils/model/history';
import { IMPACTS, INCIDENT_PHASES, type Incident, PLATFORM_IDS } from '@/utils/model/report';
import { type IncidentRevisions, weekOf, weeksOf } from '@/utils/model/revisions';
import { incidentSchema, level, maybeTime, pastTroubleSchema, time, updates } from './status-schema';
import { parseOrNull } from './stored-value';

/** `at` orders the rows in time, epoch milliseconds: when an incident or outage began, when a span or signal ended. */
export interface Row {
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
export interface RevisionsRow extends Omit<Row, 'at'> {
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
export interface HistoryValues {
  incidents: Incident;
  troubles: PastTrouble;
  spans: Span;
  signals: Signal;
  revisions: IncidentRevisions;
}

/** The stores whose rows are ordered in time. */
export const TIMED_STORES = ['incidents', 'troubles', 'spans', 'signals'] as const;
export type TimedStoreName = (typeof TIMED_STORES)[number];
export const STORES = [...TIMED_STORES, 'revisions'] as const satisfies readonly (keyof HistoryDatabase)[];
export type StoreName = (typeof STORES)[number];
export type ReadTransaction = IDBPTransaction<HistoryDatabase, typeof STORES>;
export type WriteTransaction = IDBPTransaction<HistoryDatabase, typeof STORES, 'readwrite'>;

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
const HISTORY_VALUES: { [Name in StoreName]: v.GenericSchema<unknown, HistoryValues[Name]> } = {
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
export function parseRow<Name extends StoreName>(
  name: Name,
  row: Pick<Row, 'value'> | undefined,
): HistoryValues[Name] | null {
  return parseOrNull(HISTORY_VALUES[name], row?.value);
}

export function revisionsRow(
  assistantId: AssistantId,
  revisions: IncidentRevisions,
  incident: Incident,
  readAt: number,
): RevisionsRow {
  const weeks = weeksOf(revisions, incident, readAt).map((week): [AssistantId, number] => [assistantId, week]);
  return { assistantId, id: revisions.id, weeks, value: revisions };
}

/**
 * Opens the history, the only store of what happened more than 90 days ago. `Status.past` holds a summary of the last
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
export const between = (id: AssistantId, from: number, to: number): IDBKeyRange =>
  IDBKeyRange.bound([id, from], [id, to]);

/** The rows of the incidents of an assistant that were open in the weeks of two times or between them. */
export const inWeeksOf = (id: AssistantId, from: number, to: number): IDBKeyRange =>
  IDBKeyRange.bound([id, weekOf(from)], [id, weekOf(to)]);
