import type { AssistantId } from '@/utils/model/assistant';
import type { EvidenceMemory, Learned } from '@/utils/model/evidence';
import { hashOf } from '@/utils/model/text';

const MINUTE = 60_000;
const TENTH = 100;
const MAX_FIRST_BYTES = 20;
const MAX_LENGTHS = 12;
/** Enough for the assistants of one day, and all of it stays below 2 kB. */
const MAX_LEARNED = 8;
/** An answer that lasts no longer is short. */
const SHORT = 10;
/** Short answers in a row are learned up to here, so that an outage of empty answers does not become the usual. */
const MAX_SHORT_RUN = 5;
const ENOUGH_LENGTHS = 6;
/** While little is learned, only an answer this short proves nothing: no text streams that fast. */
const SHORT_UNLEARNED_MS = 150;
/** Answers usually take this long where a short one is suspicious. */
const LONG = 30;

const ENOUGH_FIRST_BYTES = 10;
const SLOW_FACTOR = 3;
const SLOW_BY = 30;
/** A path that answered within this time exists: its 404 is no moved address. */
const LATELY_MINUTES = 6 * 60;

const NOTHING: Learned = { firstByte: [], lengths: [], wellAt: {} };

export const learnedOf = ({ learned }: EvidenceMemory, id: AssistantId): Learned => learned?.[id] ?? NOTHING;

const keyOf = (pattern: string): string => hashOf(pattern).toString(36);

/** The median; null for an empty list. */
export function medianOf(values: readonly number[]): number | null {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null;
}

/** Splits a list into its trailing values that fulfill the condition, and those before. */
function splitTail(values: readonly number[], isTail: (value: number) => boolean): { head: number[]; tail: number[] } {
  const last = values.findLastIndex((value) => !isTail(value));
  return { head: values.slice(0, last + 1), tail: values.slice(last + 1) };
}

const tenthsOf = (ms: number, max: number): number => Math.min(max, Math.max(0, Math.round(ms / TENTH)));

/** A complete answer below 400. A time is null if it was not observed. */
export interface Answered {
  pattern: string | null;
  /** Epoch milliseconds. */
  at: number;
  firstByteMs: number | null;
  lengthMs: number | null;
  /** Whether it ends failures that may be about one message and were no issue. */
  endsPassing?: boolean | undefined;
}

function withLength(lengths: readonly number[], ms: number): number[] {
  const length = tenthsOf(ms, 99);
  const { tail } = splitTail(lengths, (value) => value <= SHORT);
  return length <= SHORT && tail.length >= MAX_SHORT_RUN ? [...lengths] : [...lengths, length].slice(-MAX_LENGTHS);
}

const lastUsed = ({ wellAt }: Learned): number => Math.max(...Object.values(wellAt));

/** Adds an answer. The assistant that was not used for longest is forgotten. */
export function withAnswer(memory: EvidenceMemory, id: AssistantId, answered: Answered): EvidenceMemory {
  const { pattern, at, firstByteMs, lengthMs, endsPassing } = answered;
  const { [id]: own = NOTHING, ...others } = memory.learned ?? {};
  const next: Learned = {
    firstByte:
      firstByteMs === null ? own.firstByte : [...own.firstByte, tenthsOf(firstByteMs, 999)].slice(-MAX_FIRST_BYTES),
    lengths: lengthMs === null ? own.lengths : withLength(own.lengths, lengthMs),
    wellAt: pattern === null ? own.wellAt : { ...own.wellAt, [keyOf(pattern)]: Math.floor(at / MINUTE) },
    passedAt: endsPassing ? Math.floor(at / MINUTE) : own.passedAt,
  };
  const kept = Object.entries(others)
    .sort(([, a], [, b]) => lastUsed(b ?? NOTHING) - lastUsed(a ?? NOTHING))
    .slice(0, MAX_LEARNED - 1);
  return { ...memory, learned: { ...Object.fromEntries(kept), [id]: next } };
}

/** `minute`: since the epoch. */
function isLately(minute: number | undefined, at: number): boolean {
  const age = at / MINUTE - (minute ?? Number.NEGATIVE_INFINITY);
  return age >= -1 && age <= LATELY_MINUTES;
}

/** Whether the path has answered below 400 in this browser within the last hours. */
export function hasAnsweredLately({ wellAt }: Learned, pattern: string | null, at: number): boolean {
  return isLately(pattern === null ? undefined : wellAt[keyOf(pattern)], at);
}

/** Whether failures that may be about one message came and went here within the last hours. */
export const hasPassedLately = ({ passedAt }: Learned, at: number): boolean => isLately(passedAt, at);

/**
 * `brief`: the answer ended far sooner than usual here, so it proves nothing. `at_once`: brief, and practically no earlier
 * answer was.
 */
export function lengthKind({ lengths }: Learned, lengthMs: number): 'usual' | 'brief' | 'at_once' {
  const { head, tail } = splitTail(lengths, (value) => value <= SHORT);
  // All answers here are short, such as JSON.
  if (head.length === 0 && tail.length >= MAX_SHORT_RUN) return 'usual';
  if (head.length < ENOUGH_LENGTHS) return lengthMs <= SHORT_UNLEARNED_MS ? 'brief' : 'usual';
  if (lengthMs > SHORT * TENTH || (medianOf(head) ?? 0) < LONG) return 'usual';
  return head.filter((value) => value <= SHORT).length <= 1 ? 'at_once' : 'brief';
}

/**
 * The usual time to the first byte, if this answer began much later and none of the last 20 did, except those just
 * before; otherwise null. Milliseconds.
 */
export function usualIfSlow({ firstByte }: Learned, ms: number): number | null {
  const usual = medianOf(firstByte);
  if (usual === null || firstByte.length < ENOUGH_FIRST_BYTES) return null;
  const isSlow = (value: number) => value >= usual * SLOW_FACTOR && value >= usual + SLOW_BY;
  const { head } = splitTail(firstByte, isSlow);
  return isSlow(ms / TENTH) && !head.some(isSlow) ? usual * TENTH : null;
}
