import type { AssistantId } from '@/utils/model/assistant';
import type { Change, Episode, LocalSignal } from '@/utils/model/episode';
import type { EvidenceEvent, EvidenceSuspicion } from '@/utils/model/evidence';
import { isWorse } from '@/utils/model/level';
import { type Incident, isMajor } from '@/utils/model/report';
import type { Recovery, Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { HELD_FOR_MS } from '@/utils/rules/evidence/evaluate-failures';

/** A degradation shorter than two readings is not announced. */
const READINGS_TO_CONFIRM_DEGRADED = 2;

/** An outage that recurs within this time continues the old one, even under another incident. */
const GOES_ON_WITHIN_MS = 10 * 60_000;

/** Readings further apart than this show the same outage only if the incident is the same. */
const SEEN_APART_MS = 60 * 60_000;
/** Without an incident nothing tells two outages apart, and a device that slept for a while must not announce one twice. */
const UNLISTED_SEEN_APART_MS = 12 * 60 * 60_000;

/** The leading incident of a verdict; null if none is open. */
export const leading = (verdict: Verdict): Incident | null => verdict.incidents[0] ?? null;

/**
 * Partial and major outages are announced at once, and so is any incident on a core component that the provider calls
 * major.
 */
function isSevere(verdict: Verdict): boolean {
  const isOutage = isWorse(verdict.level, 'degraded');
  return isOutage || verdict.incidents.some(isMajor);
}

export const sharesIncident = (episode: Episode | null, verdict: Verdict): boolean =>
  verdict.incidents.some(({ id }) => episode?.incidentIds.includes(id));

/**
 * Whether the page listed no incident before and lists none now, and nothing else shows another outage than the announced
 * one.
 */
function isSameUnlisted(
  { incidentIds, toldLevel, lastReadAt }: Episode,
  { incidents, level, since }: Verdict,
): boolean {
  const isListed = incidentIds.length > 0 || incidents.length > 0;
  return !isListed && toldLevel !== null && !isWorse(level, toldLevel) && (since ?? 0) <= lastReadAt;
}

/**
 * An outage after a long time without a reading is a new one, unless the page lists the same incident. Half a day is a long
 * time for one that was announced and has no incident.
 */
export function isNewOutage(episode: Episode, verdict: Verdict, readAt: number): boolean {
  const apartMs = isSameUnlisted(episode, verdict) ? UNLISTED_SEEN_APART_MS : SEEN_APART_MS;
  return Math.abs(readAt - episode.lastReadAt) > apartMs && !sharesIncident(episode, verdict);
}

/** Whether this verdict's outage continues the last one: the same incident is open again, or it recurs soon after. */
function continues(recovery: Recovery | null, verdict: Verdict, readAt: number): recovery is Recovery {
  if (recovery === null) return false;
  return sharesIncident(recovery.episode, verdict) || Math.abs(readAt - recovery.endedAt) < GOES_ON_WITHIN_MS;
}

/** The stored outage that a verdict is about: the current one, or the last one if that continues. None for a new outage. */
export function outageOf(
  { episodes, recoveries }: Pick<Status, 'episodes' | 'recoveries'>,
  verdict: Verdict,
): Episode | undefined {
  const { assistantId: id, kind, checkedAt } = verdict;
  const episode = episodes[id];
  if (kind !== 'trouble' || checkedAt === null) return episode;
  if (episode !== undefined) return isNewOutage(episode, verdict, checkedAt) ? undefined : episode;
  const recovery = recoveries[id] ?? null;
  return continues(recovery, verdict, checkedAt) ? recovery.episode : undefined;
}

const episodeIdOf = (id: AssistantId, noticedAt: number): string => `${id}-${noticedAt}`;

/**
 * The episode of a verdict before its first reading is counted: a new one, or the last one reopened. `sensedAt` is when
 * the user's own requests began to fail; null if they did not.
 */
export function startEpisode(
  verdict: Verdict,
  recovery: Recovery | null,
  readAt: number,
  sensedAt: number | null,
): Episode {
  if (continues(recovery, verdict, readAt)) {
    const { episode } = recovery;
    return {
      ...episode,
      level: verdict.level,
      onlyParts: verdict.onlyParts,
      readings: 0,
      reopened: episode.reopened + 1,
      toldLevel: null,
      isTold: false,
    };
  }
  return {
    // Keeps the id of a signal that was announced before the page reported the outage.
    id: episodeIdOf(verdict.assistantId, sensedAt ?? readAt),
    seenAt: readAt,
    startedAt: verdict.since ?? readAt,
    isStartKnown: verdict.since !== null,
    sensedAt,
    level: verdict.level,
    peak: verdict.level,
    phase: null,
    incidentIds: [],
    onlyParts: verdict.onlyParts,
    lastReadAt: 0,
    readings: 0,
    reopened: 0,
    toldLevel: null,
    isTold: false,
  };
}

/** Per episode. Protects storage against a page that gives its incidents new ids at each reading. */
const MAX_INCIDENTS = 100;

/** A reading that shows an outage. */
interface OutageReading {
  verdict: Verdict;
  readAt: number;
  isSuppressed: boolean;
  /** Whether the outage before it was announced. Its end is announced with that of this one, so this one must be, too. */
  followsTold: boolean;
}

/**
 * The episode after a reading that shows the outage. Its start never moves after it was announced or has ended once.
 */
export function updateEpisode(
  episode: Episode,
  { verdict, readAt, isSuppressed, followsTold }: OutageReading,
): Episode {
  const readings = episode.readings + 1;
  const isStartOpen = verdict.since !== null && !episode.isTold && episode.reopened === 0;
  // If the user's own requests failed too, no second reading is needed.
  const isConfirmed = readings >= READINGS_TO_CONFIRM_DEGRADED || episode.sensedAt !== null || followsTold;
  const isDueToAnnounce = isSevere(verdict) || isConfirmed;
  const isNews = episode.toldLevel === null ? isDueToAnnounce : isWorse(verdict.level, episode.toldLevel);
  const isAnnouncedNow = isNews && !isSuppressed;
  return {
    ...episode,
    startedAt: isStartOpen ? (verdict.since ?? readAt) : episode.startedAt,
    isStartKnown: episode.isStartKnown || isStartOpen,
    level: verdict.level,
    peak: isWorse(verdict.level, episode.peak) ? verdict.level : episode.peak,
    phase: leading(verdict)?.phase ?? null,
    incidentIds: [...new Set([...episode.incidentIds, ...verdict.incidents.map(({ id }) => id)])].slice(-MAX_INCIDENTS),
    onlyParts: verdict.onlyParts,
    lastReadAt: readAt,
    readings,
    toldLevel: isAnnouncedNow ? verdict.level : episode.toldLevel,
    isTold: episode.isTold || isAnnouncedNow,
  };
}

const FORGOTTEN_AFTER_MS = 3 * 24 * 3_600_000;

/** Drops an episode whose page has reported nothing for days, for example because a component was renamed. */
export function withoutAbandoned(episode: Episode | null, verdict: Verdict, now: number): Episode | null {
  const isLost =
    episode !== null && verdict.level === 'unknown' && Math.abs(now - episode.lastReadAt) > FORGOTTEN_AFTER_MS;
  return isLost ? null : episode;
}

/** Failures that resume within this time belong to the same issue. */
const SIGNAL_GOES_ON_WITHIN_MS = 10 * 60_000;
/** Failures older than this are not related to what a page reports now. */
const FOLLOWED_WITHIN_MS = 60 * 60_000;

export interface LocalSignalStep {
  /** The verdict, with a suspicion that keeps the time of its first failure. */
  verdict: Verdict;
  sensed: LocalSignal | null;
  /** Set only when the issue is first suspected. */
  change: Change | null;
}

function isSameSignal(before: LocalSignal | null, { since }: EvidenceSuspicion, now: number): before is LocalSignal {
  return before !== null && before.since <= now && since - before.until < SIGNAL_GOES_ON_WITHIN_MS;
}

function signalChange(
  verdict: Verdict,
  { what, reported }: EvidenceSuspicion,
  { since }: LocalSignal,
  now: number,
): Change {
  return {
    kind: what === 'page' ? 'unopened' : 'suspected',
    assistantId: verdict.assistantId,
    episodeId: episodeIdOf(verdict.assistantId, since),
    at: now,
    level: verdict.level,
    from: verdict.level,
    startedAt: since,
    isStartKnown: false,
    endedAt: null,
    reopened: 0,
    phase: null,
    title: null,
    onlyParts: [],
    reported,
  };
}

/**
 * Whether what is known of the user's requests explains that the suspicion has ended before it expired: one succeeded, or
 * the failures were withdrawn. A new session of the browser knows neither, as its evidence begins after the failures.
 */
function hasEnded({ since, until, decided }: LocalSignal, events: readonly EvidenceEvent[]): boolean {
  const lastFailedAt = until - HELD_FOR_MS;
  // Nothing is newer than the last failure, so failures are missing: their answers came late, or this device was offline.
  const areWithdrawn = events.every(({ at }) => at <= lastFailedAt);
  return (
    areWithdrawn || events.some(({ what, outcome, at }) => outcome === 'ok' && at > since && decided.includes(what))
  );
}

function signalAfterwards(
  before: LocalSignal | null,
  { kind }: Verdict,
  now: number,
  events: readonly EvidenceEvent[] | undefined,
): LocalSignal | null {
  if (before === null || before.since > now || now - before.until > FOLLOWED_WITHIN_MS) return null;
  // Not applicable while the page itself reports something.
  const isPageSilent = kind !== 'trouble' && kind !== 'maintenance';
  const isOver = now < before.until && isPageSilent && events !== undefined && hasEnded(before, events);
  return isOver ? { ...before, isOver } : before;
}

/**
 * Updates the issue that only the user's own requests show, and returns what is new about it. `events` are the requests of
 * this session of the browser; undefined before the first.
 */
export function updateLocalSignal(
  before: LocalSignal | null,
  verdict: Verdict,
  now: number,
  events?: readonly EvidenceEvent[],
): LocalSignalStep {
  const { suspicion } = verdict;
  // An incident on the page is the provider's statement, not an observation of the user's requests.
  if (suspicion?.source !== 'evidence')
    return { verdict, sensed: signalAfterwards(before, verdict, now, events), change: null };
  const { what, until } = suspicion;
  const known = isSameSignal(before, suspicion, now) ? before : null;
  const since = known?.since ?? suspicion.since;
  const decided = known?.decided ?? [];
  const isNews = !decided.includes(what);
  const sensed: LocalSignal = { since, until, isOver: false, decided: isNews ? [...decided, what] : decided };
  return {
    verdict: { ...verdict, suspicion: { ...suspicion, since } },
    sensed,
    change: isNews ? signalChange(verdict, suspicion, sensed, now) : null,
  };
}

/**
 * When the user's own requests began to fail, if that belongs to the outage a page shows at `readAt`; otherwise null.
 */
export function signalBefore(sensed: LocalSignal | null, readAt: number): number | null {
  if (sensed === null || sensed.isOver || sensed.since >= readAt) return null;
  return readAt - sensed.since <= FOLLOWED_WITHIN_MS ? sensed.since : null;
}
