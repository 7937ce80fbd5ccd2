import type { AssistantId } from './assistant';
import type { KnownLevel } from './level';
import type { Incident } from './report';

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
