import type { AssistantId } from './assistant';
import type { ChangeKind } from './change';
import type { MaintenanceChangeKind } from './maintenance-change';

/** Why something was told or not. Closed: each has its words. */
export const DECISION_REASONS = [
  /** Told: it is an outage, or the maker calls it major. */
  'loud',
  /** Told: a slow-down that a second reading confirmed. */
  'confirmed',
  /** Told: a slow-down that the person's own requests had met before. */
  'sensed',
  /** Told: where the chat does not open there may be no page that a banner could stand on. */
  'unopened',
  /** Told: the end of something that was told. */
  'ended',
  /** Told: the person asked for notices of this kind. */
  'wanted',
  /** Told: the person asked to be told when it is back. */
  'awaited',
  /** Not told yet: its page says that it is over, but the person's own messages still fail. */
  'still_failing',
  /** Not told: a slow-down that only one reading has shown so far. */
  'waiting_for_second_reading',
  /** Not told: it was over before a second reading. */
  'too_short',
  /** Not told: it stands in popup and banner, and is not worth an interruption. */
  'not_worth_interrupting',
  /** Not told: it comes and goes, and was told often enough. */
  'flapping',
  /** Not told: it came up in the person's quiet hours. */
  'quiet_hours',
  /** Not told: the person wants no notices of this kind. */
  'not_wanted',
  /** Not told: the person wants to hear of worse levels alone. */
  'too_mild',
  /** Not told: the person snoozed this assistant. */
  'snoozed',
  /** Not told: the person said that it works for them. */
  'works_for_me',
] as const;
export type DecisionReason = (typeof DECISION_REASONS)[number];

/** One answer to "why did (not) you tell me". */
export interface Decision {
  /** Epoch milliseconds. */
  at: number;
  assistantId: AssistantId;
  about: ChangeKind | MaintenanceChangeKind | 'first_sign';
  isTold: boolean;
  reason: DecisionReason;
}
