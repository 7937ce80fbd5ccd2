import type { Spell } from '@/tests/bench/ordinary-days/fate';
import type { AssistantId } from '@/utils/model/assistant';

/** What a person does with a browser, as far as the plan sees it. Times in milliseconds of virtual time, in order. */
export interface Person {
  /** When the browser runs. */
  runs: readonly Spell[];
  /** When whose chat is open, on sites that were granted. */
  sittings: Partial<Record<AssistantId, readonly Spell[]>>;
  /** When our popup is opened. */
  glances: readonly number[];
}
