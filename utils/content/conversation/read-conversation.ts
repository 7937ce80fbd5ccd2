import { isOnPath } from '@/utils/model/address';
import type { Conversation, ConversationHints, ConversationReading, Turn } from '@/utils/model/conversation';
import { READING_LIMITS, type ReadingLimits } from '@/utils/model/conversation';
import { accumulate } from './accumulate';
import { askEndpoint, READ_ENDPOINTS } from './endpoint';
import { findTurns, seenTurn } from './find-turns';
import { pageView } from './page-view';

/**
 * Letters and digits of a message, to compare its Markdown with what the page shows. Images and files are named in another
 * way there.
 */
function gist({ text }: Turn): string {
  const said = text.replace(/\[(image|file)[^\]]*\]/g, '').trim();
  return (said.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '') || said).slice(0, 60);
}

/** Whether these messages are among the known ones, in this order. */
function areKnown(own: readonly string[], known: readonly string[]): boolean {
  let at = 0;
  for (const one of known) if (one === own[at]) at += 1;
  return at === own.length;
}

/** Whether the page shows an answer after the last message that the site knows, such as one that was cut off. */
function showsMore(answer: Conversation, shown: readonly Turn[], firstFailed: Turn | undefined): boolean {
  const isAnswer = (turn: Turn | undefined) => turn?.from === 'assistant' && turn.text !== '';
  if (firstFailed !== undefined) return shown.slice(shown.indexOf(firstFailed)).some(isAnswer);
  return answer.turns.at(-1)?.from === 'person' && isAnswer(shown.at(-1));
}

/**
 * What the site answered, checked against the messages that are in the page. The user's own ones have to be in the answer,
 * in their order, as the page may hold another branch. Those behind the last one of the answer failed, so the site does not
 * know them, and they are added. Null if the page has to be read: they are not in the answer, the page shows an answer that
 * the site does not know, or a message may be one that failed as well as an earlier one.
 */
export function checkAgainstPage(answer: Conversation, shown: readonly Turn[]): Conversation | null {
  const own = shown.filter(({ from }) => from === 'person');
  const known = answer.turns.filter(({ from }) => from === 'person').map(gist);
  if (own.length === 0) return answer;
  const gists = own.map(gist);
  // So many of the messages in the page may be in the answer. What follows failed, behind the last one of the answer.
  const counts = own
    .map((_, index) => index + 1)
    .filter((count) => count === own.length || gists[count - 1] === known.at(-1))
    .filter((count) => areKnown(gists.slice(0, count), known));
  const count = counts.at(-1);
  if (count === undefined || (counts.length > 1 && count < known.length)) return null;
  const failed = own.slice(count);
  return showsMore(answer, shown, failed[0]) ? null : { ...answer, turns: [...answer.turns, ...failed] };
}

/** Cuts a conversation to the limits of the reader, from the oldest message on. */
export function withinLimits(conversation: Conversation, { turns: most, characters }: ReadingLimits): Conversation {
  const { turns } = conversation;
  let start = turns.length;
  let length = 0;
  while (start > 0 && turns.length - start < most && length + (turns[start - 1]?.text.length ?? 0) <= characters) {
    start -= 1;
    length += turns[start]?.text.length ?? 0;
  }
  if (start === 0) return conversation;
  const total =
    conversation.kind === 'complete' ? turns.length : conversation.kind === 'partial' ? conversation.total : null;
  return { kind: 'partial', turns: turns.slice(start), total, isEnd: true, stoppedBy: 'limit' };
}

async function readEndpoint(hints: ConversationHints): Promise<Conversation | null> {
  if (hints.endpoint === null) return null;
  const answer = await askEndpoint(READ_ENDPOINTS[hints.endpoint]);
  if (answer === null || answer.kind === 'none') return null;
  const shown = findTurns(document, hints).map((turn) => seenTurn(turn, null, false).read());
  return checkAgainstPage(answer, shown);
}

/** A sentence about nothing is wrong where nothing can be: a new conversation has its own address. */
const isNewChat = (newPath: string): boolean => location.pathname === newPath;

const UNREADABLE: ConversationReading = { kind: 'none', why: 'unreadable' };

/** `pathname` is the path of the page when the user pressed. */
async function read(hints: ConversationHints, newPath: string, pathname: string): Promise<ConversationReading> {
  // A new conversation gets a path of its own. Any other path is that of another one, which is not to be taken along.
  const hasLeft = () => pathname !== newPath && !isOnPath(location.pathname, pathname);
  if (hasLeft()) return UNREADABLE;
  const answered = await readEndpoint(hints);
  if (answered !== null) return withinLimits(answered, READING_LIMITS);
  const reading = await accumulate(pageView(hints), READING_LIMITS);
  if (hasLeft()) return UNREADABLE;
  return reading.kind === 'none' && isNewChat(newPath) ? { kind: 'none', why: 'new_chat' } : reading;
}

/** A reading that runs. It is kept in the content script's world, because each press injects the script again. */
const marker = globalThis as { understudyReading?: { of: string; reading: Promise<ConversationReading> } | undefined };

/**
 * Reads the conversation of this page: from the site's own endpoint if it answers, otherwise from the page. `newPath` is
 * the path of a new conversation. Two presses share one reading: both would scroll the page. One in another conversation
 * waits until the first has ended.
 */
export function readConversation(hints: ConversationHints, newPath: string): Promise<ConversationReading> {
  const { pathname } = location;
  // Pages can create a global of this name with an element id, but none that holds a promise.
  const running = marker.understudyReading?.reading instanceof Promise ? marker.understudyReading : null;
  if (running?.of === pathname) return running.reading;
  const begin = () => read(hints, newPath, pathname);
  const begun = running === null ? begin() : running.reading.then(begin, begin);
  const reading: Promise<ConversationReading> = begun.finally(() => {
    if (marker.understudyReading?.reading === reading) marker.understudyReading = undefined;
  });
  marker.understudyReading = { of: pathname, reading };
  return reading;
}
