import type { AssistantId } from './assistant';
import type { KnownLevel, Level } from './level';
import type { Incident } from './report';

/** A trouble that is over. Times are epoch milliseconds. */
export interface PastTrouble {
  /** The incident's id where the page told of it, the episode's where only this browser saw it. */
  id: string;
  assistantId: AssistantId;
  source: 'page' | 'seen';
  title: string | null;
  peak: Level;
  startedAt: number;
  /** When the person's own requests began to fail, where that was before the page told; null where it was not. */
  sensedAt: number | null;
  /** When a reading of ours first showed it going on; null where none did. */
  seenAt: number | null;
  endedAt: number;
  /** False when nobody saw or told when it ended; then `endedAt` is when it was last seen going on. */
  isEndKnown: boolean;
  /** Whether the maker wrote afterwards what had happened. */
  isExplained: boolean;
  url: string | null;
}

/** One day, in the person's time zone, as this browser saw it. */
export interface SeenDay {
  /** The day's first moment, epoch milliseconds. */
  at: number;
  worst: Level;
}

/** What is known of an assistant's last months. */
export interface Past {
  troubles: PastTrouble[];
  /** Days on which its page was read well, oldest first. */
  days: SeenDay[];
  /** Since when the page's own list of incidents is complete, epoch milliseconds; null where it cannot serve. */
  listedSince: number | null;
  /** When the page's list was last read, epoch milliseconds; null before the first time. */
  listedAt: number | null;
}

export const NO_PAST: Past = { troubles: [], days: [], listedSince: null, listedAt: null };

/** How long troubles like one lasted. */
export interface Experience {
  count: number;
  /** Half of them were over sooner. */
  medianMs: number;
  longestMs: number;
}

/** A stretch throughout which readings of this browser showed one level, epoch milliseconds. */
export interface Span {
  from: number;
  to: number;
  level: Level;
}

/** What one good reading adds to the history of an assistant. */
export interface HistoryEntry {
  assistantId: AssistantId;
  /** Epoch milliseconds. */
  readAt: number;
  level: Level;
  incidents: Incident[];
  /** What `status` remembers of its troubles, which is less than is kept here. */
  troubles: PastTrouble[];
}

/** What is kept of one assistant, oldest first. */
export interface History {
  incidents: Incident[];
  troubles: PastTrouble[];
  spans: Span[];
}

export const NO_HISTORY: History = { incidents: [], troubles: [], spans: [] };

/** Longer than this without a reading, nobody knows: a level is believed for an hour, as verdicts are. */
const MAX_SILENCE_MS = 3_600_000;

const LATELY_MS = 24 * 3_600_000;

/** Troubles that this browser met and that ended lately; those before were kept then. */
export function metLately({ troubles, readAt }: HistoryEntry): PastTrouble[] {
  return troubles.filter(({ seenAt, endedAt }) => seenAt !== null && readAt - endedAt < LATELY_MS);
}

const longer = <T>(a: T[], b: T[]): T[] => (a.length > b.length ? a : b);

/** More than any recorded one has; a page that writes without end must not fill the disk. */
const MAX_UPDATES = 100;

/** The newer account of an incident. A page may tell in short what it told at length before; that is not lost. */
export function mergeIncident(earlier: Incident | null, newer: Incident): Incident {
  return {
    ...newer,
    componentIds: longer(earlier?.componentIds ?? [], newer.componentIds),
    updates: longer(earlier?.updates ?? [], newer.updates).slice(0, MAX_UPDATES),
  };
}

/** The stretches that a reading makes of the last one: it grows, or ends where another level begins. */
export function spansAfter(last: Span | null, { readAt, level }: HistoryEntry): Span[] {
  if (level === 'unknown') return [];
  const fresh = { from: readAt, to: readAt, level };
  if (last === null || readAt - last.to > MAX_SILENCE_MS) return [fresh];
  const grown = { ...last, to: readAt };
  return last.level === level ? [grown] : [grown, fresh];
}

/** One trouble, by its maker's incident or as only this browser saw it. Times are epoch milliseconds. */
export interface TimelineEntry {
  /** Unique in a timeline. */
  key: string;
  assistantId: AssistantId;
  source: 'page' | 'seen';
  title: string | null;
  /** Null where its page gives it no level. */
  level: KnownLevel | null;
  startedAt: number;
  /** Null while it goes on. */
  endedAt: number | null;
  /** False where nobody told or saw its end: then `endedAt` is when it was last known to go on. */
  isEndKnown: boolean;
  /** Whether it concerns parts without which the chat does not work. */
  isCore: boolean;
  /** When the person's own requests began to fail, where that was before the page told. */
  sensedAt: number | null;
  /** When a reading of this browser first showed it. */
  seenAt: number | null;
  isExplained: boolean;
  url: string | null;
  /** Names of the parts that it names. */
  parts: string[];
  models: string[];
  /** Newest first. */
  updates: Incident['updates'];
}

/** What of a timeline is wanted. */
export interface TimelineFilter {
  /** What is looked for, as it was typed; empty for all. */
  text: string;
  /** Null for all. */
  level: KnownLevel | null;
  isCoreOnly: boolean;
}

export const NO_FILTER: TimelineFilter = { text: '', level: null, isCoreOnly: false };

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
