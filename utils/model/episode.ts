import type { AssistantId } from './assistant';
import type { EvidenceKind, PageSuspicion } from './evidence';
import type { Level } from './level';
import type { IncidentPhase } from './report';

/**
 * One outage of one assistant, from the first reading that showed it to the first that showed it over. Notifications
 * refer to an episode, and the episode records what was announced, so that each change is announced once. Times are
 * epoch milliseconds.
 */
export interface Episode {
  /** Stable across restarts: the assistant, and when the outage was first noticed, by page or evidence. */
  id: string;
  /** When a reading of the page first showed it. */
  seenAt: number;
  /** When the outage began according to the page; otherwise the time of the first reading. */
  startedAt: number;
  /** Whether the page states `startedAt`; false if it is when we first saw it. */
  isStartKnown: boolean;
  /** When the user's own requests began to fail, if that was before the page reported it; otherwise null. */
  sensedAt: number | null;
  /** The level at the last reading. */
  level: Level;
  /** The worst level so far. */
  peak: Level;
  /** Phase of the leading incident at the last reading; null if no incident is open. */
  phase: IncidentPhase | null;
  /** Every incident that belonged to it, open or closed. */
  incidentIds: string[];
  /** Names of the affected components at the last reading, if the chat itself was up; otherwise empty. */
  onlyParts: string[];
  /**
   * Ids of the counted components that had an issue at the last reading: one that the user no longer counts has not
   * recovered. Absent in values of earlier builds.
   */
  failingIds?: string[] | undefined;
  /** `readAt` of the last counted reading, so that no reading counts twice. */
  lastReadAt: number;
  /** Number of readings that showed the outage. */
  readings: number;
  /** How often the page reported it as resolved before it continued. */
  reopened: number;
  /**
   * Worst level that was announced since it last began; null if none was. Only a worse level is news, whatever happened
   * while notifications were suppressed.
   */
  toldLevel: Level | null;
  /** Whether its start was announced. If not, its end is not announced either. */
  isTold: boolean;
}

/** When the user's own requests began to fail, and when the page first reported it. Epoch milliseconds. */
export interface HeadStart {
  sensedAt: number | null;
  seenAt: number | null;
}

/**
 * How much earlier the user's own requests failed than the page reported it, in milliseconds; null if they did not.
 * Measured to the first reading that showed it: providers backdate the start, and nobody could read it then. A suspected
 * outage is polled every 30 s, so the result is at most that much too long. OpenAI backdated one of 2026-09-03 by 15 min:
 * https://status.openai.com/incidents/01M1KWEDH417T2CF44YYHZDFCR
 */
export function headStartMs({ sensedAt, seenAt }: HeadStart): number | null {
  return sensedAt === null || seenAt === null || seenAt <= sensedAt ? null : seenAt - sensedAt;
}

/**
 * The last issue suspected from the user's own requests before the page reported one. It outlives the suspicion,
 * because the page may follow long after the user has stopped trying. Times are epoch milliseconds.
 */
export interface LocalSignal {
  /** Time of the first failure. */
  since: number;
  /** When the suspicion expires, as last calculated. */
  until: number;
  /** Requests succeeded again, or their failures were withdrawn, before the page reported anything. */
  isOver: boolean;
  /** Kinds of evidence for which a notification was already decided. */
  decided: EvidenceKind[];
}

const MINUTE_MS = 60_000;

/**
 * The duration between two times in ms, as it follows from the displayed clock times: both are cut to the minute first,
 * so 8:39:50 to 8:58:10 is 19 min.
 */
export function lengthShown(fromMs: number, toMs: number): number {
  return (Math.floor(toMs / MINUTE_MS) - Math.floor(fromMs / MINUTE_MS)) * MINUTE_MS;
}

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
