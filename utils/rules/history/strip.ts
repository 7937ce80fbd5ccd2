import type { HistorySummary } from '@/utils/model/history';
import { isTrouble, type Level, worstOf } from '@/utils/model/level';

const DAY = 24 * 3_600_000;

/** The current outage. */
export interface Ongoing {
  startedAt: number;
  level: Level;
}

export interface StripDay {
  /** Start of the day, epoch milliseconds. */
  at: number;
  /** Unknown if neither the page's list nor this browser's readings cover the day. */
  level: Level;
}

/**
 * The last days, oldest first, each with its worst known level. `dayStarts` are the starts of the days. The current
 * outage counts for every day since its start, although no list contains it yet.
 */
export function stripOf(
  past: HistorySummary,
  dayStarts: readonly number[],
  now: number,
  ongoing: Ongoing | null,
): StripDay[] {
  return dayStarts.map((at, index) => {
    const end = dayStarts[index + 1] ?? now;
    const seen = past.days.find((day) => Math.abs(day.at - at) < DAY / 2);
    const isListed =
      past.listedSince !== null && past.listedSince <= at && (past.listedAt ?? 0) >= Math.min(end, now) - DAY;
    const levels = past.troubles
      .filter((trouble) => trouble.startedAt < end && trouble.endedAt >= at && isTrouble(trouble.peak))
      .map((trouble) => trouble.peak);
    const known: Level[] = [...levels, ...(seen === undefined ? [] : [seen.worst])];
    if (isListed) known.push('operational');
    if (ongoing !== null && ongoing.startedAt < end) known.push(ongoing.level);
    return { at, level: worstOf(known) };
  });
}

/** The first time with a known level, epoch milliseconds; null if there is none. */
export function knownSince(past: HistorySummary): number | null {
  const firsts = [past.listedSince, past.days[0]?.at ?? null].filter((at) => at !== null);
  return firsts.length > 0 ? Math.min(...firsts) : null;
}
