import type { AssistantId } from '@/utils/model/assistant';
import type { Episode } from '@/utils/model/episode';
import { isWorse } from '@/utils/model/level';
import type { Incident } from '@/utils/model/report';
import type { Recovery } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';

/** A slow-down shorter than two readings is not worth a word. */
const READINGS_BEFORE_DEGRADED_IS_TOLD = 2;

/** Trouble that comes back this soon is the old one going on, even under another incident. */
const GOES_ON_WITHIN_MS = 10 * 60_000;

/** Two readings further apart than this saw the same trouble only if its incident is the same. */
const SEEN_APART_MS = 60 * 60_000;

/** The incident that speaks for a verdict; null when none is open. */
export const leading = (verdict: Verdict): Incident | null => verdict.incidents[0] ?? null;

/** Partial and major outages are told at once, and whatever the maker calls major on a core component. */
function isLoud(verdict: Verdict): boolean {
  const isOutage = isWorse(verdict.level, 'degraded');
  return isOutage || verdict.incidents.some(({ impact }) => impact === 'major' || impact === 'critical');
}

export const sharesIncident = (episode: Episode | null, verdict: Verdict): boolean =>
  verdict.incidents.some(({ id }) => episode?.incidentIds.includes(id));

/** Trouble after a long time without a reading is another one, unless the page tells the same incident. */
export function isAnother(episode: Episode, verdict: Verdict, readAt: number): boolean {
  return Math.abs(readAt - episode.lastReadAt) > SEEN_APART_MS && !sharesIncident(episode, verdict);
}

/** Whether the trouble of this verdict is the one that was over: the same incident open again, or so soon after. */
function goesOn(recovery: Recovery | null, verdict: Verdict, readAt: number): recovery is Recovery {
  if (recovery === null) return false;
  return sharesIncident(recovery.episode, verdict) || Math.abs(readAt - recovery.endedAt) < GOES_ON_WITHIN_MS;
}

export const episodeIdOf = (id: AssistantId, noticedAt: number): string => `${id}-${noticedAt}`;

/**
 * The trouble of a verdict, before its first reading is counted: a new one, or the last one going on. `sensedAt` is
 * when the person's own requests began to fail of it; null where they did not.
 */
export function begin(verdict: Verdict, recovery: Recovery | null, readAt: number, sensedAt: number | null): Episode {
  if (goesOn(recovery, verdict, readAt)) {
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
    // What was told before the page told is told further under the same id.
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

/** Of one trouble. A page that gives its incidents new ids at each reading must not fill the storage. */
const MAX_INCIDENTS = 100;

/** The episode after a reading that shows trouble. Its start never moves once it was told, or was over once. */
export function grow(episode: Episode, verdict: Verdict, readAt: number, isMuted: boolean): Episode {
  const readings = episode.readings + 1;
  const isStartOpen = verdict.since !== null && !episode.isTold && episode.reopened === 0;
  // Who has met it themselves needs no second reading.
  const isConfirmed = readings >= READINGS_BEFORE_DEGRADED_IS_TOLD || episode.sensedAt !== null;
  const isDueToTell = isLoud(verdict) || isConfirmed;
  const isNews = episode.toldLevel === null ? isDueToTell : isWorse(verdict.level, episode.toldLevel);
  const isToldNow = isNews && !isMuted;
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
    toldLevel: isToldNow ? verdict.level : episode.toldLevel,
    isTold: episode.isTold || isToldNow,
  };
}

const FORGOTTEN_AFTER_MS = 3 * 24 * 3_600_000;

/** A trouble whose page has told nothing for days (its component was renamed, say) is one of the past. */
export function unlessForgotten(episode: Episode | null, verdict: Verdict, now: number): Episode | null {
  const isLost =
    episode !== null && verdict.level === 'unknown' && Math.abs(now - episode.lastReadAt) > FORGOTTEN_AFTER_MS;
  return isLost ? null : episode;
}
