import {
  type Conversation,
  type ConversationExtent,
  type ConversationTarget,
  countThatFit,
  extentOf,
  MAX_TRANSFER_CHARS,
  type NothingRead,
  type Refusal,
  type Turn,
} from '@/utils/model/conversation';
import { datedFileName, formatCount, plural, sentences } from './moments';
import type { Speech } from './speech';

/**
 * "26 of 26 messages" or "the last 14 of 26 messages". Where the number of all messages is not known: "26 messages", or
 * "the last 26 messages" if there are more.
 */
export function amountWords({ taken, read, total, isEnd, stoppedBy }: ConversationExtent, speech: Speech): string {
  if (total !== null) {
    const isLast = taken < total && isEnd;
    return plural(isLast ? 'amount_last' : 'amount_all', total, speech, formatCount(taken, speech));
  }
  const areThereMore = taken < read || stoppedBy !== null;
  return plural(areThereMore && isEnd ? 'amount_ending' : 'amount_known', taken, speech);
}

/** Why it is not everything, or may not be; and what is only named. `target` is where it does not fit. */
function remarks(
  { taken, read, total, stoppedBy, named }: ConversationExtent,
  target: string,
  speech: Speech,
): string[] {
  const { t } = speech;
  return [
    ...(taken < read ? [t('amount_room', target)] : []),
    // What goes along may end long before the reader did.
    ...(stoppedBy === 'limit' && taken === read ? [t('amount_limit')] : []),
    ...(stoppedBy === 'unrecognized' ? [t('amount_unrecognized')] : []),
    ...(stoppedBy === 'lost' ? [t('amount_lost')] : []),
    ...(stoppedBy === 'page' ? [t('amount_page_ends')] : []),
    ...(stoppedBy === null && total === null ? [t('amount_uncounted')] : []),
    ...(named > 0 ? [plural('amount_named', named, speech)] : []),
  ];
}

/** What was done with how much: "Included: the last 14 of 26 messages. The page holds no more." */
export function extentWords(
  done: 'included' | 'copied' | 'saved',
  extent: ConversationExtent,
  target: string,
  speech: Speech,
): string {
  const included = speech.t(`conversation_${done}`, amountWords(extent, speech));
  return sentences([included, ...remarks(extent, target, speech)], speech) ?? '';
}

/** Why there is no conversation. */
export const nothingReadWords = (why: NothingRead, { t }: Speech): string => t(`conversation_${why}`);

/** Why "Continue in …" has not opened anything yet, and how to go on. */
export function refusalWords(why: Refusal, speech: Speech): string {
  const { t } = speech;
  if (why === 'draft_unreadable') return t('join_sentences', t('banner_cannot_read'), t('popup_press_again'));
  if (why === 'files_stay') return t('join_sentences', t('banner_leaves_files'), t('popup_press_again'));
  return t('join_sentences', nothingReadWords(why, speech), t('conversation_go_without'));
}

/** A message under the name of who wrote it. */
const block = ({ from, text }: Turn, name: string, { t }: Speech): string =>
  `### ${from === 'person' ? t('conversation_you') : name}\n\n${text}`.trimEnd();

/** The conversation under one heading line that says how much it is. `name` is the assistant's. */
function composed(turns: readonly Turn[], extent: ConversationExtent, name: string, speech: Speech): string {
  const heading = speech.t('conversation_heading', name, amountWords(extent, speech));
  return [heading, ...turns.map((turn) => block(turn, name, speech))].join('\n\n');
}

/** All that was read, for the clipboard. */
export function conversationText(conversation: Conversation, name: string, speech: Speech): string {
  return composed(conversation.turns, extentOf(conversation), name, speech);
}

/** All that was read, as a Markdown file. */
export function conversationFile(
  conversation: Conversation,
  name: string,
  speech: Speech,
): { name: string; text: string } {
  const blocks = conversation.turns.map((turn) => block(turn, name, speech));
  const said = extentWords('included', extentOf(conversation), '', speech);
  const text = `${[`# ${speech.t('conversation_in', name)}`, said, ...blocks].join('\n\n')}\n`;
  return { name: datedFileName('conversation', { name, at: speech.now, ending: 'md' }, speech), text };
}

/** Text that goes to a target, and how much of the conversation it holds. */
export interface TransferredConversation {
  text: string;
  extent: ConversationExtent;
}

const DRAFT_RULE = '\n\n---\n\n';
/** The heading gets longer when it says that messages are left out. */
const HEADING_RESERVE = 60;

/**
 * The conversation above the draft, without the oldest messages if the target accepts no more than `room` characters. If
 * not even the last message fits, the text is as much as a transfer holds, and too long to be filled in.
 */
export function transferredConversation(
  conversation: Conversation,
  { name, draft, room }: { name: string; draft: string; room: number },
  speech: Speech,
): TransferredConversation {
  const { turns } = conversation;
  const tail = draft === '' ? '' : DRAFT_RULE + draft;
  const frame = composed([], extentOf(conversation), name, speech).length + HEADING_RESERVE + tail.length;
  const lengths = turns.map((turn) => block(turn, name, speech).length + 2);
  const taken = countThatFit(lengths, room - frame) || countThatFit(lengths, MAX_TRANSFER_CHARS - frame);
  const extent = extentOf(conversation, taken);
  return { text: composed(turns.slice(turns.length - taken), extent, name, speech) + tail, extent };
}

/** What goes to a target, and the file that is saved beside it. */
export interface ConversationPlan extends TransferredConversation {
  /** Everything that was read, as a file; null where the text is filled in, and for a private window. */
  file: ReturnType<typeof conversationFile> | null;
}

interface ConversationPlanInput {
  /** The assistant's. */
  name: string;
  draft: string;
  target: ConversationTarget;
  isPrivate: boolean;
}

/** What becomes of a conversation that goes to a target. Nothing from a private window is written to disk unasked. */
export function planConversation(
  conversation: Conversation,
  { name, draft, target, isPrivate }: ConversationPlanInput,
  speech: Speech,
): ConversationPlan {
  const transferred = transferredConversation(conversation, { name, draft, room: target.room }, speech);
  const needsFile = !isPrivate && !target.isFilledIn(transferred.text);
  return { ...transferred, file: needsFile ? conversationFile(conversation, name, speech) : null };
}
