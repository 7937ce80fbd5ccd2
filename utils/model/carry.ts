import type { AssistantId } from './assistant';
import type { Direction } from './direction';
import type { WayId } from './way';

/** What a person had typed, and where; or a sample of ours, with which they try their plan. */
export interface Draft {
  from: AssistantId | 'sample';
  /** Well-formed UTF-16: half a surrogate pair fits into no address and no store. Never empty. */
  text: string;
  /** Whether files are in the composer, too: no script can carry those. */
  hasFiles?: boolean | undefined;
}

/** The tab in which a person pressed "Continue in …". */
export interface Origin {
  tabId: number;
  /** Nothing typed in a private window is stored on disk or shown outside private windows. */
  isPrivate: boolean;
}

/**
 * A draft transfer: from one assistant to wherever the person goes on. Lives in session storage, which is in memory
 * only, and ten minutes at the most.
 */
export interface Carry extends Draft {
  /** Unique among the stored transfers. */
  id: number;
  to: WayId;
  /** Empty once no text is left to carry: then it only tells a second press from a first one, for a second. */
  text: string;
  /** Epoch milliseconds. */
  startedAt: number;
  /** The tab that was opened for it, the only one that is given the text; null when it waits to be pasted by hand. */
  tabId: number | null;
  /** Null for one that no chat tab started. */
  originTabId: number | null;
  isPrivate: boolean;
}

/** What became of filling a draft in, as the script in the other tab tells it. */
export const CARRY_OUTCOMES = [
  'exact',
  'attached',
  'altered',
  'refused',
  'too_long',
  'occupied',
  'no_composer',
] as const;
export type CarryOutcome = (typeof CARRY_OUTCOMES)[number];

/** What the script in the other tab is given: the draft, and what to say of each outcome. */
export interface CarryOrder {
  id: number;
  text: string;
  /** Where to look for the composer first, as CSS selectors. */
  hints: readonly string[];
  said: Record<CarryOutcome, string>;
  labels: { region: string; close: string; direction: Direction };
}
