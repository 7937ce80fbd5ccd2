import { parseUrl } from '@/utils/model/address';
import {
  type Assistant,
  type AssistantId,
  isOnPath,
  type NewChatPath,
  type SendPath,
  USUAL_SIGN_IN,
} from '@/utils/model/assistant';
import type { EvidenceEvent, EvidenceKind, SeenRequest, UncountedWhy } from '@/utils/model/evidence';

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

/** The request behind a status: the same status means something else for a page than for a message. */
interface Met {
  what: EvidenceKind;
  /** Whether the same path answered below 400 in this browser lately. */
  hasAnswered: boolean;
}

/** `status` null: no answer, and `error` is the browser's error code. */
export function classifyRequest(
  status: number | null,
  error: string | null,
  { what, hasAnswered }: Met = { what: 'send', hasAnswered: false },
): Classified {
  if (error !== null && ENDED_HERE.test(error)) return unless('ended_here');
  if (error !== null && (NO_WAY_OUT.test(error) || IN_BETWEEN.test(error))) return unless('own_line');
  if (status === null) return { outcome: 'failed', how: 'cut' };
  // Opening a page uses up no quota.
  if (status === 429 && what !== 'page') return { outcome: 'limited', how: null };
  // A path that worked a moment ago has not moved: on 3 September 2026, messages were answered with 404.
  const isGone = (status === 404 || status === 405) && (what === 'send' || what === 'handshake') && hasAnswered;
  if (status >= 500 || status === 429 || isGone) return { outcome: 'failed', how: 'answered' };
  // Sign-ins and challenges are no outage, but are useful for "Is it me?".
  if (status === 401 || status === 403) return { outcome: 'refused', how: null };
  // Any other answer opens no socket.
  const isWell = what === 'handshake' ? status === 101 : status < 400;
  return isWell ? { outcome: 'ok', how: null } : unless('elsewhere');
}

type Asked = Pick<SeenRequest, 'url' | 'method' | 'isMainFrame' | 'isHandshake'>;

/** The kind of a request, and the pattern that it matched; null for opening the chat, which needs none. */
export interface Purpose {
  what: EvidenceKind;
  pattern: string | null;
  /** Of a message: where conversations of the assistant begin. Absent means nowhere that is known. */
  newChatPaths?: readonly NewChatPath[];
}

const patternIn = (paths: readonly SendPath[], { host, pathname }: URL, isSocket = false): string | undefined =>
  paths.find(
    (path) => path.host === host && (path.isSocket ?? false) === isSocket && new RegExp(path.pattern).test(pathname),
  )?.pattern;

/** Null if the request is no evidence about this assistant. */
export function purposeOf(assistant: Assistant, { url, method, isMainFrame, isHandshake }: Asked): Purpose | null {
  const address = parseUrl(url);
  if (address === null) return null;
  const { host, pathname } = address;
  const { sendPaths, newChatPaths, signInPaths, chatSites } = assistant;
  if (isHandshake) {
    const opened = patternIn(sendPaths, address, true);
    return opened === undefined ? null : { what: 'handshake', pattern: opened };
  }
  if (method === 'POST') {
    const sent = patternIn(sendPaths, address);
    if (sent !== undefined) return { what: 'send', pattern: sent, newChatPaths };
    const signedIn = patternIn(signInPaths, address);
    if (signedIn !== undefined) return { what: 'sign_in', pattern: signedIn };
    const isOwnHost = chatSites.some((site) => site.host === host && site.path === '/');
    if (isOwnHost && USUAL_SIGN_IN.test(pathname)) return { what: 'sign_in', pattern: USUAL_SIGN_IN.source };
  }
  const isChat = chatSites.some((site) => site.host === host && isOnPath(pathname, site.path));
  return isMainFrame && isChat ? { what: 'page', pattern: null } : null;
}

/** The assistant and purpose of a request. */
export interface Source extends Purpose {
  assistantId: AssistantId;
}
