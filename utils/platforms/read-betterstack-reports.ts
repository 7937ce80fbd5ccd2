import { type Level, worstOf } from '@/utils/model/level';
import type { IncidentPhase, Maintenance, MaintenancePhase, StatusComponent } from '@/utils/model/report';
import type { RawReport, RawUpdate } from './betterstack-schema';
import { levelOfWord } from './betterstack-words';
import { impactOfLevel } from './impact-of-level';
import { latestOf } from './latest-of';
import { plainLine } from './plain-text';
import { pastOrNull, type StatedIncident } from './reported';
import { timeOf } from './times';
import { closedAtBy, updatesOf } from './updates-of';

/** What a report needs to know of the rest of the page. */
export interface Surroundings {
  components: readonly StatusComponent[];
  updates: ReadonlyMap<string, RawUpdate>;
  /** The newest moment that the page is known to be of, epoch milliseconds; null when it states none. */
  newest: number | null;
  /** When the document was read, epoch milliseconds. */
  readAt?: number | undefined;
}

const isResolved = ({ attributes }: RawReport): boolean => attributes.aggregate_state === 'resolved';

const rawUpdatesOf = (raw: RawReport, { updates }: Surroundings): RawUpdate[] =>
  (raw.relationships?.status_updates?.data ?? []).flatMap(({ id }) => updates.get(id) ?? []);

const atOf = ({ attributes }: RawUpdate) => timeOf(attributes.published_at);

/** What updates say of the resources. They are deltas: of each resource the newest one that names it counts, by time. */
function affectedByUpdates(raw: RawReport, around: Surroundings) {
  const newestFirst = rawUpdatesOf(raw, around).sort((a, b) => (atOf(b) ?? 0) - (atOf(a) ?? 0));
  const affected = newestFirst.flatMap(({ attributes }) => attributes.affected_resources ?? []);
  return affected.filter(
    ({ status_page_resource_id: id }, index) =>
      affected.findIndex((one) => one.status_page_resource_id === id) === index,
  );
}

/** The report's own list counts before its updates. Those of an open report that are well again are no longer named by it. */
function componentIdsOf(raw: RawReport, around: Surroundings): string[] {
  const own = raw.attributes.affected_resources ?? [];
  const affected = own.length > 0 ? own : affectedByUpdates(raw, around);
  const named = isResolved(raw) ? affected : affected.filter(({ status }) => status !== 'resolved');
  return [...new Set(named.map((one) => one.status_page_resource_id))];
}

/** Newest first. The page gives them no phase. */
function readUpdates(raw: RawReport, around: Surroundings) {
  return updatesOf(rawUpdatesOf(raw, around), (update) => ({
    at: atOf(update),
    phase: null,
    text: update.attributes.message,
  }));
}

/** When the updates call every resource that they name resolved, for good. */
function closedAt(raw: RawReport, around: Surroundings): number | null {
  const updates = updatesOf(rawUpdatesOf(raw, around), (update) => {
    const affected = update.attributes.affected_resources ?? [];
    const isEnd = affected.every(({ status }) => status === 'resolved');
    const phase: IncidentPhase | null = affected.length === 0 ? null : isEnd ? 'resolved' : 'investigating';
    return { at: atOf(update), phase, text: null };
  });
  return closedAtBy(updates);
}

/** The worst that the report and its updates ever said of a part. */
function worstLevelOf(raw: RawReport, around: Surroundings): Level {
  const said = [raw, ...rawUpdatesOf(raw, around)].flatMap(({ attributes }) => attributes.affected_resources ?? []);
  const levels = said.filter(({ status }) => status !== 'resolved').map(({ status }) => levelOfWord(status));
  const word = raw.attributes.aggregate_state;
  return worstOf(word === 'resolved' ? levels : [...levels, levelOfWord(word)]);
}

/** `ends_at` closes nothing: recorded null on a resolved report. */
export function readIncident(raw: RawReport, around: Surroundings): StatedIncident {
  const { title, starts_at, ends_at, aggregate_state } = raw.attributes;
  const startedAt = timeOf(starts_at);
  const updates = readUpdates(raw, around);
  const updatedAt = updates.find(({ at }) => pastOrNull(at, around.readAt) !== null)?.at ?? startedAt;
  return {
    id: raw.id,
    kind: 'incident',
    title: plainLine(title),
    impact: impactOfLevel(worstLevelOf(raw, around)),
    level: null,
    phase: isResolved(raw) ? 'resolved' : aggregate_state === 'operational' ? 'monitoring' : 'investigating',
    startedAt,
    updatedAt,
    resolvedAt: isResolved(raw) ? (timeOf(ends_at) ?? closedAt(raw, around) ?? updatedAt) : null,
    isExplained: false,
    componentIds: componentIdsOf(raw, around),
    updates,
    url: null,
  };
}

/**
 * The page does not say how far a maintenance is: it goes on when one of its parts is in maintenance now. It is over when
 * its window is, by the moment of the reading or by any later one that the page states.
 */
function maintenancePhaseOf(raw: RawReport, endsAt: number | null, around: Surroundings): MaintenancePhase {
  const { components, newest, readAt } = around;
  const ids = componentIdsOf(raw, around);
  const told = rawUpdatesOf(raw, around).flatMap((update) => pastOrNull(atOf(update), readAt) ?? []);
  const now = latestOf([...told, ...(newest === null ? [] : [newest]), ...(readAt === undefined ? [] : [readAt])]);
  const isOver = isResolved(raw) || (endsAt !== null && now !== null && endsAt < now);
  const isNow = components.some(({ id, level }) => level === 'maintenance' && ids.includes(id));
  return isOver ? 'completed' : isNow ? 'in_progress' : 'scheduled';
}

export function readMaintenance(raw: RawReport, around: Surroundings): Maintenance {
  const { title, starts_at, ends_at } = raw.attributes;
  const endsAt = timeOf(ends_at);
  return {
    id: raw.id,
    title: plainLine(title),
    phase: maintenancePhaseOf(raw, endsAt, around),
    startsAt: timeOf(starts_at),
    endsAt,
    componentIds: componentIdsOf(raw, around),
    updates: readUpdates(raw, around),
    url: null,
  };
}
