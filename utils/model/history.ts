import type { AssistantId } from './assistant';
import type { KnownLevel, Level } from './level';
import type { Incident } from './report';

/** An outage that is over. Times are epoch milliseconds. */
export interface PastTrouble {
  /** The incident's id; the episode's id if the page did not report the outage. */
  id: string;
  assistantId: AssistantId;
  source: 'page' | 'seen';
  title: string | null;
  peak: Level;
  startedAt: number;
  /** When the user's own requests began to fail; null if that was not before the page reported it. */
  sensedAt: number | null;
  /** When a reading first showed it as ongoing; null if none did. */
  seenAt: number | null;
  endedAt: number;
  /** False if its end was not observed or reported; then `endedAt` is when it was last known to be ongoing. */
  isEndKnown: boolean;
  /** Whether the provider published an explanation afterwards. */
  isExplained: boolean;
  url: string | null;
}

/** One day in the user's time zone, as this browser saw it. */
export interface SeenDay {
  /** The day's first moment, epoch milliseconds. */
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
  /** Days with at least one good reading of its page, oldest first. */
  days: SeenDay[];
  /** Since when the page's list of incidents is complete, epoch milliseconds; null if the list cannot be used. */
  listedSince: number | null;
  /** When the page's list was last read, epoch milliseconds; null before the first time. */
  listedAt: number | null;
}

export const NO_HISTORY_SUMMARY: HistorySummary = { troubles: [], days: [], listedSince: null, listedAt: null };

/** How long similar outages lasted. */
export interface Experience {
  count: number;
  medianMs: number;
  longestMs: number;
}

/** A time during which all readings of this browser showed one level, epoch milliseconds. */
export interface Span {
  from: number;
  to: number;
  level: Level;
}

/** What one good reading adds to the full history of an assistant. */
export interface HistoryEntry {
  assistantId: AssistantId;
  /** Epoch milliseconds. */
  readAt: number;
  level: Level;
  incidents: Incident[];
  /** The outages in the summary, which are fewer than the history holds. */
  troubles: PastTrouble[];
}

/** The full history of one assistant, oldest first. */
export interface History {
  incidents: Incident[];
  troubles: PastTrouble[];
  spans: Span[];
}

export const NO_HISTORY: History = { incidents: [], troubles: [], spans: [] };

/** A level is valid for an hour after a reading, as verdicts are. After that it is unknown. */
const MAX_SILENCE_MS = 3_600_000;

const LATELY_MS = 24 * 3_600_000;

/** Outages that this browser met and that ended lately. Earlier ones are in the history already. */
export function metLately({ troubles, readAt }: HistoryEntry): PastTrouble[] {
  return troubles.filter(({ seenAt, endedAt }) => seenAt !== null && readAt - endedAt < LATELY_MS);
}

const longer = <T>(a: T[], b: T[]): T[] => (a.length > b.length ? a : b);

/** More than any recorded incident has. A page must not be able to fill the disk. */
const MAX_UPDATES = 100;

/** The newer version of an incident. Pages shorten incidents later, so the longer lists are kept. */
export function mergeIncident(earlier: Incident | null, newer: Incident): Incident {
  return {
    ...newer,
    componentIds: longer(earlier?.componentIds ?? [], newer.componentIds),
    updates: longer(earlier?.updates ?? [], newer.updates).slice(0, MAX_UPDATES),
  };
}

/** The spans to write after a reading: the last one grows, and a new one begins if the level changed. */
export function spansAfter(last: Span | null, { readAt, level }: HistoryEntry): Span[] {
  if (level === 'unknown') return [];
  const fresh = { from: readAt, to: readAt, level };
  if (last === null || readAt - last.to > MAX_SILENCE_MS) return [fresh];
  const grown = { ...last, to: readAt };
  return last.level === level ? [grown] : [grown, fresh];
}

/** One outage, as an incident of its page or as only this browser saw it. Times are epoch milliseconds. */
export interface TimelineEntry {
  /** Unique in a timeline. */
  key: string;
  assistantId: AssistantId;
  source: 'page' | 'seen';
  title: string | null;
  /** Null if its page gives no level. */
  level: KnownLevel | null;
  startedAt: number;
  /** Null while it is ongoing. */
  endedAt: number | null;
  /** See `PastTrouble`. */
  isEndKnown: boolean;
  /** Whether it affects core components. */
  isCore: boolean;
  /** See `PastTrouble`. */
  sensedAt: number | null;
  /** See `PastTrouble`. */
  seenAt: number | null;
  isExplained: boolean;
  url: string | null;
  /** Names of the affected components. */
  parts: string[];
  models: string[];
  /** Newest first. */
  updates: Incident['updates'];
}

/** Which entries of a timeline to show. */
export interface TimelineFilter {
  /** The search text as typed; empty for all. */
  text: string;
  /** Null for all. */
  level: KnownLevel | null;
  isCoreOnly: boolean;
}

export const NO_FILTER: TimelineFilter = { text: '', level: null, isCoreOnly: false };

/** A time with a known level, epoch milliseconds. If stretches overlap, the worst level counts. */
export interface Stretch {
  from: number;
  to: number;
  level: KnownLevel;
}

/**
 * How much of a time at each level counts as downtime. These are Statuspage's weights. Maintenance has none: planned work
 * counts neither as uptime nor as downtime.
 */
export const DOWN_WEIGHTS: Readonly<Record<Exclude<KnownLevel, 'maintenance'>, number>> = {
  operational: 0,
  degraded: 0,
  partial_outage: 0.3,
  major_outage: 1,
};

/** Milliseconds by level. Unknown time is in none of them. */
export type LevelTimes = Readonly<Record<KnownLevel, number>>;

export interface Uptime {
  /** Weighted uptime as a share of the known time, 0 to 1; null if too little is known. */
  share: number | null;
  /** The known share of the whole time, 0 to 1. */
  known: number;
  times: LevelTimes;
}

/** One day of a strip. */
export interface UptimeDay {
  /** The day's first moment, epoch milliseconds. */
  at: number;
  /** The worst known level; unknown if none is known. */
  level: Level;
  /** The known share of the day so far, 0 to 1. */
  known: number;
}
