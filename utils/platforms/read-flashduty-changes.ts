import { isWorse, type Level, worstOf } from '@/utils/model/level';
import type { Maintenance, MaintenancePhase, Update } from '@/utils/model/report';
import type { RawChange, RawUpdate } from './flashduty-schema';
import { levelOfWord, maintenancePhaseOfWord } from './flashduty-words';
import { impactOfLevel } from './impact-of-level';
import { plainLine } from './plain-text';
import { pastOrNull, type StatedIncident } from './reported';
import { incidentPhaseOfWord } from './statuspage-words';
import { timeOfSeconds } from './times';
import { closedAtBy, updatesOf } from './updates-of';

/** Newest first; the page lists them oldest first, and of one moment the later one counts as newer. */
function readUpdates<Phase extends string>(
  raws: readonly RawUpdate[],
  phaseOfWord: (word: string | null | undefined) => Phase | null,
): Update<Phase>[] {
  return updatesOf(raws.toReversed(), ({ at_seconds, status, description }) => ({
    at: timeOfSeconds(at_seconds),
    phase: phaseOfWord(status),
    text: description,
  }));
}

/** What a change says of one part. */
interface Told {
  id: string;
  level: Level;
}

const toldIn = (affected: RawUpdate['component_changes']): Told[] =>
  (affected ?? []).map(({ component_id, status }) => ({ id: component_id, level: levelOfWord(status) }));

/**
 * Updates are deltas: of each part the newest one that names it counts, by time. One that cannot be placed in time
 * counts where it is worse, and one that lies ahead of the reading does not count.
 */
function toldByUpdates(raw: RawChange, readAt: number | undefined): Told[] {
  const updates = (raw.updates ?? []).map((update, index) => ({ update, index, at: timeOfSeconds(update.at_seconds) }));
  const past = updates.filter(({ at }) => at === null || pastOrNull(at, readAt) !== null);
  const placed = past.filter(({ at }) => at !== null).sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || a.index - b.index);
  const levels = new Map(
    placed.flatMap(({ update }) => toldIn(update.component_changes)).map(({ id, level }) => [id, level]),
  );
  for (const { update } of past.filter(({ at }) => at === null)) {
    for (const { id, level } of toldIn(update.component_changes)) {
      levels.set(id, worstOf([level, ...(levels.has(id) ? [levels.get(id) ?? 'unknown'] : [])]));
    }
  }
  return [...levels].map(([id, level]) => ({ id, level }));
}

const isSomething = <T>(value: T | null): value is T => value !== null;

/**
 * What it says of each part now. Its own list counts before those of its updates: they go on naming parts that the
 * page has retired. Where the own list cannot be read whole, both count.
 */
export function affectedBy(raw: RawChange, readAt: number | undefined): Told[] {
  const listed = raw.affected_components ?? [];
  const own = toldIn(listed.filter(isSomething));
  if (own.length > 0 && own.length === listed.length) return own;
  return [...own, ...toldByUpdates(raw, readAt).filter(({ id }) => !own.some((one) => one.id === id))];
}

/** Whether it may be about parts that cannot be read. */
export const mayNameOthers = (raw: RawChange): boolean => (raw.affected_components ?? []).includes(null);

/** Those of an open one that are well again are no longer named by it, unless that leaves none. */
function componentIdsOf(raw: RawChange, isOpen: boolean, readAt: number | undefined): string[] {
  const affected = affectedBy(raw, readAt);
  const unwell = affected.filter(({ level }) => level !== 'operational');
  return [...new Set((isOpen && unwell.length > 0 ? unwell : affected).map(({ id }) => id))];
}

/** The worst that was said of any part while it lasted. */
function worstLevelOf(raw: RawChange, readAt: number | undefined): Level {
  const told = (raw.updates ?? []).flatMap((update) => toldIn(update.component_changes));
  const levels = [...told, ...affectedBy(raw, readAt)].map(({ level }) => level);
  return worstOf(levels.some((level) => isWorse(level, 'operational')) ? levels : ['unknown']);
}

/** Phases may go backwards: the change's own word counts, not that of an update. */
export function readIncident(raw: RawChange, readAt: number | undefined): StatedIncident {
  const startedAt = timeOfSeconds(raw.start_at_seconds);
  const updates = readUpdates(raw.updates ?? [], incidentPhaseOfWord);
  const phase = incidentPhaseOfWord(raw.status) ?? 'investigating';
  const isOpen = phase !== 'resolved';
  const updatedAt = updates.find(({ at }) => pastOrNull(at, readAt) !== null)?.at ?? startedAt;
  return {
    id: raw.change_id,
    kind: 'incident',
    title: plainLine(raw.title),
    impact: impactOfLevel(worstLevelOf(raw, readAt)),
    level: null,
    phase,
    startedAt,
    updatedAt,
    resolvedAt: isOpen ? null : (timeOfSeconds(raw.close_at_seconds) ?? closedAtBy(updates) ?? updatedAt),
    isExplained: false,
    componentIds: componentIdsOf(raw, isOpen, readAt),
    updates,
    url: null,
  };
}

/** Without a known word of its own, the phase of the newest update that has one. */
export function maintenancePhaseOf(raw: RawChange): MaintenancePhase {
  const updates = readUpdates(raw.updates ?? [], maintenancePhaseOfWord);
  return maintenancePhaseOfWord(raw.status) ?? updates.find(({ phase }) => phase !== null)?.phase ?? 'scheduled';
}

export function readMaintenance(raw: RawChange, readAt: number | undefined): Maintenance {
  return {
    id: raw.change_id,
    title: plainLine(raw.title),
    phase: maintenancePhaseOf(raw),
    startsAt: timeOfSeconds(raw.start_at_seconds),
    endsAt: timeOfSeconds(raw.close_at_seconds),
    componentIds: componentIdsOf(raw, false, readAt),
    updates: readUpdates(raw.updates ?? [], maintenancePhaseOfWord),
    url: null,
  };
}
