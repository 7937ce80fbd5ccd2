import type { EvidenceKind } from './evidence';
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
 * Measured to the first reading that showed it: providers backdate the start (on 2026-09-03 by 15 min), and nobody
 * could read it then. A suspected outage is polled every 30 s, so the result is at most that much too long.
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
  /** Requests succeeded again before the page reported anything. */
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
