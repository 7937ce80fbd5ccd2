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

export const MAINTENANCE_CHANGE_KINDS = [
  'maintenance_announced',
  'maintenance_rescheduled',
  /** The hour that the person asked to be told before it has come. */
  'maintenance_ahead',
  'maintenance_started',
  /** Its end has passed and it still goes on. */
  'maintenance_overrun',
  'maintenance_done',
  'maintenance_cancelled',
] as const;
export type MaintenanceChangeKind = (typeof MAINTENANCE_CHANGE_KINDS)[number];

/** A step in the life of a maintenance of a core component. Times are epoch milliseconds. */
export interface MaintenanceChange {
  kind: MaintenanceChangeKind;
  assistantId: AssistantId;
  maintenanceId: string;
  title: string;
  /** When we learnt of it. */
  at: number;
  /** Null when the page names no start. */
  startsAt: number | null;
  /** Null when the page names no end. */
  endsAt: number | null;
}

/** What was already noticed of a maintenance, so that each step is noticed once. */
export interface MaintenanceMemory {
  id: string;
  title: string;
  startsAt: number | null;
  endsAt: number | null;
  /** When it left the page without a word, epoch milliseconds; null while it is listed. */
  goneAt: number | null;
  /** Steps that were noticed. */
  noticed: MaintenanceChangeKind[];
}
