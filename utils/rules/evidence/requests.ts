import { type AssistantId, USUAL_SIGN_IN } from '@/utils/model/assistant';
import {
  type EvidenceEvent,
  type EvidenceMemory,
  type InFlight,
  LOGGED_METHODS,
  type LoggedRequest,
  type RequestTiming,
  type SeenRequest,
} from '@/utils/model/evidence';
import type { Status } from '@/utils/model/status';
import {
  type Classified,
  classifyRequest,
  conversationOfAddress,
  conversationOfSent,
  type Source,
  withTabLoaded,
} from './classify';
import { harmlessStatuses, isAboutRequest, recentOf, withEvent } from './evaluate-failures';
import {
  hasAnsweredLately,
  lastsAsProof,
  learnedOf,
  lengthKind,
  recurrenceOf,
  usualIfSlow,
  withAnswer,
} from './learned';

const MAX_LOGGED = 30;
const MINUTE = 60_000;
/** Error codes as browsers write them: "net::ERR_CONNECTION_RESET", "NS_ERROR_NET_RESET". */
const ERROR_WORD = /^[A-Za-z]\w*(?:::\w+)?$/;

/** Pages can send any method name; unknown ones are not logged verbatim. */
const methodOf = (method: string): LoggedRequest['method'] =>
  LOGGED_METHODS.find((known) => known === method) ?? 'other';

const errorOf = (error: string | null): string | null => (error === null || ERROR_WORD.test(error) ? error : 'other');

/** Whether more requests were sent within a minute than a person could send. Requests of such a page are ignored. */
function isFlooded({ log }: EvidenceMemory, id: AssistantId, at: number): boolean {
  const oldest = log[id]?.at(-MAX_LOGGED);
  return oldest !== undefined && Math.abs(at - oldest.at) < MINUTE;
}

/** Keeps the most recent entries of each assistant, oldest first. */
function logRequest(memory: EvidenceMemory, id: AssistantId, logged: LoggedRequest): EvidenceMemory {
  return { ...memory, log: { ...memory.log, [id]: [...(memory.log[id] ?? []), logged].slice(-MAX_LOGGED) } };
}

/** A request pending longer than this is dropped: its end event was missed. */
const KEPT_FOR_MS = 10 * 60_000;
const MAX_IN_FLIGHT = 20;

function without(memory: EvidenceMemory, gone: InFlight): EvidenceMemory {
  return { ...memory, inFlight: memory.inFlight.filter((one) => one !== gone) };
}

/** Withdraws a timeout: the answer arrived late, or this device was offline. */
function withdrawTimeout(memory: EvidenceMemory, request: InFlight): EvidenceMemory {
  const { assistantId, what, silentAt, startedAt, tabId } = request;
  const events = memory.events[assistantId] ?? [];
  // One check may count several timeouts, so its time alone does not tell which request an event belongs to.
  const index = events.findIndex(
    (one) =>
      one.how === 'silent' &&
      one.what === what &&
      one.at === silentAt &&
      one.startedAt === startedAt &&
      one.tabId === tabId,
  );
  if (silentAt === null || index < 0) return memory;
  return { ...memory, events: { ...memory.events, [assistantId]: events.toSpliced(index, 1) } };
}

type Ended = Extract<SeenRequest, { stage: 'ended' }>;

/** The stages of a request that were observed before its end. */
interface Begun {
  waiting: InFlight | undefined;
  answered: InFlight | undefined;
}

/** Times between the stages, by the browser's own clock; null where a stage was not observed. */
function timesOf({ waiting, answered }: Begun, endedStamp: number) {
  const { sentStamp, answeredStamp } = answered ?? waiting ?? {};
  return {
    firstByteMs: sentStamp === undefined || answeredStamp === undefined ? null : answeredStamp - sentStamp,
    lengthMs: answeredStamp === undefined ? null : endedStamp - answeredStamp,
  };
}

/** A page whose response began and never ended, until the user gave up. */
const STALLED_AFTER_MS = 20_000;

/** What an ended request says, with what only earlier answers in this browser tell. */
function evaluateEnd(
  memory: EvidenceMemory,
  { assistantId, what, pattern }: Source,
  { status, error }: Ended,
  at: number,
  times: ReturnType<typeof timesOf>,
): { found: Classified; extra: Pick<EvidenceEvent, 'isAtOnce' | 'firstByteMs' | 'usualMs'> } {
  const learned = learnedOf(memory, assistantId);
  const found = classifyRequest(status, error, { what, hasAnswered: hasAnsweredLately(learned, pattern, at) });
  const { firstByteMs, lengthMs } = times;
  if (what === 'page' && found.outcome === 'not_counted' && found.why === 'ended_here') {
    const isStalled = (lengthMs ?? 0) >= STALLED_AFTER_MS && hasAnsweredLately(learned, PAGE_KEY, at);
    return { found: isStalled ? { outcome: 'failed', how: 'silent' } : found, extra: {} };
  }
  if (found.outcome !== 'ok' || what !== 'send') return { found, extra: {} };
  const usualMs = (firstByteMs === null ? null : usualIfSlow(learned, firstByteMs)) ?? undefined;
  const kind = lengthMs === null ? 'usual' : lengthKind(learned, lengthMs);
  // After a failure, an answer that is short for here may be the next one: an error inside a stream.
  const hasFailed = recentOf(memory.events[assistantId] ?? [], at).some(
    (event) => event.what === 'send' && event.outcome === 'failed',
  );
  const isProof = lengthMs === null || !hasFailed || lastsAsProof(learned, lengthMs);
  if (kind === 'usual' && isProof) return { found, extra: { firstByteMs: firstByteMs ?? undefined, usualMs } };
  return { found: { outcome: 'brief', how: null }, extra: { isAtOnce: kind === 'at_once' ? true : undefined } };
}

/** Opened pages have no pattern; this stands for them among the paths that answered lately. */
const PAGE_KEY = 'page';

/**
 * Settles a pending request, counts how it ended, and learns from an answer. If the user gave up waiting, the timeout still
 * counts.
 */
function countEnd(memory: EvidenceMemory, source: Source, ended: Ended, at: number, begun: Begun): EvidenceMemory {
  const { assistantId, what, pattern } = source;
  const { status, error, tabId, method } = ended;
  const isPage = what === 'page';
  const { waiting, answered } = begun;
  const times = timesOf(begun, ended.stamp ?? at);
  const { found, extra } = evaluateEnd(memory, source, ended, at, times);
  const why = found.outcome === 'not_counted' ? found.why : found.how;
  const said = { method: methodOf(method), status, error: errorOf(error), outcome: found.outcome, why };
  const logged = logRequest(memory, assistantId, { at, what, pattern, ...said });
  const hasGivenUp = found.outcome === 'not_counted' && found.why === 'ended_here';
  // The first sending: a redirect is sent and answered twice under one id.
  const first = answered ?? waiting;
  const rest = waiting === undefined ? logged : without(logged, waiting);
  const settled = waiting === undefined || hasGivenUp ? rest : withdrawTimeout(rest, waiting);
  if (found.outcome === 'not_counted') return settled;
  // Where the path names no conversation, a 404 may still be about the one that the message belongs to.
  const conversationHash = first?.conversationHash ?? conversationOfAddress(source, ended);
  const startedAt = first?.startedAt;
  const event: EvidenceEvent = { at, startedAt, what, status, tabId, conversationHash, ...extra, ...found };
  const recurs = isAboutRequest(event) ? recurrenceOf(learnedOf(memory, assistantId), status, at) : undefined;
  const counted = withEvent(settled, assistantId, { ...event, recurs });
  if (found.outcome !== 'ok' && found.outcome !== 'brief') return counted;
  const lengths = what === 'send' ? times : { firstByteMs: null, lengthMs: null };
  const isAnswered = found.outcome === 'ok' && what === 'send';
  const harmless = isAnswered ? harmlessStatuses(settled.events[assistantId] ?? [], at) : [];
  return withAnswer(counted, assistantId, { pattern: isPage ? PAGE_KEY : pattern, at, harmless, ...lengths });
}

/** Remembers when a request was sent, for its outcome: that comes only when the whole response was received. */
function withAnswered(memory: EvidenceMemory, request: InFlight): EvidenceMemory {
  const { answered = [] } = memory;
  const before = answered.find(({ id }) => id === request.id);
  // After a redirect, the first sending counts, and the last answer.
  const now = before === undefined ? request : { ...before, answeredStamp: request.answeredStamp };
  return { ...memory, answered: [...answered.filter((one) => one !== before), now].slice(-MAX_IN_FLIGHT) };
}

function withoutAnswered(memory: EvidenceMemory, gone: InFlight | undefined): EvidenceMemory {
  if (gone === undefined) return memory;
  const answered = memory.answered?.filter((one) => one !== gone) ?? [];
  return { ...memory, answered: answered.length === 0 ? undefined : answered };
}

/**
 * The evidence after one stage of a request. A request that timed out counts once: by its late answer if that comes, as
 * a timeout if the user gave up waiting.
 */
export function reduceRequestEvent(
  memory: EvidenceMemory,
  source: Source,
  request: SeenRequest,
  at: number,
): EvidenceMemory {
  // A path that only has the usual name of a sign-in may be one that waits for minutes, so only its errors count.
  const isGuessed = source.pattern === USUAL_SIGN_IN.source;
  if (isGuessed && (request.stage !== 'ended' || request.status === null)) return memory;
  const waiting = memory.inFlight.find(({ id }) => id === request.id);
  const answered = memory.answered?.find(({ id }) => id === request.id);
  // A pending request is ended even during a flood, or it would count as silent.
  if (waiting === undefined && isFlooded(memory, source.assistantId, at)) return memory;
  const stamp = request.stamp ?? at;
  switch (request.stage) {
    case 'sent': {
      // For a duplicate event, the first start counts.
      if (waiting !== undefined) return memory;
      const others = memory.inFlight.filter(({ startedAt }) => Math.abs(at - startedAt) < KEPT_FOR_MS);
      const { id, tabId } = request;
      const { assistantId, what, pattern } = source;
      const shown = what === 'page' && tabId !== undefined ? withTabLoaded(memory, tabId) : memory;
      const { memory: known, conversationHash } = conversationOfSent(shown, source, request, at);
      const sent = {
        id,
        assistantId,
        what,
        pattern,
        tabId,
        conversationHash,
        startedAt: at,
        sentStamp: stamp,
        silentAt: null,
      };
      return { ...known, inFlight: [...others, sent].slice(-MAX_IN_FLIGHT) };
    }
    case 'answered': {
      if (waiting === undefined) return memory;
      // The answer of a handshake is its outcome; the socket may stay open for hours.
      if (source.what === 'handshake') {
        return countEnd(memory, source, { ...request, stage: 'ended', error: null }, at, { waiting, answered });
      }
      // An error answer ends the request at once; it is counted again below without an intermediate success.
      const isFailing = waiting.silentAt !== null && request.status >= 500;
      return isFailing
        ? memory
        : withAnswered(withdrawTimeout(without(memory, waiting), waiting), { ...waiting, answeredStamp: stamp });
    }
    case 'ended':
      // A handshake that was answered is counted; this is the end of its socket.
      if (source.what === 'handshake' && waiting === undefined) return memory;
      return withoutAnswered(countEnd(memory, source, request, at, { waiting, answered }), answered);
  }
}

/** A request without an answer for this long counts as failed. */
export const SILENT_AFTER_MS = 20_000;
/** A timeout found later than this was not observed, so it is dropped. */
const KNOWN_UNTIL_MS = 60_000;
/** A check that runs this much too late suggests that the device was asleep. */
const LATE_MS = 10_000;

/** One check of the pending requests. Times are epoch milliseconds. */
export interface Look {
  now: number;
  /** When it was scheduled. */
  dueAt: number;
  isOnline: boolean;
}

/** Whether the timeout may be due to this device instead of the site. */
function isDoubtful({ startedAt }: InFlight, { now, dueAt, isOnline }: Look): boolean {
  const hasSlept = now - dueAt > LATE_MS && startedAt <= dueAt;
  return !isOnline || hasSlept || startedAt > now || now - startedAt > KNOWN_UNTIL_MS;
}

function countSilent(
  memory: EvidenceMemory,
  { assistantId, what, pattern, startedAt, tabId, conversationHash }: InFlight,
  now: number,
): EvidenceMemory {
  const failed = { at: now, what, outcome: 'failed', status: null } as const;
  const logged: LoggedRequest = {
    ...failed,
    // Messages and sign-ins are sent with POST.
    method: what === 'page' || what === 'handshake' ? 'GET' : 'POST',
    pattern,
    error: null,
    why: 'silent',
  };
  return logRequest(
    withEvent(memory, assistantId, { ...failed, startedAt, tabId, conversationHash, how: 'silent' }),
    assistantId,
    logged,
  );
}

/** Counts timeouts and drops requests that cannot be judged. Returns the same object if nothing changed. */
export function expirePendingRequests(memory: EvidenceMemory, look: Look): EvidenceMemory {
  const { now } = look;
  const open = memory.inFlight.filter(({ silentAt }) => silentAt === null);
  const doubtful = open.filter((one) => isDoubtful(one, look));
  const silent = open.filter((one) => !doubtful.includes(one) && now - one.startedAt >= SILENT_AFTER_MS);
  if (doubtful.length === 0 && silent.length === 0) return memory;
  const counted = silent.reduce((before, one) => countSilent(before, one, now), memory);
  const inFlight = memory.inFlight
    .filter((one) => !doubtful.includes(one))
    .map((one) => (silent.includes(one) ? { ...one, silentAt: now } : one));
  return { ...counted, inFlight };
}

/**
 * Evidence that still counts. After an outage on the page, only events since the reading that showed it over count;
 * otherwise its own failures would make the assistant suspected again right after recovery.
 */
export function freshEvidence(
  { episodes, recoveries, pages }: Status,
  id: AssistantId,
  events: readonly EvidenceEvent[],
  now: number,
): readonly EvidenceEvent[] {
  const lastReadAt = episodes[id] === undefined ? recoveries[id]?.episode.lastReadAt : pages[id]?.readAt;
  // A reading from the future: the clock has been set back since.
  return lastReadAt == null || lastReadAt > now ? events : events.filter(({ at }) => at > lastReadAt);
}

/** The stages that a request went through, as the browser would have reported them, at these epoch milliseconds. */
interface Stages {
  sent: SeenRequest;
  answered: SeenRequest;
  ended: SeenRequest;
}

const stampOf = ({ stamp = 0 }: SeenRequest): number => stamp;

/**
 * A request of a page's own Resource Timing that ended at `endedAt`, epoch milliseconds. Its method is not listed: what is
 * no load of a page counts as a message.
 */
export function stagesOfTiming(
  { path, isPage, status, firstByteMs, lengthMs }: RequestTiming,
  host: string,
  tabId: number,
  endedAt: number,
): Stages {
  const method = isPage ? 'GET' : 'POST';
  const request = {
    id: `timing-${tabId}-${endedAt}`,
    url: `https://${host}${path}`,
    method,
    isMainFrame: isPage,
    tabId,
  };
  const answeredAt = endedAt - lengthMs;
  return {
    sent: { ...request, stage: 'sent', stamp: answeredAt - firstByteMs },
    answered: { ...request, stage: 'answered', status, stamp: answeredAt },
    ended: { ...request, stage: 'ended', status, error: null, stamp: endedAt },
  };
}

/** The evidence after a request that is known from a page's Resource Timing. */
export function reduceTiming(
  memory: EvidenceMemory,
  source: Source,
  { tabPath, ...stages }: Stages & { tabPath?: string | undefined },
): EvidenceMemory {
  const all: SeenRequest[] = [{ ...stages.sent, tabPath }, stages.answered, stages.ended];
  return all.reduce((before, request) => reduceRequestEvent(before, source, request, stampOf(request)), memory);
}
