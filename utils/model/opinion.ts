/** Public sources that "Ask others" can read, in the order in which they are shown. */
export const OPINION_SOURCE_IDS = ['openrouter', 'isitdownstatus', 'aiwatch'] as const;
export type OpinionSourceId = (typeof OPINION_SOURCE_IDS)[number];

/** What a source has measured; its own unit is kept, so that the user sees what the word rests on. */
export type OpinionValue =
  /** Share of real requests that succeeded, in percent; null where there were too few. */
  | { kind: 'success_rate'; last5m: number | null; last30m: number | null }
  /** Problem reports of people in the last hour, and in a usual hour of the last day. */
  | { kind: 'reports'; lastHour: number; usualHour: number }
  /** The word of a source that repeats the provider's own status page. */
  | { kind: 'page_word'; level: 'operational' | 'degraded' | 'major_outage' };

/** Whether others are affected, by one source. `unclear`: it answers, but its value does not tell. */
export type OpinionWord = 'affected' | 'not_affected' | 'unclear';

/** Why a source has no answer. */
export const OPINION_SILENCES = ['not_allowed', 'too_late', 'unreadable'] as const;

export type OpinionAnswer =
  /** `at`: when the source measured, null if it does not say. `readAt`: when it answered. Epoch milliseconds. */
  | { kind: 'said'; word: OpinionWord; value: OpinionValue; at: number | null; readAt: number }
  /** Nothing usable: never a "no". */
  | { kind: 'silent'; why: (typeof OPINION_SILENCES)[number] };

export interface SourceAnswer {
  id: OpinionSourceId;
  /** Whether the source measures by itself. One that repeats the status page is shown and not counted. */
  isIndependent: boolean;
  answer: OpinionAnswer;
}

/** What the independent sources say together. It is shown beside a verdict and is never part of one. */
export type Opinion =
  /** More than half of the sources with a word. */
  | { kind: 'affected'; by: OpinionSourceId[]; of: number }
  | { kind: 'not_affected'; by: OpinionSourceId[] }
  /** Some say so, but not more than half. */
  | { kind: 'split'; affected: OpinionSourceId[]; notAffected: OpinionSourceId[] }
  /** There are answers, but none of them tells. */
  | { kind: 'unclear' }
  /** There are answers, but all of them are too old to count. */
  | { kind: 'old' }
  | { kind: 'no_answer' };

/** An older measurement may be from before the failure. */
const OPINION_MAX_AGE_MS = 10 * 60_000;

/** Clocks of sources may be ahead of that of this device. Without a time of its own, an answer is as old as its reading. */
export const isTooOld = ({ at, readAt }: { at: number | null; readAt: number }, now: number): boolean =>
  now - (at ?? readAt) > OPINION_MAX_AGE_MS;

/** What an answer counts as; null for none. */
function countedWord({ isIndependent, answer }: SourceAnswer, now: number): OpinionWord | 'old' | null {
  if (!isIndependent || answer.kind === 'silent') return null;
  return isTooOld(answer, now) ? 'old' : answer.word;
}

/**
 * Counts the words of the independent sources. A source without an answer, or with one that does not tell, is on neither
 * side.
 */
export function decideOpinion(now: number, answers: readonly SourceAnswer[]): Opinion {
  const saying = (word: OpinionWord | 'old') =>
    answers.filter((one) => countedWord(one, now) === word).map(({ id }) => id);
  const [affected, notAffected, unclear] = [saying('affected'), saying('not_affected'), saying('unclear')];
  if (affected.length > notAffected.length) {
    return { kind: 'affected', by: affected, of: affected.length + notAffected.length };
  }
  if (affected.length > 0) return { kind: 'split', affected, notAffected };
  if (notAffected.length > 0) return { kind: 'not_affected', by: notAffected };
  if (unclear.length > 0) return { kind: 'unclear' };
  return { kind: saying('old').length > 0 ? 'old' : 'no_answer' };
}

/** "Ask others" for one assistant. */
export type OpinionState =
  | { kind: 'not_asked' }
  | { kind: 'asking' }
  /** The user allowed access to none of the sources, so nothing was requested. */
  | { kind: 'refused' }
  | { kind: 'answered'; answers: readonly SourceAnswer[] };

export const NOT_ASKED: OpinionState = { kind: 'not_asked' };
