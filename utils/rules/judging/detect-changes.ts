import type { Change, ChangeKind } from '@/utils/model/change';
import type { Episode, LocalSignal } from '@/utils/model/episode';
import { isWorse } from '@/utils/model/level';
import type { Incident } from '@/utils/model/report';
import type { Recovery } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { signalBefore } from '@/utils/rules/evidence/local-signal';
import { isNewOutage, leading, sharesIncident, startEpisode, updateEpisode } from './episodes';

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
  /** While muted, nothing is announced; a current or worsened outage is announced when the mute ends. */
  isMuted: boolean;
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
  const isTold = ends.length > 0 && end >= episode.startedAt && end <= readAt;
  // It was seen open shortly before, so it cannot have ended much earlier than this reading.
  const isSeen = Math.abs(readAt - episode.lastReadAt) <= SEEN_ENDING_WITHIN_MS;
  const endedAt = isTold ? end : isSeen ? readAt : episode.lastReadAt;
  return { episode: { ...episode, lastReadAt: readAt }, endedAt, isEndKnown: isTold || isSeen };
}

/**
 * Compares a verdict with the stored state. Only a new reading changes anything: judging the same reading again, or a
 * failed reading, has no effect. Neither unknown nor maintenance ends an episode: only a reading with operational core
 * components does. `incidents` are all that the page lists, closed ones included.
 */
export function detectChanges(before: Before, verdict: Verdict, incidents: readonly Incident[]): ChangeStep {
  const { episode, recovery, sensed } = before;
  // An incident without an update for days is not news.
  const isMuted = before.isMuted || verdict.silentSince !== null;
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
    const next = updateEpisode(old, verdict, readAt, isMuted);
    const kind = kindOfStep(old, next);
    return { episode: next, change: kind && changeOf(kind, verdict, old, next), isNewReading: true, ended: outlived };
  }
  // Suspected over operational components: the outage is over, and the user's failures are shown in addition. But an
  // incident of this outage that is still open does not end because the provider edited which components it names.
  const isStillOpen = verdict.suspicion?.source === 'page' && sharesIncident(episode, verdict);
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
