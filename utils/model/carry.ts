import type { AssistantId } from './assistant';
import type { Direction } from './direction';
import type { WayId } from './way';

/** What a person had typed, and where; or a sample of ours, with which they try their plan. */
export interface Draft {
  from: AssistantId | 'sample';
  /** Never empty. */
  text: string;
}

/** A draft on its way from one assistant to wherever the person goes on. Lives in session storage, and ten minutes at the most. */
export interface Carry extends Draft {
  to: WayId;
  /** Epoch milliseconds. */
  startedAt: number;
  /** The tab that was opened for it, the only one that is given the text; null when it waits to be pasted by hand. */
  tabId: number | null;
}

/** What became of filling a draft in, as the script in the other tab tells it. */
export const CARRY_OUTCOMES = ['exact', 'attached', 'altered', 'refused', 'occupied', 'no_composer'] as const;
export type CarryOutcome = (typeof CARRY_OUTCOMES)[number];

/** What the script in the other tab is given: the draft, and what to say of each outcome. */
export interface CarryOrder {
  text: string;
  /** Where to look for the composer first, as CSS selectors. */
  hints: readonly string[];
  said: Record<CarryOutcome, string>;
  labels: { region: string; close: string; direction: Direction };
}
