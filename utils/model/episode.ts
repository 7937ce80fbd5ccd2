import type { EvidenceKind } from './evidence';
import type { Level } from './level';
import type { IncidentPhase } from './report';

/**
 * One stretch of trouble of one assistant, from the first reading that showed it to the first that showed it
 * over. It is what makes "once" possible: whatever a person is told hangs on an episode, and an episode
 * remembers what was told. Times are epoch milliseconds.
 */
export interface Episode {
  /** Stable across restarts: the assistant, and when this trouble was first noticed by whatever sign. */
  id: string;
  /** When a reading of the page first showed it. */
  seenAt: number;
  /** When the page says that the trouble began; the moment of the first reading when the page does not say. */
  startedAt: number;
  /** Whether `startedAt` is the page's word or only when we first saw it. */
  isStartKnown: boolean;
  /** When the person's own requests began to fail, where that was before the page told; null where it was not. */
  sensedAt: number | null;
  /** The level at the last reading. */
  level: Level;
  /** The worst level so far. */
  peak: Level;
  /** The phase of the leading incident at the last reading; null when no incident is open. */
  phase: IncidentPhase | null;
  /** Every incident that belonged to it, open or closed since. */
  incidentIds: string[];
  /** Names of the affected components at the last reading, where the chat itself was up; empty where it was not. */
  onlyParts: string[];
  /** `readAt` of the last reading that was counted, so that the same reading never counts twice. */
  lastReadAt: number;
  /** How many readings showed trouble. */
  readings: number;
  /** How often it was over by the page's word and then went on. */
  reopened: number;
  /**
   * The worst level that the person was told since it last began; null while nothing was told. What is worse than
   * this is news, what is not is none, whatever happened while nobody was to be told.
   */
  toldLevel: Level | null;
  /** Whether the person was told that it began. An episode that was never told ends in silence. */
  isTold: boolean;
}

/** When the person's own requests began to fail, and when the page first said so. Epoch milliseconds. */
export interface HeadStart {
  sensedAt: number | null;
  seenAt: number | null;
}

/**
 * How much earlier the person met a trouble than its page told, milliseconds; null where they did not. Measured to the
 * first reading that showed it, not to the start that the page names: makers backdate that (on 2026-09-03 by 15 min),
 * and nobody could read it then. While trouble is possible the page is read every 30 s, so little is claimed too much.
 */
export function headStartMs({ sensedAt, seenAt }: HeadStart): number | null {
  return sensedAt === null || seenAt === null || seenAt <= sensedAt ? null : seenAt - sensedAt;
}

/**
 * The last trouble that the person's own requests made possible before the page told of any. It outlives the suspicion:
 * the page may follow long after somebody has stopped trying. Times are epoch milliseconds.
 */
export interface LocalSignal {
  /** The first of the failures. */
  since: number;
  /** Until when trouble was thought possible, as it was last reckoned. */
  until: number;
  /** Requests went through again before the page said a word. */
  isOver: boolean;
  /** The kinds of which it was decided whether to tell. */
  decided: EvidenceKind[];
}
