import type { Conversation, ConversationHints, ConversationReading, Turn } from '@/utils/model/conversation';
import { READING_LIMITS, type ReadingLimits } from '@/utils/model/conversation';
import { accumulate } from './accumulate';
import { askEndpoint, READ_ENDPOINTS } from './endpoint';
import { findTurns, seenTurn } from './find-turns';
import { pageView } from './page-view';

/** Letters and digits of a message, to compare its Markdown with what the page shows. */
const gist = ({ text }: Turn): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, 60);

/**
 * The messages of the user in the page that follow the last one of the answer: they failed, so the site does not know
 * them. The same text may occur several times, so the ends are compared.
 */
function unknownTurns(own: readonly Turn[], known: readonly Turn[]): Turn[] {
  for (let extra = 0; extra < own.length; extra++) {
    const head = own.slice(0, own.length - extra);
    const end = known.slice(-head.length);
    const isEnd = end.length === head.length && head.every((turn, index) => gist(turn) === gist(end[index] ?? turn));
    if (isEnd) return own.slice(head.length);
  }
  return [];
}

/** Whether the page shows an answer after the last message that the site knows, such as one that was cut off. */
function showsMore(answer: Conversation, shown: readonly Turn[], failed: readonly Turn[]): boolean {
  const [firstFailed] = failed;
  const isAnswer = (turn: Turn | undefined) => turn?.from === 'assistant' && gist(turn) !== '';
  if (firstFailed !== undefined) return shown.slice(shown.indexOf(firstFailed)).some(isAnswer);
  return answer.turns.at(-1)?.from === 'person' && isAnswer(shown.at(-1));
}

/**
 * What the site answered, checked against the messages that are in the page. A message that failed is in the page alone,
 * and is added. Null if the page has to be read: none of the user's own messages in it is in the answer, the page shows an
 * answer that the site does not know, or a message may be one that failed as well as an earlier one.
 */
export function checkAgainstPage(answer: Conversation, shown: readonly Turn[]): Conversation | null {
  const isOwn = (turn: Turn) => turn.from === 'person' && gist(turn) !== '';
  const [own, known] = [shown.filter(isOwn), answer.turns.filter(isOwn)];
  if (own.length === 0) return answer;
  if (!own.some((turn) => known.some((one) => gist(one) === gist(turn)))) return null;
  const failed = unknownTurns(own, known);
  const isEarlier = (turn: Turn) => known.some((one) => gist(one) === gist(turn));
  if (own.length - failed.length < known.length && failed.some(isEarlier)) return null;
  return showsMore(answer, shown, failed) ? null : { ...answer, turns: [...answer.turns, ...failed] };
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

async function read(hints: ConversationHints, newPath: string): Promise<ConversationReading> {
  const answered = await readEndpoint(hints);
  if (answered !== null) return withinLimits(answered, READING_LIMITS);
  const reading = await accumulate(pageView(hints), READING_LIMITS);
  return reading.kind === 'none' && isNewChat(newPath) ? { kind: 'none', why: 'new_chat' } : reading;
}

/** A reading that runs. It is kept in the content script's world, because each press injects the script again. */
const marker = globalThis as { understudyReading?: unknown };

/**
 * Reads the conversation of this page: from the site's own endpoint if it answers, otherwise from the page. `newPath` is
 * the path of a new conversation. Two presses share one reading: both would scroll the page.
 */
export function readConversation(hints: ConversationHints, newPath: string): Promise<ConversationReading> {
  // Pages can create a global of this name with an element id, but no promise.
  if (marker.understudyReading instanceof Promise) return marker.understudyReading;
  const reading = read(hints, newPath).finally(() => {
    marker.understudyReading = undefined;
  });
  marker.understudyReading = reading;
  return reading;
}
