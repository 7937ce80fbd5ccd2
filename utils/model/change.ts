import type { AssistantId } from './assistant';
import type { PageSuspicion } from './evidence';
import type { Level } from './level';
import type { IncidentPhase } from './report';

export const CHANGE_KINDS = [
  'started',
  'worsened',
  'eased',
  'updated',
  'recovered',
  /** The episode had ended and continues. */
  'reopened',
  /** The user's own requests fail while the page reports nothing. */
  'suspected',
  /** The chat site does not open for the user while the page reports nothing. */
  'unopened',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A transition between two verdicts that may be worth a notification. Times are epoch milliseconds. */
export interface Change {
  kind: ChangeKind;
  assistantId: AssistantId;
  episodeId: string;
  /** When it was detected. */
  at: number;
  /** The level after the transition. */
  level: Level;
  /** The level before the transition; operational for `started`. */
  from: Level;
  startedAt: number;
  isStartKnown: boolean;
  /** For `recovered`: when the outage ended. Null for other kinds, and when the end was not observed. */
  endedAt: number | null;
  /** How often this episode had recovered and continued before. */
  reopened: number;
  phase: IncidentPhase | null;
  /** Title of the leading incident; null if no incident is open. */
  title: string | null;
  /** Names of the affected components if the chat itself is (or was) up; otherwise empty. */
  onlyParts: string[];
  /** For `suspected` and `unopened`: what the page lists, if that makes an issue possible as well. */
  reported?: PageSuspicion | undefined;
}

export const MAINTENANCE_CHANGE_KINDS = [
  'maintenance_announced',
  'maintenance_rescheduled',
  /** The notice that the user asked for, some hours before the start. */
  'maintenance_ahead',
  'maintenance_started',
  /** Its planned end has passed and it is still under way. */
  'maintenance_overrun',
  'maintenance_done',
  'maintenance_cancelled',
] as const;
export type MaintenanceChangeKind = (typeof MAINTENANCE_CHANGE_KINDS)[number];

/** A step of a core component's maintenance. Times are epoch milliseconds. */
export interface MaintenanceChange {
  kind: MaintenanceChangeKind;
  assistantId: AssistantId;
  maintenanceId: string;
  title: string;
  /** When it was detected. */
  at: number;
  /** Null if the page states no start. */
  startsAt: number | null;
  /** Null if the page states no end. */
  endsAt: number | null;
}

/** Steps of a maintenance that were already handled, so that each is handled once. */
export interface MaintenanceMemory {
  id: string;
  title: string;
  startsAt: number | null;
  endsAt: number | null;
  /** When it disappeared from the page, epoch milliseconds; null while listed. */
  goneAt: number | null;
  /** Steps that were handled. */
  noticed: MaintenanceChangeKind[];
}
