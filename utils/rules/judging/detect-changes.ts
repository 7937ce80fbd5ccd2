import type {
  Change,
  ChangeKind,
  Episode,
  LocalSignal,
  MaintenanceChange,
  MaintenanceChangeKind,
  MaintenanceMemory,
} from '@/utils/model/episode';
import { pageSuspicionOf } from '@/utils/model/evidence';
import { isWorse } from '@/utils/model/level';
import { type Incident, isUnderWay, type Maintenance } from '@/utils/model/report';
import type { Recovery } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { isNewOutage, leading, sharesIncident, signalBefore, startEpisode, updateEpisode } from './episodes';

/** The end of an outage is known if the two readings around it are at most this far apart. */
const SEEN_ENDING_WITHIN_MS = 11 * 60_000;

export interface ChangeStep {
  /** Null if there is no outage. */
  episode: Episode | null;
  /** A change worth announcing; null if this reading brought none. */
  change: Change | null;
  /** Whether the verdict is based on a reading that was not counted before. */
  isNewReading: boolean;
  /** The episode that ended with this reading, and when; null if none did. */
  ended: Recovery | null;
}

export interface Before {
  /** The current episode; null if there is none. */
  episode: Episode | null;
  /** How the last episode ended; null if there was none. */
  recovery: Recovery | null;
  /** The earlier signal from the user's own requests; null if there was none. */
  sensed: LocalSignal | null;
  /** While suppressed, nothing is announced; a current or worsened outage is announced when the suppression ends. */
  isSuppressed: boolean;
}

function kindOfStep(before: Episode, after: Episode): ChangeKind | null {
  if (!after.isTold) return null;
  if (!before.isTold) return after.reopened > 0 ? 'reopened' : 'started';
  if (after.toldLevel !== before.toldLevel) return 'worsened';
  if (isWorse(before.level, after.level)) return 'eased';
  if (isWorse(after.level, before.level)) return 'updated';
  const isNews = after.phase !== before.phase || after.incidentIds.length > before.incidentIds.length;
  return isNews ? 'updated' : null;
}

function changeOf(kind: ChangeKind, verdict: Verdict, before: Episode, after: Episode): Change {
  return {
    kind,
    assistantId: verdict.assistantId,
    episodeId: after.id,
    at: after.lastReadAt,
    level: verdict.level,
    from: kind === 'started' ? 'operational' : before.level,
    startedAt: after.startedAt,
    isStartKnown: after.isStartKnown,
    endedAt: null,
    reopened: after.reopened,
    phase: after.phase,
    title: leading(verdict)?.title ?? null,
    onlyParts: after.onlyParts,
  };
}

/** When an outage ended: as stated for its incidents, otherwise at the reading that showed it over. */
function endOf(episode: Episode, incidents: readonly Incident[], readAt: number): Recovery {
  const ends = incidents
    .filter((incident) => episode.incidentIds.includes(incident.id))
    .flatMap((incident) => incident.resolvedAt ?? []);
  const end = Math.max(...ends);
  // Without an open incident at its last reading, the outage outlasted those that the page has closed.
  const hadIncident = episode.phase !== null;
  const isStated = hadIncident && ends.length > 0 && end >= episode.startedAt && end <= readAt;
  // It was seen open shortly before, so it cannot have ended much earlier than this reading.
  const isSeen = Math.abs(readAt - episode.lastReadAt) <= SEEN_ENDING_WITHIN_MS;
  const endedAt = isStated ? end : isSeen ? readAt : episode.lastReadAt;
  return { episode: { ...episode, lastReadAt: readAt }, endedAt, isEndKnown: isStated || isSeen };
}

/**
 * Compares a verdict with the stored state. Only a new reading changes anything: judging the same reading again, or a
 * failed reading, has no effect. Neither unknown nor maintenance ends an episode: only a reading with operational core
 * components does. `incidents` are all that the page lists, closed ones included.
 */
export function detectChanges(before: Before, verdict: Verdict, incidents: readonly Incident[]): ChangeStep {
  const { episode, recovery, sensed } = before;
  // An incident without an update for days is not news.
  const isSuppressed = before.isSuppressed || verdict.silentSince !== null;
  const readAt = verdict.checkedAt;
  const lastReadAt = episode?.lastReadAt ?? recovery?.episode.lastReadAt ?? 0;
  // Same reading. An earlier one means that the clock was set back, and counts.
  if (readAt === null || readAt === lastReadAt) return { episode, change: null, isNewReading: false, ended: null };
  if (verdict.kind === 'trouble') {
    const outlived =
      episode !== null && isNewOutage(episode, verdict, readAt) ? endOf(episode, incidents, readAt) : null;
    const old =
      outlived === null && episode !== null
        ? episode
        : startEpisode(verdict, outlived === null ? recovery : null, readAt, signalBefore(sensed, readAt));
    const followsTold = outlived?.episode.isTold === true;
    const next = updateEpisode(old, { verdict, readAt, isSuppressed, followsTold });
    const kind = kindOfStep(old, next);
    return { episode: next, change: kind && changeOf(kind, verdict, old, next), isNewReading: true, ended: outlived };
  }
  // Suspected over operational components: the outage is over, and the user's failures are shown in addition. But an
  // incident of this outage that is still open does not end because the provider edited which components it names.
  const isStillOpen = pageSuspicionOf(verdict.suspicion) !== null && sharesIncident(episode, verdict);
  const isWell =
    verdict.kind === 'up' || (verdict.kind === 'suspected' && verdict.level === 'operational' && !isStillOpen);
  if (isWell && episode !== null) {
    const ended = endOf(episode, incidents, readAt);
    const change = changeOf('recovered', verdict, episode, ended.episode);
    const endedAt = ended.isEndKnown ? ended.endedAt : null;
    return { episode: null, change: episode.isTold ? { ...change, endedAt } : null, isNewReading: true, ended };
  }
  return { episode, change: null, isNewReading: true, ended: null };
}

const HOUR = 3_600_000;
/** A maintenance missing from an older copy of the page is remembered this long, so that it is not announced again. */
const GONE_KEPT_FOR_MS = 24 * HOUR;

type Announcement = Pick<MaintenanceMemory, 'id' | 'title' | 'startsAt' | 'endsAt'>;

const FINAL = new Set<MaintenanceChangeKind>(['maintenance_done', 'maintenance_cancelled']);

export interface MaintenanceInput {
  verdict: Verdict;
  /** The maintenances that are announced for the assistant. */
  listed: readonly Maintenance[];
  /** The ids of all maintenances that the page lists. */
  onPage: readonly string[];
  remembered: readonly MaintenanceMemory[];
  now: number;
  /** Advance notice in hours; null for none. */
  noticeHours: number | null;
}

export interface MaintenanceStep {
  remembered: MaintenanceMemory[];
  changes: MaintenanceChange[];
}

/** The steps that a maintenance has reached, in order. */
function stepsOf(maintenance: Maintenance, now: number, noticeHours: number | null): MaintenanceChangeKind[] {
  const isOver = maintenance.phase === 'completed';
  const hasBegun = isUnderWay(maintenance) || isOver;
  const isOverrun = isUnderWay(maintenance) && maintenance.endsAt !== null && now > maintenance.endsAt;
  const isAhead = !hasBegun && now < (maintenance.endsAt ?? maintenance.startsAt ?? Number.POSITIVE_INFINITY);
  const waitMs = maintenance.startsAt === null ? Number.POSITIVE_INFINITY : maintenance.startsAt - now;
  const isNear = noticeHours !== null && isAhead && waitMs <= noticeHours * HOUR;
  return [
    'maintenance_announced',
    ...(isNear ? (['maintenance_ahead'] as const) : []),
    ...(hasBegun ? (['maintenance_started'] as const) : []),
    ...(isOverrun ? (['maintenance_overrun'] as const) : []),
    ...(isOver ? (['maintenance_done'] as const) : []),
    ...(maintenance.phase === 'cancelled' ? (['maintenance_cancelled'] as const) : []),
  ];
}

/**
 * The final step of a maintenance that disappeared from the page: the summary drops completed and canceled ones alike.
 * Completed if its start had passed, canceled otherwise. Null if no start was ever stated, because then it is unknown.
 */
function finalStepOf(memory: MaintenanceMemory, now: number): MaintenanceChangeKind | null {
  const hasStarted = memory.noticed.includes('maintenance_started');
  if (!hasStarted && memory.startsAt === null) return null;
  const hasBegun = hasStarted || now >= (memory.startsAt ?? now);
  return hasBegun ? 'maintenance_done' : 'maintenance_cancelled';
}

/** Changes of the core components' maintenances since the last reading. Each step is reported once. */
export function detectMaintenance({
  verdict,
  listed,
  onPage,
  remembered,
  now,
  noticeHours,
}: MaintenanceInput): MaintenanceStep {
  // Without a valid reading, an empty list means nothing.
  if (verdict.level === 'unknown' || verdict.isStale) return { remembered: [...remembered], changes: [] };
  const changes: MaintenanceChange[] = [];
  const next: MaintenanceMemory[] = [];
  const note = (kind: MaintenanceChangeKind, { id: maintenanceId, title, startsAt, endsAt }: Announcement) =>
    changes.push({ kind, assistantId: verdict.assistantId, maintenanceId, title, at: now, startsAt, endsAt });

  for (const maintenance of listed) {
    const before = remembered.find(({ id }) => id === maintenance.id);
    const steps = stepsOf(maintenance, now, noticeHours);
    const isPast = steps.some((step) => FINAL.has(step));
    // A maintenance that is over when first seen is not news.
    if (before === undefined && isPast) continue;
    const { id, title, endsAt } = maintenance;
    // A start that is no longer stated, or is stated for the first time, was not moved.
    const startsAt = maintenance.startsAt ?? before?.startsAt ?? null;
    const isMoved = before !== undefined && before.startsAt !== null && before.startsAt !== startsAt;
    if (isMoved) note('maintenance_rescheduled', maintenance);
    // A maintenance that is listed again and not over was neither completed nor canceled.
    const kept = (before?.noticed ?? []).filter(
      (step) => !(isMoved && step === 'maintenance_ahead') && (isPast || !FINAL.has(step)),
    );
    for (const step of steps) if (!kept.includes(step)) note(step, maintenance);
    if (!isPast) next.push({ id, title, startsAt, endsAt, goneAt: null, noticed: [...new Set([...kept, ...steps])] });
  }
  for (const memory of remembered) {
    if (listed.some(({ id }) => id === memory.id)) continue;
    if (onPage.includes(memory.id)) {
      // Its component is no longer counted, or no longer named: it was neither completed nor canceled.
      next.push({ ...memory, goneAt: null, noticed: memory.noticed.filter((step) => !FINAL.has(step)) });
    } else if (memory.goneAt === null) {
      const last = finalStepOf(memory, now);
      if (last !== null) note(last, memory);
      next.push({ ...memory, goneAt: now, noticed: [...memory.noticed, ...(last === null ? [] : [last])] });
    } else if (Math.abs(now - memory.goneAt) < GONE_KEPT_FOR_MS) {
      next.push(memory);
    }
  }
  return { remembered: next, changes };
}
