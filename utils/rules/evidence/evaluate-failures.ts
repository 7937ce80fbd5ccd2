import type { AssistantId } from '@/utils/model/assistant';
import {
  EVIDENCE_KINDS,
  type EvidenceEvent,
  type EvidenceKind,
  type EvidenceMemory,
  type EvidenceSuspicion,
  type SlowSuspicion,
} from '@/utils/model/evidence';
import { medianOf } from './learned';

const MINUTE = 60_000;
/** A page that gets no socket tries again at once, several times: also one that closed its socket itself, or was asleep. */
const ONE_TRY_MS = 20_000;
/** A socket that opened earlier may have opened in another network, without a proxy that blocks WebSockets. */
const OPENED_WITHIN_MS = 10 * MINUTE;

/**
 * A handshake that failed without an answer. Chromium gives one error for all causes: the site, a proxy, a captive portal, a
 * device that wakes up, and a page that closes its own socket.
 */
const isUnopened = ({ what, outcome, how }: EvidenceEvent): boolean =>
  what === 'handshake' && outcome === 'failed' && how !== 'answered';

/** Whether this handshake belongs to the same try as the last that failed without an answer. */
function isSameTry(events: readonly EvidenceEvent[], handshake: EvidenceEvent): boolean {
  if (!isUnopened(handshake)) return false;
  const last = events.findLast(({ what }) => what === 'handshake');
  return last !== undefined && isUnopened(last) && Math.abs(handshake.at - last.at) < ONE_TRY_MS;
}

/** Whether a socket opened shortly before this time, or before the failed tries that led to it. */
function hasOpenedBefore(events: readonly EvidenceEvent[], at: number): boolean {
  return events.some(
    (event) =>
      event.what === 'handshake' &&
      (event.outcome === 'ok' || event.hasOpened === true) &&
      at - event.at >= 0 &&
      at - event.at < OPENED_WITHIN_MS,
  );
}

/**
 * The handshakes that may make an issue possible. Those without an answer do so only where a socket opened shortly before, and
 * where the site has answered something else since the first of them: otherwise the cause may lie in between.
 */
function countedHandshakes(events: readonly EvidenceEvent[]): EvidenceEvent[] {
  const handshakes = events.filter(({ what }) => what === 'handshake');
  const first = handshakes.find(isUnopened);
  const isReached =
    first !== undefined &&
    events.some(({ what, status, at }) => what !== 'handshake' && status !== null && at > first.at);
  return handshakes.filter((event) => !isUnopened(event) || (event.hasOpened === true && isReached));
}

/** Whether the last tries to open a socket failed without an answer, and more than once. For "Is it me?". */
export function areUnopened(events: readonly EvidenceEvent[]): boolean {
  const last = events.filter(({ what }) => what === 'handshake').slice(-2);
  return last.length > 1 && last.every(isUnopened);
}

/** Older failures say nothing about now. */
const WINDOW_MS = 10 * MINUTE;
/** Older answers do not show that a conversation is usually quick. */
const KEPT_FOR_MS = 30 * MINUTE;
/** A suspicion expires this long after the last failure. */
export const HELD_FOR_MS = 5 * MINUTE;
/** Number of most recent messages that are evaluated. */
const LAST = 5;
/** Error answers count more than missing answers, which an unstable connection produces too. */
const ENOUGH_ANSWERED = 2;
const ENOUGH_UNANSWERED = 3;
/** A connection that has just succeeded is unstable rather than cut; `docs/evidence.md` has the figures. */
const ENOUGH_BESIDE_SUCCESS = 4;
/** Successes in a row that end a suspicion. An opened chat is proof; a single message may get through by chance. */
const SUCCESSES_TO_CLEAR: Record<EvidenceKind, number> = { send: 2, page: 1, sign_in: 1, handshake: 1 };
const MAX_EVENTS = 20;
/** Rate limits and sign-ins say nothing about the site's health. */
const COUNTED_OUTCOMES = new Set<EvidenceEvent['outcome']>(['ok', 'failed']);

/** Adds an event and drops those that are no longer needed. */
export function addEvidence(events: readonly EvidenceEvent[], event: EvidenceEvent): EvidenceEvent[] {
  return [...events.filter(({ at }) => Math.abs(event.at - at) < KEPT_FOR_MS), event].slice(-MAX_EVENTS);
}

/** Adds an event to an assistant's evidence. Handshakes of one try are one event. */
export function withEvent(memory: EvidenceMemory, id: AssistantId, event: EvidenceEvent): EvidenceMemory {
  const events = memory.events[id] ?? [];
  if (isSameTry(events, event)) return memory;
  const isFailedHandshake = event.what === 'handshake' && event.outcome === 'failed';
  const added = isFailedHandshake ? { ...event, hasOpened: hasOpenedBefore(events, event.at) } : event;
  return { ...memory, events: { ...memory.events, [id]: addEvidence(events, added) } };
}

/** Statuses that may be about one message, conversation, tool or model. Others, such as 503 and 529, speak of the service. */
const ABOUT_REQUEST = new Set<number | null>([500, 404, 405]);
/** Each open page whose address moved meets one of these until it is reloaded. */
const GONE = new Set<number | null>([404, 405]);
const ENOUGH_GONE = 3;
/** So many new conversations that fail are no tool's, even where such failures came and went before. */
const ENOUGH_NEW = 3;
/** So many failures in conversations that were in use, at least two in each, are too many for a tool. */
const ENOUGH_REPEATED = 5;
/** A question is repeated in a new conversation within this time. Later, it is another one. */
const REPEATED_WITHIN_MS = 45_000;

const isOk = ({ outcome }: EvidenceEvent): boolean => outcome === 'ok';
const isFailed = ({ outcome }: EvidenceEvent): boolean => outcome === 'failed';

/** Whether this failure may be about one message, conversation, tool or model. */
export const isAboutRequest = ({ outcome, how, status }: EvidenceEvent): boolean =>
  outcome === 'brief' || (outcome === 'failed' && how === 'answered' && ABOUT_REQUEST.has(status));

/** Whether the last request of this kind that counts was answered with an error. */
function isFailingNow(events: readonly EvidenceEvent[], what: EvidenceKind): boolean {
  const last = events.findLast((event) => event.what === what && COUNTED_OUTCOMES.has(event.outcome));
  return last !== undefined && isFailed(last) && last.how === 'answered';
}

/**
 * Whether these failures may be those of one conversation, tool or model. They never become an issue of the assistant,
 * unless a page or a sign-in fails too.
 */
function areOfOneConversation(
  failures: readonly EvidenceEvent[],
  events: readonly EvidenceEvent[],
  kept: readonly EvidenceEvent[],
): boolean {
  const [first] = failures;
  if (first?.what !== 'send') return false;
  if (EVIDENCE_KINDS.some((what) => what !== 'send' && isFailingNow(events, what))) return false;
  // Each open page with the old address of a moved path meets one.
  if (failures.length < ENOUGH_GONE && failures.some(({ status }) => GONE.has(status))) return true;
  if (failures.some(({ conversationHash }) => conversationHash === undefined)) return false;
  const isOneConversation = failures.every(({ conversationHash }) => conversationHash === first.conversationHash);
  if (failures.every(isAboutRequest)) return isOneConversation || !areOfEveryConversation(first, events, kept);
  return isOneConversation && isAnsweredElsewhere(first, events);
}

/**
 * Whether failures in several conversations, each of which may be about its request, are too many for a tool that is used in
 * all of them. A new conversation tells most: it carries over neither tool nor model.
 */
function areOfEveryConversation(
  oldest: EvidenceEvent,
  events: readonly EvidenceEvent[],
  kept: readonly EvidenceEvent[],
): boolean {
  const sends = events.filter(({ what }) => what === 'send');
  const from = sends.findLastIndex(isOk) + 1;
  if ((sends[from - 1]?.at ?? 0) > oldest.at) return false;
  const run = sends.slice(from).filter((event) => isAboutRequest(event) && (isFailed(event) || event.isAtOnce));
  const [first, ...others] = run;
  if (first === undefined) return false;
  const isNew = ({ conversationHash }: EvidenceEvent) =>
    !kept.some((event) => event.conversationHash === conversationHash && event.at < first.at);
  const byConversation = new Map(
    run.map((event) => [
      event.conversationHash,
      run.filter(({ conversationHash }) => conversationHash === event.conversationHash),
    ]),
  );
  if ([...byConversation.values()].filter(([event]) => event !== undefined && isNew(event)).length >= ENOUGH_NEW)
    return true;
  if (run.some(({ recurs }) => recurs === 'often')) return false;
  const isRepeatedInNew = (event: EvidenceEvent, index: number) => {
    const before = run[index] ?? first;
    const isSoon = (event.startedAt ?? event.at) - before.at <= REPEATED_WITHIN_MS;
    return (
      isSoon &&
      event.conversationHash !== before.conversationHash &&
      event.conversationHash !== first.conversationHash &&
      isNew(event)
    );
  };
  if (others.some(isRepeatedInNew)) return true;
  const areRepeated = [...byConversation.values()].every(({ length }) => length > 1);
  return run.length >= ENOUGH_REPEATED && areRepeated && run.every(({ recurs }) => recurs === undefined);
}

/** Whether another conversation was answered since this failure. */
function isAnsweredElsewhere({ conversationHash, at }: EvidenceEvent, events: readonly EvidenceEvent[]): boolean {
  return events.some(
    (event) =>
      event.what === 'send' &&
      isOk(event) &&
      event.at > at &&
      event.conversationHash !== undefined &&
      event.conversationHash !== conversationHash,
  );
}

const BRIEF_IN_A_ROW = 3;
/** A question is repeated within this time if its answer did not come. */
const RESENT_WITHIN_MS = 30_000;

/** The last messages, if they were repeated because their answers ended at once. Fewer than three are none. */
function briefRun(events: readonly EvidenceEvent[]): EvidenceEvent[] {
  const sends = events.filter(
    ({ what, outcome }) => what === 'send' && (outcome === 'brief' || COUNTED_OUTCOMES.has(outcome)),
  );
  const from = sends.findLastIndex(
    (event, index) => !event.isAtOnce || (event.startedAt ?? event.at) - (sends[index - 1]?.at ?? 0) > RESENT_WITHIN_MS,
  );
  // The first of a run follows no other closely.
  const run = sends.slice(sends[from]?.isAtOnce ? from : from + 1);
  return run.length >= BRIEF_IN_A_ROW ? run : [];
}

/** The failures among the last requests of a kind that suffice for a suspicion; empty if they do not. */
function enoughFailures(last: readonly EvidenceEvent[], what: EvidenceKind): EvidenceEvent[] {
  const failed = last.filter(isFailed);
  const forgivenAfter = SUCCESSES_TO_CLEAR[what];
  if (last.slice(-forgivenAfter).filter(isOk).length === forgivenAfter) return [];
  const answered = failed.filter(({ how }) => how === 'answered').length;
  const enough = last.some(isOk) ? ENOUGH_BESIDE_SUCCESS : ENOUGH_UNANSWERED;
  const isEnough = answered >= ENOUGH_ANSWERED || failed.length >= enough;
  // Failures must outnumber successes; otherwise they are incidental.
  const surplus = failed.length * 2 - last.length;
  return isEnough && (surplus > 0 || (surplus === 0 && endsOverloaded(last))) ? failed : [];
}

/** Whether the last two messages were answered with errors that speak of the service. Then half of them suffices. */
function endsOverloaded(last: readonly EvidenceEvent[]): boolean {
  const newest = last.slice(-ENOUGH_ANSWERED);
  const isOverloaded = (event: EvidenceEvent) => isFailed(event) && event.how === 'answered' && !isAboutRequest(event);
  return newest.length === ENOUGH_ANSWERED && newest.every((event) => event.what === 'send' && isOverloaded(event));
}

/** The last requests of a kind that count, and those of them that suffice for a suspicion. */
function failuresOf(
  events: readonly EvidenceEvent[],
  what: EvidenceKind,
): { last: EvidenceEvent[]; failed: EvidenceEvent[] } {
  const counted = what === 'handshake' ? countedHandshakes(events) : events.filter((event) => event.what === what);
  const last = counted.filter(({ outcome }) => COUNTED_OUTCOMES.has(outcome)).slice(-LAST);
  const failed = enoughFailures(last, what);
  if (failed.length > 0 || what !== 'send') return { last, failed };
  const run = briefRun(events);
  return { last: run, failed: run };
}

function suspicionOf(
  events: readonly EvidenceEvent[],
  what: EvidenceKind,
  kept: readonly EvidenceEvent[],
): EvidenceSuspicion | null {
  const { last, failed } = failuresOf(events, what);
  const [first] = failed;
  const newest = failed.at(-1);
  if (first === undefined || newest === undefined || areOfOneConversation(failed, events, kept)) return null;
  return {
    source: 'evidence',
    what,
    failed: failed.length,
    of: last.length,
    isSilent: failed.every(({ how }) => how === 'silent'),
    isAtOnce: failed.every(({ outcome }) => outcome === 'brief') ? true : undefined,
    since: first.at,
    until: newest.at + HELD_FOR_MS,
  };
}

/** The events that are recent enough to count. */
export function recentOf(events: readonly EvidenceEvent[], now: number): EvidenceEvent[] {
  return events.filter(({ at }) => at <= now && now - at < WINDOW_MS);
}

/**
 * The suspicion that follows from the user's own requests, by the kind that failed last; null if none. Evidence never gives
 * more than a suspicion: a page that reports nothing may be right.
 */
export function evaluateRequestFailures(events: readonly EvidenceEvent[], now: number): EvidenceSuspicion | null {
  const recent = recentOf(events, now);
  // Each kind is evaluated by itself: successes of one kind must not hide failures of another.
  const found = EVIDENCE_KINDS.flatMap((what) => suspicionOf(recent, what, events) ?? []);
  const lasting = found.filter(({ until }) => now < until);
  return lasting.toSorted((one, other) => other.until - one.until)[0] ?? null;
}

/**
 * The statuses of the last messages that failed, if that may be about them and was no issue; otherwise empty. An answer to the
 * next message shows that it was about them.
 */
export function harmlessStatuses(events: readonly EvidenceEvent[], now: number): number[] {
  const sends = events.filter(({ what, outcome }) => what === 'send' && COUNTED_OUTCOMES.has(outcome));
  const failures = sends.slice(sends.findLastIndex(isOk) + 1).filter(({ at }) => now - at < HELD_FOR_MS);
  const isHarmless = failures.every(isAboutRequest) && evaluateRequestFailures(events, now) === null;
  return isHarmless ? [...new Set(failures.flatMap(({ status }) => status ?? []))] : [];
}

const SLOW_ANSWERS = 3;
const SLOW_CONVERSATIONS = 2;
/** An answer that begins within so many times the usual is as usual. */
const USUAL_FACTOR = 1.5;

/**
 * Whether the last answers start later than usual: at least three, of at least two conversations, which all answered as usual
 * before. A model that thinks is slow from its first answer, and a switch to one concerns one conversation.
 */
export function evaluateSlowness(events: readonly EvidenceEvent[], now: number): SlowSuspicion | null {
  const isKept = ({ at }: EvidenceEvent) => at <= now && now - at < KEPT_FOR_MS;
  const answers = events.filter((event) => event.what === 'send' && isOk(event) && isKept(event));
  const from = answers.findLastIndex(({ usualMs }) => usualMs === undefined) + 1;
  const run = answers.slice(from);
  const [first] = run;
  const newest = run.at(-1);
  if (first?.usualMs === undefined || newest === undefined || run.length < SLOW_ANSWERS) return null;
  if (new Set(run.map(({ conversationHash }) => conversationHash)).size < SLOW_CONVERSATIONS) return null;
  const { usualMs } = first;
  const quick = answers.slice(0, from).filter(({ firstByteMs }) => (firstByteMs ?? Infinity) <= usualMs * USUAL_FACTOR);
  const wasQuick = run.every(
    ({ conversationHash }) =>
      conversationHash !== undefined && quick.some((event) => event.conversationHash === conversationHash),
  );
  const until = newest.at + HELD_FOR_MS;
  if (!wasQuick || now >= until) return null;
  const ms = medianOf(run.flatMap(({ firstByteMs }) => firstByteMs ?? [])) ?? 0;
  return { source: 'slow', ms, usualMs, since: first.startedAt ?? first.at, until };
}
