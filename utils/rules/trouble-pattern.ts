import type { KnownLevel } from '@/utils/model/level';
import { isTrouble } from '@/utils/model/level';
import type { TimelineEntry } from '@/utils/model/timeline';

const HOUR = 3_600_000;
const DAY_HOURS = 24;

/** How troubles of one level lasted, milliseconds. */
export interface Lengths {
  level: KnownLevel;
  count: number;
  /** Half of them were over sooner. */
  medianMs: number;
  longestMs: number;
  /** Each, shortest first. */
  all: number[];
}

type Ended = TimelineEntry & { endedAt: number };

const hasEnded = (entry: TimelineEntry): entry is Ended => entry.endedAt !== null && entry.isEndKnown;

/** How long the chat's own troubles lasted, by level, the worst first. What has no known end has no known length. */
export function lengthsOf(entries: readonly TimelineEntry[]): Lengths[] {
  const levels = ['major_outage', 'partial_outage', 'degraded'] as const;
  return levels.flatMap((level) => {
    const all = entries
      .filter((entry) => entry.isCore && entry.level === level)
      .filter(hasEnded)
      .map(({ startedAt, endedAt }) => endedAt - startedAt)
      .sort((a, b) => a - b);
    const middle = Math.floor(all.length / 2);
    const [lower, upper] = [all[middle - 1] ?? 0, all[middle] ?? 0];
    if (all.length === 0) return [];
    const medianMs = all.length % 2 === 1 ? upper : (lower + upper) / 2;
    return [{ level, count: all.length, medianMs, longestMs: all.at(-1) ?? 0, all }];
  });
}

/**
 * How many of the chat's own troubles went on in each hour of the day, from 0 to 23, in the person's zone. `hourOf` tells
 * the hour of a moment there. One that lasted for days counts once in each hour.
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
