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

/** Words of Chromium and Firefox for "somebody here ended it": the person, the page, or a blocker. A connection aborts by itself. */
const ENDED_HERE = /(?<!CONNECTION_)ABORT|BLOCKED_BY_CLIENT|BLOCKED_BY_RESPONSE|CACHE_MISS|BINDING_/;
/** And for "this machine has no way out": the person's own line, or a sleep. */
const NO_WAY_OUT =
  /INTERNET_DISCONNECTED|NETWORK_CHANGED|NETWORK_ACCESS_DENIED|IO_SUSPENDED|NAME_NOT_RESOLVED|UNKNOWN_HOST|OFFLINE|ADDRESS_UNREACHABLE|PING_FAILED/;
/**
 * And for somebody in between who does not let through: a proxy, a firewall, a portal that wants a sign-in first. The
 * chats lie behind large networks of others, which answer even when the chat is down; what does not connect at all, or
 * shows another's certificate, is hardly ever theirs.
 */
const IN_BETWEEN = /PROXY|TUNNEL|SOCKS|CERT|SSL|SEC_ERROR|PKIX|CONNECTION_(?:ABORTED|REFUSED|TIMED_OUT)|NET_TIMEOUT/;

/** What an ended request says of an assistant, or why it says nothing. */
export type Classified = Pick<EvidenceEvent, 'outcome' | 'how'> | { outcome: 'not_counted'; why: UncountedWhy };

const unless = (why: UncountedWhy): Classified => ({ outcome: 'not_counted', why });

/** `status` null: no answer, and `error` is the browser's word for why. */
export function classifyRequest(status: number | null, error: string | null): Classified {
  if (error !== null && ENDED_HERE.test(error)) return unless('ended_here');
  if (error !== null && (NO_WAY_OUT.test(error) || IN_BETWEEN.test(error))) return unless('own_line');
  if (status === null) return { outcome: 'failed', how: 'cut' };
  if (status === 429) return { outcome: 'limited', how: null };
  if (status >= 500) return { outcome: 'failed', how: 'answered' };
  // A sign-in or a challenge says nothing of an outage, but helps whoever asks what is wrong.
  if (status === 401 || status === 403) return { outcome: 'refused', how: null };
  return status < 400 ? { outcome: 'ok', how: null } : unless('elsewhere');
}

const MAX_LOGGED = 30;
const MINUTE = 60_000;
/** As browsers write them: "net::ERR_CONNECTION_RESET", "NS_ERROR_NET_RESET". */
const ERROR_WORD = /^[A-Za-z]\w*(?:::\w+)?$/;

/** What a page sent along under a name of its own choosing is not written down. */
export const methodOf = (method: string): LoggedRequest['method'] =>
  LOGGED_METHODS.find((known) => known === method) ?? 'other';

export const errorOf = (error: string | null): string | null =>
  error === null || ERROR_WORD.test(error) ? error : 'other';

/** Whether more was sent within a minute than any person sends: a page that floods us is not listened to any longer. */
export function isFlooded({ log }: EvidenceMemory, id: AssistantId, at: number): boolean {
  const oldest = log[id]?.at(-MAX_LOGGED);
  return oldest !== undefined && Math.abs(at - oldest.at) < MINUTE;
}

/** The last of each assistant, oldest first. */
export function logRequest(memory: EvidenceMemory, id: AssistantId, logged: LoggedRequest): EvidenceMemory {
  return { ...memory, log: { ...memory.log, [id]: [...(memory.log[id] ?? []), logged].slice(-MAX_LOGGED) } };
}

type Asked = Pick<SeenRequest, 'url' | 'method' | 'isMainFrame'>;

/** What a request was for, and the pattern of ours that says so; null for the chat itself, which needs none. */
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

/** What is in flight longer than this is none: its end was missed. */
const KEPT_FOR_MS = 10 * 60_000;
const MAX_IN_FLIGHT = 20;

/** Whose a request is, and what it was for. */
export interface Source extends Purpose {
  assistantId: AssistantId;
}

function without(memory: EvidenceMemory, gone: InFlight): EvidenceMemory {
  return { ...memory, inFlight: memory.inFlight.filter((one) => one !== gone) };
}

/** Takes back that it was silent: its answer has come after all, or was the person's own line that failed. */
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

/** Settles what was waited for, and counts how it ended. A person who gave up waiting leaves the silence standing. */
function countEnd(
  memory: EvidenceMemory,
  source: Source,
  { status, error, tabId }: Ended,
  at: number,
  waiting?: InFlight,
) {
  const found = classifyRequest(status, error);
  const hasGivenUp = found.outcome === 'not_counted' && found.why === 'ended_here';
  const rest = waiting === undefined ? memory : without(memory, waiting);
  const settled = waiting === undefined || hasGivenUp ? rest : unsaid(rest, waiting);
  if (found.outcome === 'not_counted') return settled;
  return withEvent(settled, source.assistantId, { at, what: source.what, status, tabId, ...found });
}

/**
 * What is remembered after a stage of a request. One that was counted as silent counts once in the end: by its
 * late answer if that comes, as silent if the person gave up waiting.
 */
export function reduceRequestEvent(
  memory: EvidenceMemory,
  source: Source,
  request: SeenRequest,
  at: number,
): EvidenceMemory {
  const waiting = memory.inFlight.find(({ id }) => id === request.id);
  // What is waited for is settled all the same: else it would be silent.
  if (waiting === undefined && isFlooded(memory, source.assistantId, at)) return memory;
  switch (request.stage) {
    case 'sent': {
      // Told twice, it waits from the first.
      if (waiting !== undefined) return memory;
      const others = memory.inFlight.filter(({ startedAt }) => Math.abs(at - startedAt) < KEPT_FOR_MS);
      const sent = { ...source, id: request.id, tabId: request.tabId, startedAt: at, silentAt: null };
      return { ...memory, inFlight: [...others, sent].slice(-MAX_IN_FLIGHT) };
    }
    case 'answered': {
      // An answer that says "error" ends at once: then it is counted anew, without a moment of "all is well".
      const isFailing = waiting?.silentAt != null && request.status >= 500;
      return waiting === undefined || isFailing ? memory : unsaid(without(memory, waiting), waiting);
    }
    case 'ended':
      return logEnd(countEnd(memory, source, request, at, waiting), source, request, at);
  }
}

/** No answer for so long counts as failed. */
export const SILENT_AFTER_MS = 20_000;
/** What is found later than this was not watched while it waited: nobody knows what happened then. */
const KNOWN_UNTIL_MS = 60_000;
/** A look that comes so much later than it was due tells of a machine that slept in between. */
const LATE_MS = 10_000;

/** A look at what is in flight. Times are epoch milliseconds. */
export interface Look {
  now: number;
  /** When it was to be taken. */
  dueAt: number;
  isOnline: boolean;
}

/** Whether nobody can say if the site kept silent, or the person's own machine. */
function isDoubtful({ startedAt }: InFlight, { now, dueAt, isOnline }: Look): boolean {
  const hasSlept = now - dueAt > LATE_MS && startedAt <= dueAt;
  return !isOnline || hasSlept || startedAt > now || now - startedAt > KNOWN_UNTIL_MS;
}

function countSilent(
  memory: EvidenceMemory,
  { assistantId, what, pattern, tabId }: InFlight,
  now: number,
): EvidenceMemory {
  const failed = { at: now, what, outcome: 'failed', status: null } as const;
  const logged: LoggedRequest = {
    ...failed,
    // The chat is opened by reading, all else is posted.
    method: what === 'page' ? 'GET' : 'POST',
    pattern,
    error: null,
    why: 'silent',
  };
  return logRequest(withEvent(memory, assistantId, { ...failed, tabId, how: 'silent' }), assistantId, logged);
}

/** Counts what has waited in vain, and forgets what nobody can judge. Gives back the same memory when nothing is new. */
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
 * What still counts: after a trouble that the page told of, only what was met since the reading that showed it over.
 * Else its own failures would make it "possible" once more in the moment of its end.
 */
export function freshEvidence(
  { episodes, recoveries, pages }: Status,
  id: AssistantId,
  events: readonly EvidenceEvent[],
  now: number,
): readonly EvidenceEvent[] {
  const lastReadAt = episodes[id] === undefined ? recoveries[id]?.episode.lastReadAt : pages[id]?.readAt;
  // A reading from the future was dated by a clock that has been set back since.
  return lastReadAt == null || lastReadAt > now ? events : events.filter(({ at }) => at > lastReadAt);
}
