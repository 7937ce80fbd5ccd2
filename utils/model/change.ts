import type { AssistantId } from './assistant';
import type { Level } from './level';
import type { IncidentPhase } from './report';

export const CHANGE_KINDS = [
  'started',
  'worsened',
  'eased',
  'updated',
  'recovered',
  /** It was over, and goes on. */
  'reopened',
  /** The person's own messages or sign-ins fail, while the page says nothing. */
  'suspected',
  /** The chat itself does not open for the person, while the page says nothing. */
  'unopened',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A step from one verdict to the next that a person may want to hear of. Times are epoch milliseconds. */
export interface Change {
  kind: ChangeKind;
  assistantId: AssistantId;
  episodeId: string;
  /** When we learnt of it. */
  at: number;
  /** The level after the step. */
  level: Level;
  /** The level before the step; operational for `started`. */
  from: Level;
  startedAt: number;
  isStartKnown: boolean;
  /** For `recovered`: when it was over; null for the other kinds, and when nobody saw it end. */
  endedAt: number | null;
  /** How often this trouble had been over before. */
  reopened: number;
  phase: IncidentPhase | null;
  /** The title of the leading incident; null when no incident is open. */
  title: string | null;
  /** Names of the affected components where the chat itself is, or was, up; empty where it is not. */
  onlyParts: string[];
}
