import type { AssistantId } from './assistant';

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
