import type { Spell } from '@/tests/bench/ordinary-days/fate';
import type { AssistantId } from '@/utils/model/assistant';

/** The user's actions that the plan sees. Times in milliseconds of virtual time, in order. */
export interface Person {
  /** When the browser runs. */
  runs: readonly Spell[];
  /** When each assistant's chat is open, on granted sites. */
  sittings: Partial<Record<AssistantId, readonly Spell[]>>;
  /** When the popup is opened. */
  glances: readonly number[];
}
