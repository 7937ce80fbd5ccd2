import type { AssistantId } from '@/utils/model/assistant';
import type { Change, Episode } from '@/utils/model/episode';
import { type Notice, notice, noticesAbout } from '@/utils/model/notification';
import { isSnoozed, type Status } from '@/utils/model/status';
import { ageOf } from '@/utils/rules/judging/judge';

/** Outages that begin within this time probably share a cause. */
const SHARED_WITHIN_MS = 10 * 60_000;
/** Two may be a coincidence. */
const SHARED_BY = 3;

/** Whether so many outages began so close together that a shared cause is likely. */
export function haveSharedCause(moments: readonly number[]): boolean {
  const sorted = [...moments].sort((a, b) => a - b);
  return sorted.some((first, index) => {
    const last = sorted[index + SHARED_BY - 1];
    return last !== undefined && last - first <= SHARED_WITHIN_MS;
  });
}

/** Outages that begin within this time share one notification. */
const TOGETHER_WITHIN_MS = 3 * 60_000;

/**
 * All notifications of one episode share an id, so that each replaces the previous one and a repeat replaces itself.
 */
export function noticeIdOf(episodeId: string | undefined): string {
  return `understudy-${episodeId}`;
}

const isBeginning = ({ kind }: Change): boolean => kind === 'started' || kind === 'reopened';

/** Whether a notification announces starts only. */
export function tellsBeginnings({ changes }: Notice): boolean {
  return changes.length > 0 && changes.every(isBeginning);
}

/** The starts of a notification whose outages continue, at their current level, one per assistant. */
function ongoingStarts(last: Notice | null, news: readonly Change[], episodes: Status['episodes']): Change[] {
  const newcomers = new Set(news.map(({ assistantId }) => assistantId));
  return (last?.changes ?? []).flatMap((change) => {
    const episode = episodes[change.assistantId];
    if (episode?.id !== change.episodeId || newcomers.has(change.assistantId)) return [];
    return [{ ...change, level: episode.level, phase: episode.phase }];
  });
}

/** The start of an announced outage, as if it was announced now. */
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

/** Recent starts of outages that continue, if together with the new ones they are too many for a coincidence. */
function recentStarts(news: readonly Change[], episodes: Status['episodes']): Change[] {
  const newcomers = new Set(news.map(({ assistantId }) => assistantId));
  const before = (Object.entries(episodes) as [AssistantId, Episode][]).flatMap(([id, episode]) =>
    episode.isTold && !newcomers.has(id) ? [beginningOf(id, episode)] : [],
  );
  const near = before.filter(({ at }) => Math.abs((news[0]?.at ?? 0) - at) <= SHARED_WITHIN_MS);
  return near.length + news.length >= SHARED_BY ? near.sort((a, b) => a.at - b.at) : [];
}

/** One notification for all changes of one round; outages that begin shortly after others join their notification. */
export function gatherNotices(news: Change[], lastBeginning: Notice | null, episodes: Status['episodes']): Notice[] {
  const [first] = news;
  if (first === undefined) return [];
  const alone = notice(noticeIdOf(first.episodeId), { changes: news });
  if (lastBeginning === null || !tellsBeginnings(alone)) return [alone];
  const lastAt = lastBeginning.changes.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
  const isSoon = Math.abs(first.at - lastAt) < TOGETHER_WITHIN_MS;
  const shared = recentStarts(news, episodes);
  const others = shared.length > 0 ? shared : isSoon ? ongoingStarts(lastBeginning, news, episodes) : [];
  const [earliest] = others;
  // Reuse the id of the oldest ongoing outage; the newer ids may already show a recovery.
  if (earliest === undefined) return [alone];
  return [notice(noticeIdOf(earliest.episodeId), { changes: [...others, ...news] })];
}

/**
 * The outbox without the notifications that these new ones replace. What a replaced one says about other assistants was
 * not shown yet: it becomes a notification of its own, unless it is outdated.
 */
export function withoutReplaced(
  outbox: readonly Notice[],
  notices: readonly Notice[],
  episodes: Status['episodes'],
): Notice[] {
  const replaced = new Set(notices.map(({ id }) => id));
  const isTrue = ({ kind, assistantId, episodeId }: Change) =>
    kind === 'unopened' || (kind === 'recovered') === (episodes[assistantId]?.id !== episodeId);
  return outbox.flatMap((waiting, index) => {
    if (!replaced.has(waiting.id)) return [waiting];
    const later = [...outbox.slice(index + 1), ...notices].flatMap(({ changes, back }) => [...changes, back]);
    const changes = waiting.changes.filter(
      (change) => isTrue(change) && later.every((about) => about?.assistantId !== change.assistantId),
    );
    const [first] = changes;
    return first === undefined ? [] : [notice(noticeIdOf(first.episodeId), { changes })];
  });
}

/**
 * The current state of an outage from the quiet hours: it continues, or it has ended. A later outage is another one. Null if
 * it was given up without an end, for example because its page could not be read for days.
 */
function asOfNow(change: Change, { episodes, recoveries }: Pick<Status, 'episodes' | 'recoveries'>): Change | null {
  const { assistantId, episodeId } = change;
  const episode = episodes[assistantId];
  if (episode?.id === episodeId && episode.isTold) {
    const { level, startedAt, isStartKnown } = episode;
    return { ...change, kind: 'started', level, startedAt, isStartKnown };
  }
  const recovery = recoveries[assistantId];
  const hasEnded = recovery?.episode.id === episodeId;
  if (!hasEnded && change.kind !== 'recovered') return null;
  const endedAt = hasEnded && recovery.isEndKnown ? recovery.endedAt : change.endedAt;
  return { ...change, kind: 'recovered', level: 'operational', endedAt };
}

/**
 * Whether it is open how an assistant with an outage is now: its last reading is too old, or is the first one of an outage
 * that is not announced yet, which the next reading confirms or not.
 */
function isInDoubt(
  { episodes, verdicts }: Pick<Status, 'episodes' | 'verdicts'>,
  id: AssistantId,
  now: number,
): boolean {
  const episode = episodes[id];
  if (episode === undefined) return false;
  const { level = 'unknown', checkedAt = null } = verdicts[id] ?? {};
  const isUnconfirmed = !episode.isTold && episode.readings === 1;
  return isUnconfirmed || level === 'unknown' || checkedAt === null || ageOf(checkedAt, now, 0) !== 'fresh';
}

/**
 * What goes on waiting when quiet hours end: what concerns a snoozed assistant, and an outage until its page was read again.
 * After a start of the browser or a sleep, only its state of the night is known.
 */
export function stillHeld(
  status: Pick<Status, 'held' | 'episodes' | 'verdicts' | 'snoozes'>,
  now: number,
): { waiting: Notice[]; due: Notice[] } {
  const isWaiting = (id: AssistantId) => isSnoozed(status, id, now) || isInDoubt(status, id, now);
  return {
    waiting: noticesAbout(status.held, isWaiting),
    due: noticesAbout(status.held, (id) => !isWaiting(id)),
  };
}

/**
 * Maintenance from the quiet hours as it is planned now, one notification for each. One that was canceled, has begun, or
 * was moved so far that its notice is not due any more is left out.
 */
function maintenanceAhead(
  { held, maintenances }: Pick<Status, 'held' | 'maintenances'>,
  watched: readonly AssistantId[],
  now: number,
): Notice[] {
  const latest = new Map(held.map((one) => [one.id, one]));
  return [...latest.values()].flatMap((one) => {
    const { maintenance } = one;
    if (maintenance === null || !watched.includes(maintenance.assistantId)) return [];
    const plan = maintenances[maintenance.assistantId]?.find(({ id }) => id === maintenance.maintenanceId);
    if (plan === undefined || plan.goneAt !== null || (plan.startsAt ?? 0) <= now) return [];
    // Without this step, its notice follows when it is near.
    if (!plan.noticed.includes('maintenance_ahead')) return [];
    const { title, startsAt, endsAt } = plan;
    return [{ ...one, maintenance: { ...maintenance, title, startsAt, endsAt, at: now } }];
  });
}

/**
 * The summary after quiet hours: one notification with one line for each assistant at its current state, plus any
 * maintenance that is still ahead. Assistants that are no longer watched are left out, and so is what the user has since
 * marked as working, and what `news`, the notifications of this round, are about.
 */
export function quietHoursSummary(
  status: Pick<Status, 'held' | 'episodes' | 'recoveries' | 'maintenances' | 'reactions'>,
  watched: readonly AssistantId[],
  news: readonly Notice[],
  now: number,
): Notice[] {
  const { held, reactions } = status;
  const ahead = maintenanceAhead(status, watched, now).filter(({ id }) => news.every((one) => one.id !== id));
  const notified = new Set(news.flatMap((one) => one.changes.map(({ assistantId }) => assistantId)));
  const worksSince = ({ assistantId, episodeId, at }: Change) => {
    const reaction = reactions[assistantId];
    return reaction?.says === 'works' && reaction.episodeId === episodeId && at <= reaction.at;
  };
  // That the chat did not open hours ago is no longer news.
  const changes = held
    .flatMap((one) => one.changes)
    .filter((change) => change.kind !== 'unopened' && !worksSince(change));
  const latest = new Map(changes.map((change) => [change.assistantId, change]));
  const lines = [...latest.values()]
    .filter(({ assistantId }) => watched.includes(assistantId) && !notified.has(assistantId))
    .flatMap((change) => asOfNow(change, status) ?? []);
  const summary = notice(`understudy-morning-${now}`, { changes: lines, sumsUpAt: now });
  return lines.length === 0 ? ahead : [summary, ...ahead];
}
