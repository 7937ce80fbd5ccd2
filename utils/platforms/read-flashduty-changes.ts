import { isWorse, type Level, worstOf } from '@/utils/model/level';
import type { Incident, Maintenance, Update } from '@/utils/model/report';
import type { RawChange, RawUpdate } from './flashduty-schema';
import { levelOfWord, maintenancePhaseOfWord } from './flashduty-words';
import { impactOfLevel } from './impact-of-level';
import { plainLine } from './plain-text';
import { incidentPhaseOfWord } from './statuspage-words';
import { timeOfSeconds } from './times';
import { updatesOf } from './updates-of';

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

/**
 * What it says of each part now. Its own list counts before those of its updates: they go on naming parts that the
 * page has retired.
 */
export function affectedBy(raw: RawChange): { id: string; level: Level }[] {
  const own = raw.affected_components ?? [];
  const told =
    own.length > 0
      ? own
      : ((raw.updates ?? []).findLast((one) => one.component_changes?.length)?.component_changes ?? []);
  return told.map(({ component_id, status }) => ({ id: component_id, level: levelOfWord(status) }));
}

/** Those of an open one that are well again are no longer named by it, unless that leaves none. */
function componentIdsOf(raw: RawChange, isOpen: boolean): string[] {
  const affected = affectedBy(raw);
  const unwell = affected.filter(({ level }) => level !== 'operational');
  return [...new Set((isOpen && unwell.length > 0 ? unwell : affected).map(({ id }) => id))];
}

/** The worst that was said of any part while it lasted. */
function worstLevelOf(raw: RawChange): Level {
  const told = (raw.updates ?? []).flatMap((update) => update.component_changes ?? []);
  const levels = [...told.map(({ status }) => levelOfWord(status)), ...affectedBy(raw).map(({ level }) => level)];
  return worstOf(levels.some((level) => isWorse(level, 'operational')) ? levels : ['unknown']);
}

/** Null when no start is given. Phases may go backwards: the change's own word counts, not that of an update. */
export function readIncident(raw: RawChange): Incident | null {
  const startedAt = timeOfSeconds(raw.start_at_seconds);
  if (startedAt === null) return null;
  const updates = readUpdates(raw.updates ?? [], incidentPhaseOfWord);
  const phase = incidentPhaseOfWord(raw.status) ?? 'investigating';
  const isOpen = phase !== 'resolved';
  const updatedAt = updates[0]?.at ?? startedAt;
  return {
    id: raw.change_id,
    kind: 'incident',
    title: plainLine(raw.title),
    impact: impactOfLevel(worstLevelOf(raw)),
    level: null,
    phase,
    startedAt,
    updatedAt,
    resolvedAt: isOpen ? null : (timeOfSeconds(raw.close_at_seconds) ?? updatedAt),
    isExplained: false,
    componentIds: componentIdsOf(raw, isOpen),
    updates,
    url: null,
  };
}

/** Null when no start is given. */
export function readMaintenance(raw: RawChange): Maintenance | null {
  const startsAt = timeOfSeconds(raw.start_at_seconds);
  if (startsAt === null) return null;
  return {
    id: raw.change_id,
    title: plainLine(raw.title),
    phase: maintenancePhaseOfWord(raw.status) ?? 'scheduled',
    startsAt,
    endsAt: timeOfSeconds(raw.close_at_seconds),
    componentIds: componentIdsOf(raw, false),
    updates: readUpdates(raw.updates ?? [], maintenancePhaseOfWord),
    url: null,
  };
}
