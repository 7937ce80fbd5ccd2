import type { AssistantId } from '@/utils/model/assistant';
import type { Change } from '@/utils/model/change';
import type { Episode } from '@/utils/model/episode';
import { type Notice, notice } from '@/utils/model/notice';
import type { Status } from '@/utils/model/status';
import { SHARED_BY, SHARED_WITHIN_MS } from './shared-cause';

/** What begins this soon after something else began is told with it. */
const TOGETHER_WITHIN_MS = 3 * 60_000;

/** All notices of one episode share an id: each takes the place of the one before, and a repeat replaces itself. */
export function noticeIdOf(episodeId: string | undefined): string {
  return `understudy-${episodeId}`;
}

const isBeginning = ({ kind }: Change): boolean => kind === 'started' || kind === 'reopened';

/** Whether a notice tells of beginnings alone. */
export function tellsBeginnings({ changes }: Notice): boolean {
  return changes.length > 0 && changes.every(isBeginning);
}

/** The beginnings of a notice that still go on, as they are now, one for each assistant. */
function stillOn(last: Notice | null, told: readonly Change[], episodes: Status['episodes']): Change[] {
  const newcomers = new Set(told.map(({ assistantId }) => assistantId));
  return (last?.changes ?? []).flatMap((change) => {
    const episode = episodes[change.assistantId];
    if (episode?.id !== change.episodeId || newcomers.has(change.assistantId)) return [];
    return [{ ...change, level: episode.level, phase: episode.phase }];
  });
}

/** A trouble that was told before, as if it was told now. */
function beginningOf(assistantId: AssistantId, episode: Episode): Change {
  const { id, level, startedAt, isStartKnown, reopened, phase, seenAt } = episode;
  const how = {
    level,
    from: 'operational',
    startedAt,
    isStartKnown,
    endedAt: null,
    reopened,
    phase,
    title: null,
    onlyParts: episode.onlyParts,
  } as const;
  return { kind: 'started', assistantId, episodeId: id, at: seenAt, ...how };
}

/** What began shortly before and still goes on, where together with what begins now it is too much for chance. */
function sharers(told: readonly Change[], episodes: Status['episodes']): Change[] {
  const newcomers = new Set(told.map(({ assistantId }) => assistantId));
  const before = (Object.entries(episodes) as [AssistantId, Episode][]).flatMap(([id, episode]) =>
    episode.isTold && !newcomers.has(id) ? [beginningOf(id, episode)] : [],
  );
  const near = before.filter(({ at }) => Math.abs((told[0]?.at ?? 0) - at) <= SHARED_WITHIN_MS);
  return near.length + told.length >= SHARED_BY ? near.sort((a, b) => a.at - b.at) : [];
}

/** One notice for all that is told in one round; troubles that begin shortly after others join their notice. */
export function gatherNotices(told: Change[], lastBeginning: Notice | null, episodes: Status['episodes']): Notice[] {
  const [first] = told;
  if (first === undefined) return [];
  const alone = notice(noticeIdOf(first.episodeId), { changes: told });
  if (lastBeginning === null || !tellsBeginnings(alone)) return [alone];
  const lastAt = lastBeginning.changes.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
  const isSoon = Math.abs(first.at - lastAt) < TOGETHER_WITHIN_MS;
  const shared = sharers(told, episodes);
  const others = shared.length > 0 ? shared : isSoon ? stillOn(lastBeginning, told, episodes) : [];
  const [earliest] = others;
  // In the place of the first that still goes on: what stands in the others' may tell of an end by now.
  if (earliest === undefined) return [alone];
  return [notice(noticeIdOf(earliest.episodeId), { changes: [...others, ...told] })];
}
