import type { KnownLevel, Level } from './level';

/** A stretch of time of which a level is known, epoch milliseconds. Stretches may overlap: then the worse one holds. */
export interface Stretch {
  from: number;
  to: number;
  level: KnownLevel;
}

/**
 * How much of a time of trouble counts as not up. Statuspage's own weights: a partial outage 0.3, a major outage 1, and
 * degraded performance not at all. Maintenance has none: planned work is left out, and counts neither way.
 */
export const DOWN_WEIGHTS: Readonly<Record<Exclude<KnownLevel, 'maintenance'>, number>> = {
  operational: 0,
  degraded: 0,
  partial_outage: 0.3,
  major_outage: 1,
};

/** What is known of a time, milliseconds by level. What is not known is in none of them. */
export type LevelTimes = Readonly<Record<KnownLevel, number>>;

export interface Uptime {
  /** The weighted part of the known time without trouble, from 0 to 1; null where too little is known. */
  share: number | null;
  /** The part of the whole time of which anything is known, from 0 to 1. */
  known: number;
  times: LevelTimes;
}

/** One day of a strip. */
export interface UptimeDay {
  /** The day's first moment, epoch milliseconds. */
  at: number;
  /** The worst that is known of it; unknown where nothing is. */
  level: Level;
  /** The part of the day, as far as it is over, of which anything is known; from 0 to 1. */
  known: number;
}
