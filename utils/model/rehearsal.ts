import { CARRY_OUTCOMES } from './carry';
import type { WayId } from './way';

export const REHEARSAL_OUTCOMES = [
  ...CARRY_OUTCOMES,
  /** Its page has not said anything yet. */
  'under_way',
  /** Nothing may fill it in there: it was copied, to be pasted. */
  'by_hand',
  /** It went along in the address; what became of it nobody can see. */
  'by_address',
] as const;
export type RehearsalOutcome = (typeof REHEARSAL_OUTCOMES)[number];

/** The last time that a sample draft was carried, and what became of it. */
export interface Rehearsal {
  to: WayId;
  /** Epoch milliseconds. */
  at: number;
  outcome: RehearsalOutcome;
}
