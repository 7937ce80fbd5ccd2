import type { AssistantId } from './assistant';
import type { Level } from './level';
import type { PastTrouble } from './past';
import type { Incident } from './report';

/** A stretch throughout which readings of this browser showed one level, epoch milliseconds. */
export interface Span {
  from: number;
  to: number;
  level: Level;
}

/** What one good reading adds to the history of an assistant. */
export interface HistoryEntry {
  assistantId: AssistantId;
  /** Epoch milliseconds. */
  readAt: number;
  level: Level;
  incidents: Incident[];
  /** What `status` remembers of its troubles, which is less than is kept here. */
  troubles: PastTrouble[];
}

/** What is kept of one assistant, oldest first. */
export interface History {
  incidents: Incident[];
  troubles: PastTrouble[];
  spans: Span[];
}

export const NO_HISTORY: History = { incidents: [], troubles: [], spans: [] };

/** Longer than this without a reading, nobody knows: a level is believed for an hour, as verdicts are. */
const MAX_SILENCE_MS = 3_600_000;

const LATELY_MS = 24 * 3_600_000;

/** Troubles that this browser met and that ended lately; those before were kept then. */
export function metLately({ troubles, readAt }: HistoryEntry): PastTrouble[] {
  return troubles.filter(({ seenAt, endedAt }) => seenAt !== null && readAt - endedAt < LATELY_MS);
}

const longer = <T>(a: T[], b: T[]): T[] => (a.length > b.length ? a : b);

/** More than any recorded one has; a page that writes without end must not fill the disk. */
const MAX_UPDATES = 100;

/** The newer account of an incident. A page may tell in short what it told at length before; that is not lost. */
export function mergeIncident(earlier: Incident | null, newer: Incident): Incident {
  return {
    ...newer,
    componentIds: longer(earlier?.componentIds ?? [], newer.componentIds),
    updates: longer(earlier?.updates ?? [], newer.updates).slice(0, MAX_UPDATES),
  };
}

/** The stretches that a reading makes of the last one: it grows, or ends where another level begins. */
export function spansAfter(last: Span | null, { readAt, level }: HistoryEntry): Span[] {
  if (level === 'unknown') return [];
  const fresh = { from: readAt, to: readAt, level };
  if (last === null || readAt - last.to > MAX_SILENCE_MS) return [fresh];
  const grown = { ...last, to: readAt };
  return last.level === level ? [grown] : [grown, fresh];
}
