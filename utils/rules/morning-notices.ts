import type { AssistantId } from '@/utils/model/assistant';
import type { Change } from '@/utils/model/change';
import { type Notice, notice } from '@/utils/model/notice';
import type { Status } from '@/utils/model/status';

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
