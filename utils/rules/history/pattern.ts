import type { Experience, TimelineEntry } from '@/utils/model/history';
import { isTrouble, type KnownLevel } from '@/utils/model/level';
import { experienceIn } from './past';

const HOUR = 3_600_000;
const DAY_HOURS = 24;

/** Durations of outages of one level. */
export interface Lengths extends Experience {
  level: KnownLevel;
  /** All durations in milliseconds, shortest first. */
  all: number[];
}

type Ended = TimelineEntry & { endedAt: number };

const hasEnded = (entry: TimelineEntry): entry is Ended => entry.endedAt !== null && entry.isEndKnown;

/** Durations of the chat's own outages by level, worst first. Outages without a known end are left out. */
export function lengthsOf(entries: readonly TimelineEntry[]): Lengths[] {
  const levels = ['major_outage', 'partial_outage', 'degraded'] as const;
  return levels.flatMap((level) => {
    const all = entries
      .filter((entry) => entry.isCore && entry.level === level)
      .filter(hasEnded)
      .map(({ startedAt, endedAt }) => endedAt - startedAt)
      .sort((a, b) => a - b);
    return all.length === 0 ? [] : [{ level, ...experienceIn(all), all }];
  });
}

/**
 * Number of the chat's own outages in each local hour of the day, from 0 to 23. `hourOf` returns the local hour of a
 * time. An outage of several days counts once per hour.
 */
export function hoursOf(entries: readonly TimelineEntry[], now: number, hourOf: (at: number) => number): number[] {
  const hours = Array.from({ length: DAY_HOURS }, () => 0);
  for (const { isCore, level, startedAt, endedAt } of entries) {
    if (!isCore || level === null || !isTrouble(level)) continue;
    const end = Math.min(endedAt ?? now, startedAt + (DAY_HOURS - 1) * HOUR);
    const met = new Set<number>();
    for (let at = startedAt; at < end; at += HOUR) met.add(hourOf(at));
    met.add(hourOf(end));
    for (const hour of met) hours[hour] = (hours[hour] ?? 0) + 1;
  }
  return hours;
}
