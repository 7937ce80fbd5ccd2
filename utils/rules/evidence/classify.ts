import { isOnPath, parseUrl } from '@/utils/model/address';
import {
  type Assistant,
  type AssistantId,
  type NewChatPath,
  type SendPath,
  USUAL_SIGN_IN,
} from '@/utils/model/assistant';
import type {
  EvidenceEvent,
  EvidenceKind,
  EvidenceMemory,
  NewChat,
  SeenRequest,
  UncountedWhy,
} from '@/utils/model/evidence';
import { hashOf } from '@/utils/model/text';

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
/** Error codes of a page that redirects in a circle, as with a sign-in that is damaged in this browser. */
const IN_CIRCLES = /REDIRECT/;

/** What an ended request says about an assistant, or why it is not counted. */
export type Classified = Pick<EvidenceEvent, 'outcome' | 'how'> | { outcome: 'not_counted'; why: UncountedWhy };

const notCounted = (why: UncountedWhy): Classified => ({ outcome: 'not_counted', why });

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
  if (error !== null && ENDED_HERE.test(error)) return notCounted('ended_here');
  if (error !== null && (NO_WAY_OUT.test(error) || IN_BETWEEN.test(error))) return notCounted('own_line');
  if (error !== null && IN_CIRCLES.test(error)) return notCounted('elsewhere');
  if (status === null) return { outcome: 'failed', how: 'cut' };
  // Opening a page uses up no quota.
  if (status === 429 && what !== 'page') return { outcome: 'limited', how: null };
  // A path that worked a moment ago has not moved: on 2026-09-03, messages of Codex were answered with 404
  // (https://github.com/openai/codex/issues/42559) and, by one report, those of the chat: docs/evidence.md.
  const isGone = (status === 404 || status === 405) && (what === 'send' || what === 'handshake') && hasAnswered;
  if (status >= 500 || status === 429 || isGone) return { outcome: 'failed', how: 'answered' };
  // Sign-ins and challenges are no outage, but are useful for "Is it me?".
  if (status === 401 || status === 403) return { outcome: 'refused', how: null };
  // Any other answer opens no socket.
  const isWell = what === 'handshake' ? status === 101 : status < 400;
  return isWell ? { outcome: 'ok', how: null } : notCounted('elsewhere');
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

const MAX_NEW_CHATS = 20;
/** A site gives a conversation its path soon after its message. If it seems under way for longer, its end was missed. */
const UNDER_WAY_FOR_MS = 10 * 60_000;

/** The page that a tab shows. */
export interface TabPage {
  assistantId: AssistantId;
  tabId: number;
  path: string;
  newChatPaths: readonly NewChatPath[];
}

/** `shared`: all conversations begin here. `provisional`: one has this path until it gets its own. `own`: all others. */
function kindOfPath({ path, newChatPaths }: TabPage): 'shared' | 'provisional' | 'own' {
  const found = newChatPaths.find(({ pattern }) => new RegExp(pattern).test(path));
  if (found === undefined) return 'own';
  return found.isProvisional ? 'provisional' : 'shared';
}

/** A hash of the conversation that the address of a message names; undefined if it names none. */
export function conversationOfAddress(
  { what, pattern }: Pick<Source, 'what' | 'pattern'>,
  { url }: Pick<SeenRequest, 'url'>,
): number | undefined {
  if (what !== 'send' || pattern === null) return;
  const ids = new RegExp(pattern.replaceAll('[^/]+', '([^/]+)')).exec(parseUrl(url)?.pathname ?? '')?.slice(1) ?? [];
  const named = ids.filter((id) => id !== undefined);
  return named.length > 0 ? hashOf(named.join('/')) : undefined;
}

function replaced(memory: EvidenceMemory, one: NewChat, by: NewChat): EvidenceMemory {
  return { ...memory, newChats: memory.newChats?.map((chat) => (chat === one ? by : chat)) };
}

const openIn = ({ newChats }: EvidenceMemory, tabId: number): NewChat | undefined =>
  newChats?.findLast((chat) => chat.isOpen && chat.tabId === tabId);

/** The page of a tab has been loaded: what it showed before is over. */
export function withTabLoaded(memory: EvidenceMemory, tabId: number): EvidenceMemory {
  const open = openIn(memory, tabId);
  return open === undefined ? memory : replaced(memory, open, { ...open, isOpen: false });
}

/** Whether the site would give the conversation its path now: its message is under way, or was answered. */
function mayMove(
  { inFlight, answered = [], events }: EvidenceMemory,
  { tabId, conversationHash, assistantId }: NewChat,
  at: number,
): boolean {
  const isUnderWay = [...inFlight, ...answered].some(
    (one) =>
      one.tabId === tabId &&
      one.conversationHash === conversationHash &&
      Math.abs(at - one.startedAt) < UNDER_WAY_FOR_MS,
  );
  const last = events[assistantId]?.findLast((event) => event.conversationHash === conversationHash)?.outcome;
  return isUnderWay || last === 'ok' || last === 'brief';
}

/** Whether messages were sent from this path before, so that it is that of another conversation. */
function isKnownPath({ inFlight, events, newChats = [] }: EvidenceMemory, { assistantId }: NewChat, path: number) {
  const isHere = ({ conversationHash }: { conversationHash?: number | undefined }) => conversationHash === path;
  return (
    inFlight.some(isHere) ||
    (events[assistantId]?.some(isHere) ?? false) ||
    newChats.some((chat) => chat.assistantId === assistantId && chat.paths.includes(path))
  );
}

/**
 * A tab shows this path, by a script of the page: a new conversation got a path, which stands for it from now on, or the
 * user went elsewhere.
 */
export function withTabMoved(memory: EvidenceMemory, page: TabPage, at: number): EvidenceMemory {
  const open = openIn(memory, page.tabId);
  const path = hashOf(page.path);
  const isOwn = open?.assistantId === page.assistantId;
  if (open === undefined || (isOwn && open.paths.at(-1) === path)) return memory;
  const kind = kindOfPath(page);
  const isSame = isOwn && kind !== 'shared' && mayMove(memory, open, at) && !isKnownPath(memory, open, path);
  const after = isSame
    ? { ...open, paths: [...open.paths, path], isOpen: kind === 'provisional' }
    : { ...open, isOpen: false };
  return replaced(memory, open, after);
}

/** A hash that tells the conversations of messages apart, and the memory that knows it. Undefined if it is not known. */
interface KnownConversation {
  memory: EvidenceMemory;
  conversationHash: number | undefined;
}

/**
 * The conversation of a message that is sent: that which its address names or, where it names none, the page that it is sent
 * from. Where all new conversations begin on the same page, each visit of it in a tab is another one.
 */
export function conversationOfSent(
  memory: EvidenceMemory,
  source: Source,
  request: SeenRequest,
  at: number,
): KnownConversation {
  const { assistantId, newChatPaths = [] } = source;
  const { tabId, tabPath } = request;
  const named = conversationOfAddress(source, request);
  if (source.what !== 'send' || tabPath === undefined || tabId === undefined || newChatPaths.length === 0) {
    return { memory, conversationHash: named ?? (tabPath === undefined ? undefined : hashOf(tabPath)) };
  }
  const page = { assistantId, tabId, path: tabPath, newChatPaths };
  const path = hashOf(tabPath);
  const kind = kindOfPath(page);
  // The browser may not have reported that the address changed.
  const moved = withTabMoved(memory, page, at);
  const open = openIn(moved, tabId);
  const isHere = (chat: NewChat) => chat.assistantId === assistantId && chat.paths.includes(path);
  const known = kind === 'shared' ? open : moved.newChats?.findLast(isHere);
  if (known !== undefined) return { memory: moved, conversationHash: known.conversationHash };
  if (named !== undefined || kind === 'own') return { memory: moved, conversationHash: named ?? path };
  const conversationHash = hashOf(`${tabId} ${at} ${tabPath}`);
  const begun: NewChat = { assistantId, tabId, conversationHash, paths: [path], isOpen: true };
  const others = withTabLoaded(moved, tabId).newChats ?? [];
  return { memory: { ...moved, newChats: [...others, begun].slice(-MAX_NEW_CHATS) }, conversationHash };
}
