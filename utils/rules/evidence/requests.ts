import { parseUrl } from '@/utils/model/address';
import { type Assistant, type AssistantId, isOnPath, type SendPath } from '@/utils/model/assistant';
import {
  type EvidenceEvent,
  type EvidenceKind,
  type EvidenceMemory,
  type InFlight,
  LOGGED_METHODS,
  type LoggedRequest,
  type SeenRequest,
  type UncountedWhy,
} from '@/utils/model/evidence';
import type { Status } from '@/utils/model/status';
import { withEvent } from './evaluate-failures';

/**
 * Chromium and Firefox error codes of requests that were canceled locally: by the user, the page, or an ad blocker.
 * `CONNECTION_ABORTED` is not a cancellation.
 */
const ENDED_HERE = /(?<!CONNECTION_)ABORT|BLOCKED_BY_CLIENT|BLOCKED_BY_RESPONSE|CACHE_MISS|BINDING_/;
/** Error codes of a device that is offline or was asleep. */
const NO_WAY_OUT =
  /INTERNET_DISCONNECTED|NETWORK_CHANGED|NETWORK_ACCESS_DENIED|IO_SUSPENDED|NAME_NOT_RESOLVED|UNKNOWN_HOST|OFFLINE|ADDRESS_UNREACHABLE|PING_FAILED/;
/**
 * Error codes that point to something in between: a proxy, a firewall, a captive portal. Chats run behind large CDNs
 * that answer even when the chat is down, so a refused connection or a wrong certificate is hardly ever theirs.
 */
const IN_BETWEEN = /PROXY|TUNNEL|SOCKS|CERT|SSL|SEC_ERROR|PKIX|CONNECTION_(?:ABORTED|REFUSED|TIMED_OUT)|NET_TIMEOUT/;

/** What an ended request says about an assistant, or why it is not counted. */
export type Classified = Pick<EvidenceEvent, 'outcome' | 'how'> | { outcome: 'not_counted'; why: UncountedWhy };

const unless = (why: UncountedWhy): Classified => ({ outcome: 'not_counted', why });

/** `status` null: no answer, and `error` is the browser's error code. */
export function classifyRequest(status: number | null, error: string | null): Classified {
  if (error !== null && ENDED_HERE.test(error)) return unless('ended_here');
  if (error !== null && (NO_WAY_OUT.test(error) || IN_BETWEEN.test(error))) return unless('own_line');
  if (status === null) return { outcome: 'failed', how: 'cut' };
  if (status === 429) return { outcome: 'limited', how: null };
  if (status >= 500) return { outcome: 'failed', how: 'answered' };
  // Sign-ins and challenges are no outage, but are useful for "Is it me?".
  if (status === 401 || status === 403) return { outcome: 'refused', how: null };
  return status < 400 ? { outcome: 'ok', how: null } : unless('elsewhere');
}

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

type Asked = Pick<SeenRequest, 'url' | 'method' | 'isMainFrame'>;

/** The kind of a request, and the pattern that it matched; null for opening the chat, which needs none. */
export interface Purpose {
  what: EvidenceKind;
  pattern: string | null;
}

const patternIn = (paths: readonly SendPath[], { host, pathname }: URL): string | undefined =>
  paths.find((path) => path.host === host && new RegExp(path.pattern).test(pathname))?.pattern;

/** Null if the request is no evidence about this assistant. */
export function purposeOf(assistant: Assistant, { url, method, isMainFrame }: Asked): Purpose | null {
  const address = parseUrl(url);
  if (address === null) return null;
  const { host, pathname } = address;
  if (method === 'POST') {
    const sent = patternIn(assistant.sendPaths, address);
    if (sent !== undefined) return { what: 'send', pattern: sent };
    const signedIn = patternIn(assistant.signInPaths, address);
    if (signedIn !== undefined) return { what: 'sign_in', pattern: signedIn };
  }
  const isChat = assistant.chatSites.some((site) => site.host === host && isOnPath(pathname, site.path));
  return isMainFrame && isChat ? { what: 'page', pattern: null } : null;
}

/** A request pending longer than this is dropped: its end event was missed. */
const KEPT_FOR_MS = 10 * 60_000;
const MAX_IN_FLIGHT = 20;

/** The assistant and purpose of a request. */
export interface Source extends Purpose {
  assistantId: AssistantId;
}

function without(memory: EvidenceMemory, gone: InFlight): EvidenceMemory {
  return { ...memory, inFlight: memory.inFlight.filter((one) => one !== gone) };
}

/** Withdraws a timeout: the answer arrived late, or this device was offline. */
function withdrawTimeout(memory: EvidenceMemory, { assistantId, what, silentAt }: InFlight): EvidenceMemory {
  const events = memory.events[assistantId] ?? [];
  const index = events.findIndex((one) => one.how === 'silent' && one.what === what && one.at === silentAt);
  if (silentAt === null || index < 0) return memory;
  return { ...memory, events: { ...memory.events, [assistantId]: events.toSpliced(index, 1) } };
}

type Ended = Extract<SeenRequest, { stage: 'ended' }>;

function logEnd(memory: EvidenceMemory, source: Source, { method, status, error }: Ended, at: number): EvidenceMemory {
  const found = classifyRequest(status, error);
  const { assistantId, what, pattern } = source;
  const why = found.outcome === 'not_counted' ? found.why : found.how;
  const said = { method: methodOf(method), status, error: errorOf(error), outcome: found.outcome, why };
  return logRequest(memory, assistantId, { at, what, pattern, ...said });
}

/** Settles a pending request and counts how it ended. If the user gave up waiting, the timeout still counts. */
function countEnd(
  memory: EvidenceMemory,
  source: Source,
  { status, error, tabId }: Ended,
  at: number,
  { waiting, begun }: { waiting: InFlight | undefined; begun: InFlight | undefined },
) {
  const found = classifyRequest(status, error);
  const hasGivenUp = found.outcome === 'not_counted' && found.why === 'ended_here';
  // The first sending: a redirect is sent and answered twice under one id.
  const startedAt = (begun ?? waiting)?.startedAt;
  const rest = waiting === undefined ? memory : without(memory, waiting);
  const settled = waiting === undefined || hasGivenUp ? rest : withdrawTimeout(rest, waiting);
  if (found.outcome === 'not_counted') return settled;
  return withEvent(settled, source.assistantId, { at, startedAt, what: source.what, status, tabId, ...found });
}

/** Remembers when a request was sent, for its outcome: that comes only when the whole response was received. */
function withAnswered(memory: EvidenceMemory, request: InFlight): EvidenceMemory {
  const { answered = [] } = memory;
  if (answered.some(({ id }) => id === request.id)) return memory;
  return { ...memory, answered: [...answered, request].slice(-MAX_IN_FLIGHT) };
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
  const waiting = memory.inFlight.find(({ id }) => id === request.id);
  const begun = memory.answered?.find(({ id }) => id === request.id);
  // A pending request is ended even during a flood, or it would count as silent.
  if (waiting === undefined && isFlooded(memory, source.assistantId, at)) return memory;
  switch (request.stage) {
    case 'sent': {
      // For a duplicate event, the first start counts.
      if (waiting !== undefined) return memory;
      const others = memory.inFlight.filter(({ startedAt }) => Math.abs(at - startedAt) < KEPT_FOR_MS);
      const sent = { ...source, id: request.id, tabId: request.tabId, startedAt: at, silentAt: null };
      return { ...memory, inFlight: [...others, sent].slice(-MAX_IN_FLIGHT) };
    }
    case 'answered': {
      // An error answer ends the request at once; it is counted again below without an intermediate success.
      const isFailing = waiting?.silentAt != null && request.status >= 500;
      return waiting === undefined || isFailing
        ? memory
        : withAnswered(withdrawTimeout(without(memory, waiting), waiting), waiting);
    }
    case 'ended':
      return logEnd(
        withoutAnswered(countEnd(memory, source, request, at, { waiting, begun }), begun),
        source,
        request,
        at,
      );
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
  { assistantId, what, pattern, startedAt, tabId }: InFlight,
  now: number,
): EvidenceMemory {
  const failed = { at: now, what, outcome: 'failed', status: null } as const;
  const logged: LoggedRequest = {
    ...failed,
    // Opening the chat is a GET; all other evidence is a POST.
    method: what === 'page' ? 'GET' : 'POST',
    pattern,
    error: null,
    why: 'silent',
  };
  return logRequest(
    withEvent(memory, assistantId, { ...failed, startedAt, tabId, how: 'silent' }),
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
