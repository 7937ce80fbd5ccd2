import { parseUrl } from '@/utils/model/address';
import type { AssistantId, NewChatPath } from '@/utils/model/assistant';
import type { EvidenceMemory, NewChat, SeenRequest } from '@/utils/model/evidence';
import { hashOf } from '@/utils/model/text';
import type { Source } from './classify';

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
export function namedPlace(
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
  { tabId, place, assistantId }: NewChat,
  at: number,
): boolean {
  const isUnderWay = [...inFlight, ...answered].some(
    (one) => one.tabId === tabId && one.place === place && Math.abs(at - one.startedAt) < UNDER_WAY_FOR_MS,
  );
  const last = events[assistantId]?.findLast((event) => event.place === place)?.outcome;
  return isUnderWay || last === 'ok' || last === 'brief';
}

/** Whether messages were sent from this path before, so that it is that of another conversation. */
function isKnownPath({ inFlight, events, newChats = [] }: EvidenceMemory, { assistantId }: NewChat, path: number) {
  const isHere = ({ place }: { place?: number | undefined }) => place === path;
  return (
    inFlight.some(isHere) ||
    (events[assistantId]?.some(isHere) ?? false) ||
    newChats.some((chat) => chat.assistantId === assistantId && chat.paths.includes(path))
  );
}

/**
 * A tab shows this path, by a script of the page: a new conversation got a path, which stands for the same place from now on,
 * or the user went elsewhere.
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
interface Placed {
  memory: EvidenceMemory;
  place: number | undefined;
}

/**
 * The conversation of a message that is sent: that which its address names or, where it names none, the page that it is sent
 * from. Where all new conversations begin on the same page, each visit of it in a tab is another one.
 */
export function placeOfSent(memory: EvidenceMemory, source: Source, request: SeenRequest, at: number): Placed {
  const { assistantId, newChatPaths = [] } = source;
  const { tabId, tabPath } = request;
  const named = namedPlace(source, request);
  if (source.what !== 'send' || tabPath === undefined || tabId === undefined || newChatPaths.length === 0) {
    return { memory, place: named ?? (tabPath === undefined ? undefined : hashOf(tabPath)) };
  }
  const page = { assistantId, tabId, path: tabPath, newChatPaths };
  const path = hashOf(tabPath);
  const kind = kindOfPath(page);
  // The browser may not have reported that the address changed.
  const moved = withTabMoved(memory, page, at);
  const open = openIn(moved, tabId);
  const isHere = (chat: NewChat) => chat.assistantId === assistantId && chat.paths.includes(path);
  const known = kind === 'shared' ? open : moved.newChats?.findLast(isHere);
  if (known !== undefined) return { memory: moved, place: known.place };
  if (named !== undefined || kind === 'own') return { memory: moved, place: named ?? path };
  const place = hashOf(`${tabId} ${at} ${tabPath}`);
  const begun: NewChat = { assistantId, tabId, place, paths: [path], isOpen: true };
  const others = withTabLoaded(moved, tabId).newChats ?? [];
  return { memory: { ...moved, newChats: [...others, begun].slice(-MAX_NEW_CHATS) }, place };
}
