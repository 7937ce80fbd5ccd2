import { readConversation } from '@/utils/browser/conversations';
import { speechNow } from '@/utils/browser/i18n';
import { saveFile } from '@/utils/browser/settings-file';
import { frontTab } from '@/utils/browser/tabs';
import { conversationFile, conversationText, extentWords, nothingReadWords } from '@/utils/i18n/conversation-words';
import { type Assistant, newChatPathOf } from '@/utils/model/assistant';
import { type Conversation, extentOf, type NothingRead } from '@/utils/model/conversation';
import { chatAt } from './page-registry';
import { copyTextLater } from './text';

type FrontConversation = { name: string; conversation: Conversation } | NothingRead;

/** The conversation in a tab that shows a chat of this assistant, or why there is none. */
export async function conversationIn(tabId: number, assistant: Assistant): Promise<Conversation | NothingRead> {
  const reading = await readConversation(tabId, assistant.conversation, newChatPathOf(assistant));
  return reading.kind === 'none' ? reading.why : reading;
}

async function conversationInFront(): Promise<FrontConversation> {
  const front = await frontTab().catch(() => null);
  const assistant = front === null ? null : chatAt(front.address);
  if (front === null || assistant === null) return 'unreadable';
  const conversation = await conversationIn(front.tabId, assistant);
  return typeof conversation === 'string' ? conversation : { name: assistant.name, conversation };
}

/** What was done with the conversation of the active tab, in words. */
export interface ConversationResult {
  isDone: boolean;
  said: string;
}

const notFound = (why: NothingRead): ConversationResult => ({
  isDone: false,
  said: nothingReadWords(why, speechNow()),
});

/** Copies the conversation of the active tab. Must be called in the click itself. Never rejects. */
export async function copyConversation(): Promise<ConversationResult> {
  const reading = conversationInFront();
  const text = reading.then((found) =>
    typeof found === 'string' ? Promise.reject() : conversationText(found.conversation, found.name, speechNow()),
  );
  const isDone = await copyTextLater(text);
  const found = await reading;
  if (typeof found === 'string') return notFound(found);
  const { name, conversation } = found;
  const speech = speechNow();
  const said = isDone ? extentWords('copied', extentOf(conversation), name, speech) : speech.t('popup_copy_failed');
  return { isDone, said };
}

export const saveMarkdown = ({ name, text }: { name: string; text: string }): void =>
  saveFile(name, 'text/markdown', text);

/** Saves the conversation of the active tab as a Markdown file. Never rejects. */
export async function saveConversation(): Promise<ConversationResult> {
  const found = await conversationInFront();
  if (typeof found === 'string') return notFound(found);
  const { name, conversation } = found;
  const speech = speechNow();
  saveMarkdown(conversationFile(conversation, name, speech));
  return { isDone: true, said: extentWords('saved', extentOf(conversation), name, speech) };
}
