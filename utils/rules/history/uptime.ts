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

/**
 * How long each level lasted between two times. Where stretches overlap, the worst level counts; uncovered time is
 * unknown.
 */
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

/** Cuts stretches to a period. */
function clip(stretches: readonly Stretch[], from: number, to: number): Stretch[] {
  return stretches
    .map((one) => ({ ...one, from: Math.max(from, one.from), to: Math.min(to, one.to) }))
    .filter((one) => one.from < one.to);
}

const sumOf = (times: LevelTimes): number => Object.values(times).reduce((sum, ms) => sum + ms, 0);

/** Below this known share no uptime is calculated, because it would be arbitrary. */
const LEAST_KNOWN = 0.1;

/** The uptime of a period, calculated from the known part of it. */
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

/** Each day with its worst known level. `dayStarts` are the starts of the days; the last one is today. */
export function uptimeDays(stretches: readonly Stretch[], dayStarts: readonly number[], now: number): UptimeDay[] {
  return dayStarts.map((at, index) => {
    const end = Math.min(now, dayStarts[index + 1] ?? now);
    const within = stretches.filter((one) => one.from < end && one.to > at);
    const levels: Level[] = within.map((one) => one.level);
    return { at, level: worstOf(levels), known: end > at ? sumOf(levelTimes(within, at, end)) / (end - at) : 0 };
  });
}

/** The list is read once a day; until the next reading it is assumed to be unchanged. */
export const LIST_HOLDS_FOR_MS = 25 * 3_600_000;

type Period = Pick<Stretch, 'from' | 'to'>;

/** The parts of a period that none of the others covers. */
function outside({ from, to }: Period, others: readonly Period[]): Period[] {
  const parts: Period[] = [];
  let reached = from;
  for (const other of [...others].sort((a, b) => a.from - b.from)) {
    parts.push({ from: reached, to: Math.min(other.from, to) });
    reached = Math.max(reached, other.to);
  }
  return [...parts, { from: reached, to }].filter((part) => part.from < part.to);
}

/**
 * An assistant's levels according to the provider's incidents: its incidents' levels while one that names core
 * components was open, operational for the rest of the period that the page's list covers completely. Time outside that
 * period is unknown, and so is the time of an incident whose level is not stated.
 */
export function reportedStretches(
  entries: readonly TimelineEntry[],
  { listedSince, listedAt }: Pick<HistorySummary, 'listedSince' | 'listedAt'>,
  now: number,
): Stretch[] {
  const ofCore = entries
    .filter(({ source, isCore }) => source === 'page' && isCore)
    .map(({ level, startedAt, endedAt }) => ({ level, from: startedAt, to: endedAt ?? now }));
  const unclear = ofCore.filter(({ level }) => level === null);
  const listed = listedSince === null || listedAt === null ? null : { from: listedSince, to: listedAt };
  const calm = listed === null ? [] : outside(listed, unclear);
  const troubles = ofCore.flatMap(({ level, from, to }): Stretch[] => (level === null ? [] : [{ from, to, level }]));
  return [...calm.map((part): Stretch => ({ ...part, level: 'operational' })), ...troubles];
}

/**
 * The part of a period that statistics may use. Outside the page's list only outages are remembered, so an uptime
 * calculated from them would be far too low.
 */
export function listedStretches(
  reported: readonly Stretch[],
  { listedSince, listedAt }: Pick<HistorySummary, 'listedSince' | 'listedAt'>,
  now: number,
): Stretch[] {
  if (listedSince === null || listedAt === null) return [];
  return clip(reported, listedSince, now - listedAt < LIST_HOLDS_FOR_MS ? now : listedAt);
}
