import { isWithin, type Period } from '@/tests/bench/ordinary-days/message-outcome';
import type { AssistantId } from '@/utils/model/assistant';
import type { ReadFailure } from '@/utils/model/failure';
import type { PollFloors } from '@/utils/platforms/adapters';

/** A status page for the plan: when it shows an issue, and how it answers. Times in milliseconds of virtual time. */
export interface SimulatedPage {
  id: AssistantId;
  floors: PollFloors;
  troubles: readonly Period[];
  /** Readings that must show an issue before it is notified: two for degraded, one for worse levels. */
  readingsToNotify: 1 | 2;
  /** Null: it answers correctly. */
  failureAt(at: number): ReadFailure | null;
}

export const showsTrouble = ({ troubles }: SimulatedPage, at: number): boolean => isWithin(troubles, at);
