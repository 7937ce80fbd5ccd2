import type { Period } from '@/tests/bench/ordinary-days/message-outcome';
import type { AssistantId } from '@/utils/model/assistant';

/** The user's actions that the plan sees. Times in milliseconds of virtual time, in order. */
export interface Person {
  /** When the browser runs. */
  runs: readonly Period[];
  /** When each assistant's chat is open, on granted sites. */
  sessions: Partial<Record<AssistantId, readonly Period[]>>;
  /** When the popup is opened. */
  glances: readonly number[];
}
