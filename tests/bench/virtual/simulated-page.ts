import { isWithin, type Spell } from '@/tests/bench/ordinary-days/fate';
import type { AssistantId } from '@/utils/model/assistant';
import type { ReadFailure } from '@/utils/model/failure';
import type { PollFloors } from '@/utils/platforms/adapter';

/** A status page as the plan meets it: when it shows trouble, and how it answers. Times in milliseconds of virtual time. */
export interface SimulatedPage {
  id: AssistantId;
  floors: PollFloors;
  troubles: readonly Spell[];
  /** How many readings must show trouble before it is told: two for a slow-down, one for what is worse. */
  readingsToTell: 1 | 2;
  /** Null: it answers well. */
  failureAt(at: number): ReadFailure | null;
}

export const showsTrouble = ({ troubles }: SimulatedPage, at: number): boolean => isWithin(troubles, at);
