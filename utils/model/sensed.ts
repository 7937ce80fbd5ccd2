import type { EvidenceKind } from './evidence';

/**
 * The last trouble that the person's own requests made possible before the page told of any. It outlives the suspicion:
 * the page may follow long after somebody has stopped trying. Times are epoch milliseconds.
 */
export interface Sensed {
  /** The first of the failures. */
  since: number;
  /** Until when trouble was thought possible, as it was last reckoned. */
  until: number;
  /** Requests went through again before the page said a word. */
  isOver: boolean;
  /** The kinds of which it was decided whether to tell. */
  decided: EvidenceKind[];
}
