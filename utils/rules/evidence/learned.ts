import type { AssistantId } from '@/utils/model/assistant';
import {
  type EvidenceEvent,
  type EvidenceMemory,
  type Learned,
  pageSuspicionOf,
  type Spell,
} from '@/utils/model/evidence';
import type { Status } from '@/utils/model/status';
import { hashOf } from '@/utils/model/text';

const MINUTE = 60_000;
/** Learned times are in tenths of a second. */
const TENTH_MS = 100;
const MAX_FIRST_BYTES = 20;
const MAX_LENGTHS = 12;
/** Enough for the assistants of one day, and all of it stays below 2 kB. */
const MAX_LEARNED = 7;
/** An answer that lasts no longer is short. */
const SHORT_TENTHS = 10;
/** Short answers in a row are learned up to here, so that an outage of empty answers does not become the usual. */
const MAX_SHORT_RUN = 5;
const ENOUGH_LENGTHS = 6;
/** While little is learned, only an answer this short proves nothing: no text streams that fast. */
const SHORT_UNLEARNED_MS = 150;
/** Answers usually take this long where a short one is suspicious. */
const LONG_TENTHS = 30;

const ENOUGH_FIRST_BYTES = 10;
const SLOW_FACTOR = 3;
const SLOW_BY_TENTHS = 30;
/** A path that answered within this time exists: its 404 is no moved address. */
const LATELY_MINUTES = 6 * 60;

const MAX_SPELLS = 3;
/** One spell is chance; so many are those of a tool. */
const ENOUGH_SPELLS = 2;
/** A tool that failed longer ago may work again. */
const OFTEN_MINUTES = 2 * 60;

const NOTHING: Learned = { firstByte: [], lengths: [], wellAt: {} };

export const learnedOf = ({ learned }: EvidenceMemory, id: AssistantId): Learned => learned?.[id] ?? NOTHING;

const keyOf = (pattern: string): string => hashOf(pattern).toString(36);

/** The lower median; null for an empty list. */
export function medianOf(values: readonly number[]): number | null {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null;
}

/** Splits a list into its trailing values that fulfill the condition, and those before. */
function splitTail(values: readonly number[], isTail: (value: number) => boolean): { head: number[]; tail: number[] } {
  const last = values.findLastIndex((value) => !isTail(value));
  return { head: values.slice(0, last + 1), tail: values.slice(last + 1) };
}

const tenthsOf = (ms: number, maxTenths: number): number => Math.min(maxTenths, Math.max(0, Math.round(ms / TENTH_MS)));

/** A complete answer below 400. A time is null if it was not observed. */
export interface Answered {
  pattern: string | null;
  /** Epoch milliseconds. */
  at: number;
  firstByteMs: number | null;
  lengthMs: number | null;
  /** Statuses of the failures that it ends, if they may be about one message and were no issue. */
  harmless?: readonly number[] | undefined;
}

function withLength(lengths: readonly number[], ms: number): number[] {
  const length = tenthsOf(ms, 99);
  const { tail } = splitTail(lengths, (value) => value <= SHORT_TENTHS);
  return length <= SHORT_TENTHS && tail.length >= MAX_SHORT_RUN
    ? [...lengths]
    : [...lengths, length].slice(-MAX_LENGTHS);
}

const lastUsed = ({ wellAt }: Learned): number => Math.max(...Object.values(wellAt));

/** Adds an answer. The assistant that was not used for longest is forgotten. */
export function withAnswer(memory: EvidenceMemory, id: AssistantId, answered: Answered): EvidenceMemory {
  const { pattern, at, firstByteMs, lengthMs, harmless = [] } = answered;
  const endedAt = Math.floor(at / MINUTE);
  const { [id]: own = NOTHING, ...others } = memory.learned ?? {};
  const next: Learned = {
    firstByte:
      firstByteMs === null ? own.firstByte : [...own.firstByte, tenthsOf(firstByteMs, 999)].slice(-MAX_FIRST_BYTES),
    lengths: lengthMs === null ? own.lengths : withLength(own.lengths, lengthMs),
    wellAt: pattern === null ? own.wellAt : { ...own.wellAt, [keyOf(pattern)]: endedAt },
    spells:
      harmless.length === 0
        ? own.spells
        : [...(own.spells ?? []), ...harmless.map((status): Spell => [status, endedAt])].slice(-MAX_SPELLS),
  };
  const kept = Object.entries(others)
    .sort(([, a], [, b]) => lastUsed(b ?? NOTHING) - lastUsed(a ?? NOTHING))
    .slice(0, MAX_LEARNED - 1);
  return { ...memory, learned: { ...Object.fromEntries(kept), [id]: next } };
}

/** Whether this minute since the epoch is at most so many minutes ago. A clock may have been set back a little. */
function isWithin(minute: number | undefined, at: number, minutes: number): boolean {
  const age = at / MINUTE - (minute ?? Number.NEGATIVE_INFINITY);
  return age >= -1 && age <= minutes;
}

/** Whether the path has answered below 400 in this browser within the last hours. */
export function hasAnsweredLately({ wellAt }: Learned, pattern: string | null, at: number): boolean {
  return isWithin(pattern === null ? undefined : wellAt[keyOf(pattern)], at, LATELY_MINUTES);
}

/** An outage that the page reported may have failed messages so shortly before they were answered. */
const OUTAGE_LATELY_MS = 5 * MINUTE;

/** Whether the page reports trouble, or did until just now. */
function isReported({ verdicts, recoveries }: Pick<Status, 'verdicts' | 'recoveries'>, id: AssistantId, now: number) {
  const verdict = verdicts[id];
  const wasReported = now - (recoveries[id]?.episode.lastReadAt ?? Number.NEGATIVE_INFINITY) < OUTAGE_LATELY_MS;
  return verdict?.kind === 'trouble' || pageSuspicionOf(verdict?.suspicion ?? null) !== null || wasReported;
}

/** Without the spells that were added while the page reports trouble: those are failures of the outage, not of a tool. */
export function withoutReportedSpells(
  before: EvidenceMemory,
  after: EvidenceMemory,
  status: Pick<Status, 'verdicts' | 'recoveries'>,
  now: number,
): EvidenceMemory {
  const entries = Object.entries(after.learned ?? {}) as [AssistantId, Learned][];
  const changed = entries.filter(
    ([id, { spells }]) => spells !== learnedOf(before, id).spells && isReported(status, id, now),
  );
  if (changed.length === 0) return after;
  const restored = changed.map(([id, own]) => [id, { ...own, spells: learnedOf(before, id).spells }]);
  return { ...after, learned: { ...after.learned, ...Object.fromEntries(restored) } };
}

/** Whether failures with this status came and went here: `EvidenceEvent.recurs`. */
export function recurrenceOf({ spells = [] }: Learned, status: number | null, at: number): EvidenceEvent['recurs'] {
  const alike = spells.filter(([other]) => other === status);
  const count = (minutes: number) => alike.filter(([, endedAt]) => isWithin(endedAt, at, minutes)).length;
  if (count(OFTEN_MINUTES) >= ENOUGH_SPELLS) return 'often';
  return count(LATELY_MINUTES) > 0 ? 'once' : undefined;
}

/**
 * `brief`: the answer ended far sooner than usual here, so it proves nothing. `at_once`: brief, and practically no earlier
 * answer was.
 */
export function lengthKind({ lengths }: Learned, lengthMs: number): 'usual' | 'brief' | 'at_once' {
  const { head, tail } = splitTail(lengths, (value) => value <= SHORT_TENTHS);
  // All answers here are short, such as JSON.
  if (head.length === 0 && tail.length >= MAX_SHORT_RUN) return 'usual';
  if (head.length < ENOUGH_LENGTHS) return lengthMs <= SHORT_UNLEARNED_MS ? 'brief' : 'usual';
  if (lengthMs > SHORT_TENTHS * TENTH_MS || (medianOf(head) ?? 0) < LONG_TENTHS) return 'usual';
  return head.filter((value) => value <= SHORT_TENTHS).length <= 1 ? 'at_once' : 'brief';
}

/** An answer that shows that the service works again lasts longer than this share of the usual length. */
const PROVING_SHARE = 1 / 4;

/** Whether an answer of this length is no error at the end of a short stream, as far as the usual lengths tell. */
export function lastsAsProof({ lengths }: Learned, lengthMs: number): boolean {
  const { head, tail } = splitTail(lengths, (value) => value <= SHORT_TENTHS);
  if (head.length === 0 && tail.length >= MAX_SHORT_RUN) return true;
  const least = head.length < ENOUGH_LENGTHS ? SHORT_TENTHS : 0;
  return lengthMs / TENTH_MS > Math.max(least, (medianOf(head) ?? 0) * PROVING_SHARE);
}

/**
 * The usual time to the first byte, if this answer began much later and none of the last 20 did, except those just
 * before; otherwise null. Milliseconds.
 */
export function usualIfSlow({ firstByte }: Learned, ms: number): number | null {
  const usual = medianOf(firstByte);
  if (usual === null || firstByte.length < ENOUGH_FIRST_BYTES) return null;
  const isSlow = (value: number) => value >= usual * SLOW_FACTOR && value >= usual + SLOW_BY_TENTHS;
  const { head } = splitTail(firstByte, isSlow);
  return isSlow(ms / TENTH_MS) && !head.some(isSlow) ? usual * TENTH_MS : null;
}
