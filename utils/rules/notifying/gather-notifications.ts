import type { AssistantId } from '@/utils/model/assistant';
import type { Change } from '@/utils/model/change';
import type { Episode } from '@/utils/model/episode';
import {
  type Notice,
  type NotificationPrefs,
  notice,
  notificationPrefsFor,
  type QuietHours,
} from '@/utils/model/notification';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';

/** What begins within so short a time hangs together more likely than not. */
export const SHARED_WITHIN_MS = 10 * 60_000;
/** Two may be chance. */
export const SHARED_BY = 3;

/** Whether so many troubles began so close together that a shared cause is the likelier explanation. */
export function haveSharedCause(moments: readonly number[]): boolean {
  const sorted = [...moments].sort((a, b) => a - b);
  return sorted.some((first, index) => {
    const last = sorted[index + SHARED_BY - 1];
    return last !== undefined && last - first <= SHARED_WITHIN_MS;
  });
}

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

/** How a trouble of the quiet hours stands now: it goes on, or it was and is over. */
function asOfNow(change: Change, { episodes, recoveries }: Pick<Status, 'episodes' | 'recoveries'>): Change {
  const episode = episodes[change.assistantId];
  if (episode !== undefined) {
    const { level, startedAt, isStartKnown } = episode;
    return { ...change, kind: 'started', level, startedAt, isStartKnown };
  }
  const recovery = recoveries[change.assistantId];
  const endedAt = recovery?.isEndKnown ? recovery.endedAt : change.endedAt;
  return { ...change, kind: 'recovered', level: 'operational', endedAt };
}

/**
 * What quiet hours held back, once they are over: one notice that sums up, one line for each assistant as it stands
 * now, and whatever maintenance is still ahead. Of those who are watched no more nothing is told.
 */
export function morningNotices(
  { held, episodes, recoveries }: Pick<Status, 'held' | 'episodes' | 'recoveries'>,
  watched: readonly AssistantId[],
  now: number,
): Notice[] {
  const ahead = held.flatMap((one) => {
    const { maintenance } = one;
    const isAhead =
      maintenance !== null && (maintenance.startsAt ?? 0) > now && watched.includes(maintenance.assistantId);
    return isAhead ? [{ ...one, maintenance: { ...maintenance, at: now } }] : [];
  });
  // That the chat did not open is no news hours later.
  const changes = held.flatMap((one) => one.changes).filter(({ kind }) => kind !== 'unopened');
  const latest = new Map(changes.map((change) => [change.assistantId, change]));
  const told = [...latest.values()]
    .filter(({ assistantId }) => watched.includes(assistantId))
    .map((change) => asOfNow(change, { episodes, recoveries }));
  const summary = notice(`understudy-morning-${now}`, { changes: told, sumsUpAt: now });
  return told.length === 0 ? ahead : [summary, ...ahead];
}

export function withLoudness(options: Options, id: AssistantId, over: Partial<NotificationPrefs>): Options {
  return { ...options, loudness: { ...options.loudness, [id]: { ...notificationPrefsFor(options, id), ...over } } };
}

export function withQuietHours(options: Options, over: Partial<QuietHours>): Options {
  return { ...options, quietHours: { ...options.quietHours, ...over } };
}
