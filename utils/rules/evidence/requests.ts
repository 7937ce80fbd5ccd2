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

/** Error codes of Chromium and Firefox for a request canceled locally: by the user, the page or a content blocker. */
const ENDED_HERE = /(?<!CONNECTION_)ABORT|BLOCKED_BY_CLIENT|BLOCKED_BY_RESPONSE|CACHE_MISS|BINDING_/;
/** Error codes for no network: the user's connection is down, or the machine slept. */
const NO_WAY_OUT =
  /INTERNET_DISCONNECTED|NETWORK_CHANGED|NETWORK_ACCESS_DENIED|IO_SUSPENDED|NAME_NOT_RESOLVED|UNKNOWN_HOST|OFFLINE|ADDRESS_UNREACHABLE|PING_FAILED/;
/**
 * Error codes for something between the user and the site: a proxy, a firewall or a captive portal. Chats are behind
 * large CDNs, which respond even during an outage, so a refused connection or a foreign certificate is rarely theirs.
 */
const IN_BETWEEN = /PROXY|TUNNEL|SOCKS|CERT|SSL|SEC_ERROR|PKIX|CONNECTION_(?:ABORTED|REFUSED|TIMED_OUT)|NET_TIMEOUT/;

/** The outcome of an ended request, or why it does not count. */
export type Classified = Pick<EvidenceEvent, 'outcome' | 'how'> | { outcome: 'not_counted'; why: UncountedWhy };

const unless = (why: UncountedWhy): Classified => ({ outcome: 'not_counted', why });

/** `status` is null if there was no response; then `error` is the browser's error code. */
export function classifyRequest(status: number | null, error: string | null): Classified {
  if (error !== null && ENDED_HERE.test(error)) return unless('ended_here');
  if (error !== null && (NO_WAY_OUT.test(error) || IN_BETWEEN.test(error))) return unless('own_line');
  if (status === null) return { outcome: 'failed', how: 'cut' };
  if (status === 429) return { outcome: 'limited', how: null };
  if (status >= 500) return { outcome: 'failed', how: 'answered' };
  // A sign-in or a challenge is no sign of an outage, but the "Is it me?" check shows it.
  if (status === 401 || status === 403) return { outcome: 'refused', how: null };
  return status < 400 ? { outcome: 'ok', how: null } : unless('elsewhere');
}

const MAX_LOGGED = 30;
const MINUTE = 60_000;
/** As browsers write them: "net::ERR_CONNECTION_RESET", "NS_ERROR_NET_RESET". */
const ERROR_WORD = /^[A-Za-z]\w*(?:::\w+)?$/;

/** A page can choose any method name, so unknown ones are not logged. */
export const methodOf = (method: string): LoggedRequest['method'] =>
  LOGGED_METHODS.find((known) => known === method) ?? 'other';

export const errorOf = (error: string | null): string | null =>
  error === null || ERROR_WORD.test(error) ? error : 'other';

/** Whether a page sent more within a minute than a user can. Its further requests are ignored. */
export function isFlooded({ log }: EvidenceMemory, id: AssistantId, at: number): boolean {
  const oldest = log[id]?.at(-MAX_LOGGED);
  return oldest !== undefined && Math.abs(at - oldest.at) < MINUTE;
}

/** Appends to the log of an assistant and keeps the newest entries. */
export function logRequest(memory: EvidenceMemory, id: AssistantId, logged: LoggedRequest): EvidenceMemory {
  return { ...memory, log: { ...memory.log, [id]: [...(memory.log[id] ?? []), logged].slice(-MAX_LOGGED) } };
}

type Asked = Pick<SeenRequest, 'url' | 'method' | 'isMainFrame'>;

/** What a request was for, and the registry pattern that it matched; null for the chat page. */
export interface Purpose {
  what: EvidenceKind;
  pattern: string | null;
}

const patternIn = (paths: readonly SendPath[], { host, pathname }: URL): string | undefined =>
  paths.find((path) => path.host === host && new RegExp(path.pattern).test(pathname))?.pattern;

/** Null where a request cannot be evidence on this assistant. */
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

/** The end of a request that is pending for longer was missed. */
const KEPT_FOR_MS = 10 * 60_000;
const MAX_IN_FLIGHT = 20;

/** The assistant that a request belongs to, and its purpose. */
export interface Source extends Purpose {
  assistantId: AssistantId;
}

function without(memory: EvidenceMemory, gone: InFlight): EvidenceMemory {
  return { ...memory, inFlight: memory.inFlight.filter((one) => one !== gone) };
}

/** Removes the silent event of a request that was answered late, or failed because of the user's connection. */
function unsaid(memory: EvidenceMemory, { assistantId, what, silentAt }: InFlight): EvidenceMemory {
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

/** Removes the pending request and records its outcome. If the user gave up waiting, the recorded silence stays. */
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
  const settled = waiting === undefined || hasGivenUp ? rest : unsaid(rest, waiting);
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
 * The memory after a stage of a request. A request that was counted as silent ends as one event: its late response if
 * there is one, silent if the user gave up waiting.
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
      // Reported twice: the first time counts.
      if (waiting !== undefined) return memory;
      const others = memory.inFlight.filter(({ startedAt }) => Math.abs(at - startedAt) < KEPT_FOR_MS);
      const sent = { ...source, id: request.id, tabId: request.tabId, startedAt: at, silentAt: null };
      return { ...memory, inFlight: [...others, sent].slice(-MAX_IN_FLIGHT) };
    }
    case 'answered': {
      // An error response ends at once. The silence stays until then, so that the suspicion does not flicker.
      const isFailing = waiting?.silentAt != null && request.status >= 500;
      return waiting === undefined || isFailing
        ? memory
        : withAnswered(unsaid(without(memory, waiting), waiting), waiting);
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

/** A request without a response for this long counts as failed. */
export const SILENT_AFTER_MS = 20_000;
/** A pending request that is found later than this was not observed while it waited, and does not count. */
const KNOWN_UNTIL_MS = 60_000;
/** A check that runs this much later than it was due means that the machine slept. */
const LATE_MS = 10_000;

/** A check of the pending requests. Times are epoch milliseconds. */
export interface Look {
  now: number;
  /** When the check was due. */
  dueAt: number;
  isOnline: boolean;
}

/** Whether the missing response may be caused by the user's machine or connection. */
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
    // The chat page is a GET; messages and sign-ins are POSTs.
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

/** Counts overdue requests as failed and drops the doubtful ones. Returns the same object if nothing changed. */
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
 * The events that still count. After an outage that the status page reported, only those since the reading that showed
 * its end; otherwise the failures during the outage would raise a suspicion at the moment it ends.
 */
export function freshEvidence(
  { episodes, recoveries, pages }: Status,
  id: AssistantId,
  events: readonly EvidenceEvent[],
  now: number,
): readonly EvidenceEvent[] {
  const lastReadAt = episodes[id] === undefined ? recoveries[id]?.episode.lastReadAt : pages[id]?.readAt;
  // A reading dated in the future comes from a clock that was set back since.
  return lastReadAt == null || lastReadAt > now ? events : events.filter(({ at }) => at > lastReadAt);
}
