import { type Level, worstOf } from '@/utils/model/level';
import type { Incident, Maintenance, MaintenancePhase, StatusComponent } from '@/utils/model/report';
import type { RawReport, RawUpdate } from './betterstack-schema';
import { levelOfWord } from './betterstack-words';
import { impactOfLevel } from './impact-of-level';
import { plainLine } from './plain-text';
import { timeOf } from './times';
import { updatesOf } from './updates-of';

/** What a report needs to know of the rest of the page. */
export interface Surroundings {
  components: readonly StatusComponent[];
  updates: ReadonlyMap<string, RawUpdate>;
  /** The beginning of the newest day in the page's histories, epoch milliseconds; null when it has none. */
  lastDay: number | null;
}

const isResolved = ({ attributes }: RawReport): boolean => attributes.aggregate_state === 'resolved';

/** Those of an open report that are well again are no longer named by it. */
function componentIdsOf(raw: RawReport): string[] {
  const affected = raw.attributes.affected_resources ?? [];
  const named = isResolved(raw) ? affected : affected.filter(({ status }) => status !== 'resolved');
  return [...new Set(named.map((one) => one.status_page_resource_id))];
}

/** Newest first. The page gives them no phase. */
function readUpdates(raw: RawReport, { updates }: Surroundings) {
  const own = (raw.relationships?.status_updates?.data ?? []).flatMap(({ id }) => updates.get(id) ?? []);
  return updatesOf(own, ({ attributes: { published_at, message } }) => ({
    at: timeOf(published_at),
    phase: null,
    text: message,
  }));
}

/** The worst that the report and its updates ever said of a part. */
function worstLevelOf(raw: RawReport, { updates }: Surroundings): Level {
  const own = (raw.relationships?.status_updates?.data ?? []).flatMap(({ id }) => updates.get(id) ?? []);
  const said = [raw, ...own].flatMap(({ attributes }) => attributes.affected_resources ?? []);
  const levels = said.filter(({ status }) => status !== 'resolved').map(({ status }) => levelOfWord(status));
  const word = raw.attributes.aggregate_state;
  return worstOf(word === 'resolved' ? levels : [...levels, levelOfWord(word)]);
}

/** Null when no start is given: then it cannot be placed. `ends_at` closes nothing: recorded null on a resolved report. */
export function readIncident(raw: RawReport, around: Surroundings): Incident | null {
  const { title, starts_at, ends_at, aggregate_state } = raw.attributes;
  const startedAt = timeOf(starts_at);
  if (startedAt === null) return null;
  const updates = readUpdates(raw, around);
  const updatedAt = updates[0]?.at ?? startedAt;
  return {
    id: raw.id,
    kind: 'incident',
    title: plainLine(title),
    impact: impactOfLevel(worstLevelOf(raw, around)),
    level: null,
    phase: isResolved(raw) ? 'resolved' : aggregate_state === 'operational' ? 'monitoring' : 'investigating',
    startedAt,
    updatedAt,
    resolvedAt: isResolved(raw) ? (timeOf(ends_at) ?? updatedAt) : null,
    isExplained: false,
    componentIds: componentIdsOf(raw),
    updates,
    url: null,
  };
}

/** The page does not say how far a maintenance is: it goes on when one of its parts is in maintenance now. */
function maintenancePhaseOf(raw: RawReport, endsAt: number | null, { components, lastDay }: Surroundings) {
  const ids = componentIdsOf(raw);
  const isOver = isResolved(raw) || (endsAt !== null && lastDay !== null && endsAt < lastDay);
  const isNow = components.some(({ id, level }) => level === 'maintenance' && ids.includes(id));
  const phase: MaintenancePhase = isOver ? 'completed' : isNow ? 'in_progress' : 'scheduled';
  return phase;
}

/** Null when no start is given. */
export function readMaintenance(raw: RawReport, around: Surroundings): Maintenance | null {
  const { title, starts_at, ends_at } = raw.attributes;
  const [startsAt, endsAt] = [timeOf(starts_at), timeOf(ends_at)];
  if (startsAt === null) return null;
  return {
    id: raw.id,
    title: plainLine(title),
    phase: maintenancePhaseOf(raw, endsAt, around),
    startsAt,
    endsAt,
    componentIds: componentIdsOf(raw),
    updates: readUpdates(raw, around),
    url: null,
  };
}
