import {
  DOWN_WEIGHTS,
  type HistorySummary,
  type LevelTimes,
  type Stretch,
  type TimelineEntry,
  type Uptime,
  type UptimeDay,
} from '@/utils/model/history';
import { isWorse, type KnownLevel, type Level, worstOf } from '@/utils/model/level';

type Edge = { at: number; level: KnownLevel; step: 1 | -1 };

const none = (): Record<KnownLevel, number> => ({
  operational: 0,
  maintenance: 0,
  degraded: 0,
  partial_outage: 0,
  major_outage: 0,
});

const worst = (open: Record<KnownLevel, number>): KnownLevel | null =>
  (Object.keys(open) as KnownLevel[])
    .filter((level) => open[level] > 0)
    .reduce<KnownLevel | null>((a, b) => (a === null || isWorse(b, a) ? b : a), null);

/** How long each level held between two moments. Where stretches overlap the worst holds; where none is, nobody knows. */
export function levelTimes(stretches: readonly Stretch[], from: number, to: number): LevelTimes {
  const edges = clip(stretches, from, to)
    .flatMap((one): Edge[] => [
      { at: one.from, level: one.level, step: 1 },
      { at: one.to, level: one.level, step: -1 },
    ])
    .sort((a, b) => a.at - b.at);
  const [times, open] = [none(), none()];
  let before = from;
  for (const { at, level, step } of edges) {
    const held = worst(open);
    if (held !== null) times[held] += at - before;
    open[level] += step;
    before = at;
  }
  return times;
}

/** As much of each as lies between two moments. */
export function clip(stretches: readonly Stretch[], from: number, to: number): Stretch[] {
  return stretches
    .map((one) => ({ ...one, from: Math.max(from, one.from), to: Math.min(to, one.to) }))
    .filter((one) => one.from < one.to);
}

const sumOf = (times: LevelTimes): number => Object.values(times).reduce((sum, ms) => sum + ms, 0);

/** Of less than this part of a stretch no share is calculated: it would be made of chance. */
const LEAST_KNOWN = 0.1;

/** The uptime between two moments by what is known of them. */
export function uptimeOf(stretches: readonly Stretch[], from: number, to: number): Uptime {
  const times = levelTimes(stretches, from, to);
  const { maintenance, ...counted } = times;
  const all = sumOf(times);
  const countable = all - maintenance;
  const known = to > from ? all / (to - from) : 0;
  const down = (Object.keys(counted) as (keyof typeof counted)[]).reduce(
    (sum, level) => sum + counted[level] * DOWN_WEIGHTS[level],
    0,
  );
  return {
    share: countable > 0 && known >= LEAST_KNOWN ? Math.min(1, Math.max(0, 1 - down / countable)) : null,
    known,
    times,
  };
}

/** Each day with the worst that is known of it. `dayStarts` are their first moments, the last one today's. */
export function uptimeDays(stretches: readonly Stretch[], dayStarts: readonly number[], now: number): UptimeDay[] {
  return dayStarts.map((at, index) => {
    const end = Math.min(now, dayStarts[index + 1] ?? now);
    const within = stretches.filter((one) => one.from < end && one.to > at);
    const levels: Level[] = within.map((one) => one.level);
    return { at, level: worstOf(levels), known: end > at ? sumOf(levelTimes(within, at, end)) / (end - at) : 0 };
  });
}

/** The list is read once a day; until then it is taken to be as it was. */
const LIST_HOLDS_FOR_MS = 25 * 3_600_000;

/**
 * What its maker's own incidents say of an assistant: trouble while one that names its core parts was open, and up for the
 * rest of the time in which the page's list is known to be complete. Of what lies outside of that nothing is said.
 */
export function toldStretches(
  entries: readonly TimelineEntry[],
  { listedSince, listedAt }: Pick<HistorySummary, 'listedSince' | 'listedAt'>,
  now: number,
): Stretch[] {
  const calm: Stretch[] =
    listedSince === null || listedAt === null ? [] : [{ from: listedSince, to: listedAt, level: 'operational' }];
  const troubles = entries.flatMap(({ source, isCore, level, startedAt, endedAt }): Stretch[] =>
    source === 'page' && isCore && level !== null ? [{ from: startedAt, to: endedAt ?? now, level }] : [],
  );
  return [...calm, ...troubles];
}

/**
 * The part of it that figures may be made of: of the time for which no list is known only troubles are remembered, and a
 * share of those alone would be far too bad.
 */
export function listedStretches(
  told: readonly Stretch[],
  { listedSince, listedAt }: Pick<HistorySummary, 'listedSince' | 'listedAt'>,
  now: number,
): Stretch[] {
  if (listedSince === null || listedAt === null) return [];
  return clip(told, listedSince, now - listedAt < LIST_HOLDS_FOR_MS ? now : listedAt);
}
