import type { Change, ChangeKind } from '@/utils/model/change';
import type { Episode } from '@/utils/model/episode';
import { isWorse } from '@/utils/model/level';
import type { Incident } from '@/utils/model/report';
import type { Verdict } from '@/utils/model/verdict';

/** A slow-down shorter than two readings is not worth a word. */
const READINGS_BEFORE_DEGRADED_IS_TOLD = 2;

export interface Step {
  /** Null when no trouble goes on. */
  episode: Episode | null;
  /** What a person may want to hear; null when this reading brought nothing new. */
  change: Change | null;
  /** The episode that ended with this reading and when it ended; null when none did. */
  ended: { episode: Episode; endedAt: number } | null;
}

const leading = (verdict: Verdict): Incident | null => verdict.incidents[0] ?? null;

/** Partial and major outages are told at once, and whatever the maker calls major on a core component. */
function isLoud(verdict: Verdict): boolean {
  const isOutage = isWorse(verdict.level, 'degraded');
  return isOutage || verdict.incidents.some(({ impact }) => impact === 'major' || impact === 'critical');
}

function begin(verdict: Verdict, readAt: number): Episode {
  return {
    id: `${verdict.assistantId}-${readAt}`,
    startedAt: verdict.since ?? readAt,
    isStartKnown: verdict.since !== null,
    level: verdict.level,
    peak: verdict.level,
    phase: null,
    incidentIds: [],
    lastReadAt: 0,
    readings: 0,
    isTold: false,
  };
}

/** The episode after a reading that shows trouble. Its start never moves once it was told. */
function grow(episode: Episode, verdict: Verdict, readAt: number): Episode {
  const readings = episode.readings + 1;
  const start = verdict.since !== null && !episode.isTold ? verdict.since : episode.startedAt;
  return {
    ...episode,
    startedAt: start,
    isStartKnown: episode.isStartKnown || (verdict.since !== null && !episode.isTold),
    level: verdict.level,
    peak: isWorse(verdict.level, episode.peak) ? verdict.level : episode.peak,
    phase: leading(verdict)?.phase ?? null,
    incidentIds: [...new Set([...episode.incidentIds, ...verdict.incidents.map((incident) => incident.id)])],
    lastReadAt: readAt,
    readings,
    isTold: episode.isTold || isLoud(verdict) || readings >= READINGS_BEFORE_DEGRADED_IS_TOLD,
  };
}

function kindOfStep(before: Episode, after: Episode): ChangeKind | null {
  if (!after.isTold) return null;
  if (!before.isTold) return 'started';
  if (isWorse(after.level, before.level)) return 'worsened';
  if (isWorse(before.level, after.level)) return 'eased';
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
    phase: after.phase,
    title: leading(verdict)?.title ?? null,
  };
}

/** When trouble ended: the maker's word for the incidents that belonged to it, else the reading that showed it over. */
function endOf(episode: Episode, incidents: readonly Incident[], readAt: number): number {
  const ends = incidents
    .filter((incident) => episode.incidentIds.includes(incident.id))
    .flatMap((incident) => incident.resolvedAt ?? []);
  const end = Math.max(...ends);
  return ends.length > 0 && end >= episode.startedAt && end <= readAt ? end : readAt;
}

/**
 * What a verdict means after what was remembered. Only a new reading moves anything: judging the same reading
 * again, or one that could not be made, changes nothing and tells nothing. Unknown never ends an episode, and
 * neither does maintenance: only a reading that shows the core components well does. `incidents` are all that
 * the page lists, closed ones too.
 */
export function detectChanges(episode: Episode | null, verdict: Verdict, incidents: readonly Incident[]): Step {
  const readAt = verdict.checkedAt;
  if (readAt === null || (episode !== null && readAt <= episode.lastReadAt)) {
    return { episode, change: null, ended: null };
  }
  if (verdict.kind === 'trouble') {
    const before = episode ?? begin(verdict, readAt);
    const after = grow(before, verdict, readAt);
    const kind = kindOfStep(before, after);
    return { episode: after, change: kind && changeOf(kind, verdict, before, after), ended: null };
  }
  if (verdict.kind === 'up' && episode !== null) {
    const endedAt = endOf(episode, incidents, readAt);
    const change = changeOf('recovered', verdict, episode, { ...episode, lastReadAt: readAt });
    return { episode: null, change: episode.isTold ? { ...change, at: endedAt } : null, ended: { episode, endedAt } };
  }
  return { episode, change: null, ended: null };
}
