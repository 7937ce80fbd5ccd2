import type { Change, ChangeKind } from '@/utils/model/change';
import type { Episode, LocalSignal } from '@/utils/model/episode';
import { isWorse } from '@/utils/model/level';
import type { Incident } from '@/utils/model/report';
import type { Recovery } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { sensedBefore } from '@/utils/rules/evidence/local-signal';
import { begin, grow, isAnother, leading, sharesIncident } from './episodes';

/** Two readings this close let us say when a trouble ended. */
const SEEN_ENDING_WITHIN_MS = 11 * 60_000;

export interface ChangeStep {
  /** Null when no trouble goes on. */
  episode: Episode | null;
  /** What a person may want to hear; null when this reading brought nothing new. */
  change: Change | null;
  /** Whether the verdict rests on a reading that was not counted before. */
  isNewReading: boolean;
  /** The episode that ended with this reading and when it ended; null when none did. */
  ended: Recovery | null;
}

export interface Before {
  /** The trouble that goes on; null when none does. */
  episode: Episode | null;
  /** How the last one ended; null when there was none. */
  recovery: Recovery | null;
  /** What the person's own requests met before; null when nothing. */
  sensed: LocalSignal | null;
  /** While it is muted nothing new is told; what goes on, or got worse, is told when the mute ends. */
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

/** How trouble ended: by the maker's word for the incidents that belonged to it, else by the reading that showed it over. */
function endOf(episode: Episode, incidents: readonly Incident[], readAt: number): Recovery {
  const ends = incidents
    .filter((incident) => episode.incidentIds.includes(incident.id))
    .flatMap((incident) => incident.resolvedAt ?? []);
  const end = Math.max(...ends);
  const isTold = ends.length > 0 && end >= episode.startedAt && end <= readAt;
  // Seen going on so shortly before, it cannot have ended much earlier than this reading.
  const isSeen = Math.abs(readAt - episode.lastReadAt) <= SEEN_ENDING_WITHIN_MS;
  const endedAt = isTold ? end : isSeen ? readAt : episode.lastReadAt;
  return { episode: { ...episode, lastReadAt: readAt }, endedAt, isEndKnown: isTold || isSeen };
}

/**
 * What a verdict means after what was remembered. Only a new reading moves anything: judging the same reading
 * again, or one that could not be made, changes nothing and tells nothing. Unknown never ends an episode, and
 * neither does maintenance: only a reading that shows the core components well does. `incidents` are all that
 * the page lists, closed ones too.
 */
export function detectChanges(before: Before, verdict: Verdict, incidents: readonly Incident[]): ChangeStep {
  const { episode, recovery, sensed } = before;
  // An incident without an update for days is no news.
  const isMuted = before.isMuted || verdict.silentSince !== null;
  const readAt = verdict.checkedAt;
  const lastReadAt = episode?.lastReadAt ?? recovery?.episode.lastReadAt ?? 0;
  // The same reading; an earlier one means that the clock was set back, and counts.
  if (readAt === null || readAt === lastReadAt) return { episode, change: null, isNewReading: false, ended: null };
  if (verdict.kind === 'trouble') {
    const outlived = episode !== null && isAnother(episode, verdict, readAt) ? endOf(episode, incidents, readAt) : null;
    const old =
      outlived === null && episode !== null
        ? episode
        : begin(verdict, outlived === null ? recovery : null, readAt, sensedBefore(sensed, readAt));
    const next = grow(old, verdict, readAt, isMuted);
    const kind = kindOfStep(old, next);
    return { episode: next, change: kind && changeOf(kind, verdict, old, next), isNewReading: true, ended: outlived };
  }
  // Suspected over operational components: the outage is over, and what the user meets is said beside it. But an
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
