import type { AssistantId } from './assistant';
import type { KnownLevel, Level } from './level';
import type { Incident, PlatformId } from './report';
import type { IncidentReading, IncidentRevisions, Rewording } from './revisions';

/** A past outage. Times are epoch milliseconds. */
export interface PastTrouble {
  /** The incident's id if the page reported it, otherwise the episode's. */
  id: string;
  assistantId: AssistantId;
  source: 'page' | 'seen';
  title: string | null;
  peak: Level;
  startedAt: number;
  /** When the user's own requests began to fail, if that was before the page reported it; otherwise null. */
  sensedAt: number | null;
  /** When a reading of this browser first showed it open; null if none did. */
  seenAt: number | null;
  endedAt: number;
  /** False if the end is unknown; then `endedAt` is when it was last seen open. */
  isEndKnown: boolean;
  /** Whether the provider published a postmortem. */
  isExplained: boolean;
  url: string | null;
}

/** One day in the user's time zone, as this browser saw it. */
interface SeenDay {
  /** Start of the day, epoch milliseconds. */
  at: number;
  worst: Level;
}

/**
 * The last 95 days of an assistant, stored with the status (`Status.past`). The popup shows its 90-day strip and recent
 * outages from this summary alone and opens no database. The full history, of two years, is in IndexedDB
 * (`browser/history.ts`); it takes over the outages that this browser met, which are in both for that time.
 */
export interface HistorySummary {
  troubles: PastTrouble[];
  /** Days with a good reading of its page, oldest first. */
  days: SeenDay[];
  /** Since when the page's list of incidents is complete, epoch milliseconds; null if it cannot be used. */
  listedSince: number | null;
  /** When the page's list was last read, epoch milliseconds; null before the first time. */
  listedAt: number | null;
}

export const NO_HISTORY_SUMMARY: HistorySummary = { troubles: [], days: [], listedSince: null, listedAt: null };

/** Durations of similar outages. */
export interface Experience {
  count: number;
  /** Median duration. */
  medianMs: number;
  longestMs: number;
}

/**
 * A period in which all readings of this browser were judged as one level, for the user's models and parts. Times are epoch
 * milliseconds.
 */
export interface Span {
  from: number;
  to: number;
  level: Level;
}

/** From the first to the last of the user's own requests that failed. Epoch milliseconds. */
export interface Signal {
  from: number;
  to: number;
}

/** What one good reading adds to an assistant's history. */
export interface HistoryEntry {
  assistantId: AssistantId;
  /** Epoch milliseconds. */
  readAt: number;
  /** The format that was read. */
  platform: PlatformId;
  level: Level;
  /**
   * Also those of the reading before, each with its own time: a worker may die before its history is written, so they are
   * passed on again.
   */
  incidents: IncidentReading[];
  /** When the user's own requests failed, up to this reading; null if they do not. */
  signal: Signal | null;
  /** Recent outages from `status`, which keeps fewer than the history. */
  troubles: PastTrouble[];
}

/** Stored history of one assistant, oldest first. */
export interface History {
  incidents: Incident[];
  troubles: PastTrouble[];
  spans: Span[];
  /** When own requests failed, before the page reported anything. */
  signals: Signal[];
  /** Of the incidents, in no order. Incidents that were stored by earlier builds may have none. */
  revisions: IncidentRevisions[];
}

export const NO_HISTORY: History = { incidents: [], troubles: [], spans: [], signals: [], revisions: [] };

/** After this long without a reading the level is unknown. Most verdicts expire after the same time (`ageLimits`). */
export const MAX_SILENCE_MS = 3_600_000;

const LATELY_MS = 24 * 3_600_000;

/**
 * Outages seen by this browser that ended recently or since the reading before; earlier ones were stored by earlier rounds.
 * `lastAt`: the time of the reading before. It may be days ago, and so may be the end that only this reading shows.
 */
export function recentOutages({ troubles }: HistoryEntry, lastAt: number): PastTrouble[] {
  return troubles.filter(({ seenAt, endedAt }) => seenAt !== null && lastAt - endedAt < LATELY_MS);
}

/** The spans after a reading: the last one grows, or ends where another level begins, also an unknown one. */
export function spansAfter(last: Span | null, { readAt, level }: HistoryEntry): Span[] {
  // The last good reading is passed on again when its verdict has expired; what it showed stays known.
  if (level === 'unknown' && last !== null && readAt <= last.to) return [];
  const fresh = { from: readAt, to: readAt, level };
  if (last === null || readAt - last.to > MAX_SILENCE_MS) return [fresh];
  const grown = { ...last, to: readAt };
  return last.level === level ? [grown] : [grown, fresh];
}

/** One outage, from the provider's incident or as only this browser saw it. Times are epoch milliseconds. */
export interface TimelineEntry {
  /** Unique in a timeline. */
  key: string;
  /** The key that it had while only this browser had met it; null if the page has no incident of it, or if none is known. */
  metKey: string | null;
  assistantId: AssistantId;
  source: 'page' | 'seen';
  title: string | null;
  /** Null if the page states no level. */
  level: KnownLevel | null;
  startedAt: number;
  /** Whether the page states the beginning itself. */
  isStartStated: boolean;
  /** Null while open. */
  endedAt: number | null;
  /** False if the end is unknown: then `endedAt` is when it was last known to be open. */
  isEndKnown: boolean;
  /** Whether the page states the end itself. */
  isEndStated: boolean;
  /** Whether it concerns core components. */
  isCore: boolean;
  /** When the user's own requests began to fail, if that was before the page reported it. */
  sensedAt: number | null;
  /** See `PastTrouble`. */
  seenAt: number | null;
  isExplained: boolean;
  url: string | null;
  /** Names of the affected parts. */
  parts: string[];
  /** Whether the incident names components, also ones whose names are not known. */
  namesParts: boolean;
  models: string[];
  /** Newest first. */
  updates: Incident['updates'];
  /** How the page changed what it had said; null if it did not, or if this is not recorded. */
  rewording: Rewording | null;
}

/** Filter of a timeline. */
export interface TimelineFilter {
  /** Search text as typed; empty for all. */
  text: string;
  /** Null for all levels. */
  level: KnownLevel | null;
  isCoreOnly: boolean;
}

export const NO_FILTER: TimelineFilter = { text: '', level: null, isCoreOnly: false };

/** A period with a known level, epoch milliseconds. Periods may overlap; the worse level counts. */
export interface Stretch {
  from: number;
  to: number;
  level: KnownLevel;
}

/**
 * Share of an outage that counts as downtime. These are Statuspage's weights: partial outage 0.3, major outage 1,
 * degraded performance 0. Maintenance is excluded: planned work counts neither as uptime nor as downtime.
 * https://support.atlassian.com/statuspage/docs/display-historical-uptime-of-components/
 */
export const DOWN_WEIGHTS: Readonly<Record<Exclude<KnownLevel, 'maintenance'>, number>> = {
  operational: 0,
  degraded: 0,
  partial_outage: 0.3,
  major_outage: 1,
};

/** Known time in milliseconds by level. Unknown time is in none of them. */
export type LevelTimes = Readonly<Record<KnownLevel, number>>;

export interface Uptime {
  /** Weighted uptime of the known time, from 0 to 1; null if too little is known. */
  share: number | null;
  /** Known share of the whole period, from 0 to 1. */
  known: number;
  times: LevelTimes;
}

/** One day of the uptime strip. */
export interface UptimeDay {
  /** Start of the day, epoch milliseconds. */
  at: number;
  /** Worst known level; unknown if there is none. */
  level: Level;
  /** Known share of the elapsed part of the day, from 0 to 1. */
  known: number;
}
