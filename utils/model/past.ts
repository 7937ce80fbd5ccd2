import type { AssistantId } from './assistant';
import type { Level } from './level';

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
