import { fallbackTarget } from '@/utils/assistants/lookups';
import { readConversation } from '@/utils/browser/chat-content';
import { speechNow } from '@/utils/browser/i18n';
import { sendToBackground } from '@/utils/browser/messages';
import { hasAccess } from '@/utils/browser/permissions';
import { optionsItem } from '@/utils/browser/storage';
import { frontTab, openTab, readComposer } from '@/utils/browser/tabs';
import {
  conversationFile,
  conversationText,
  extentWords,
  nothingReadWords,
  planConversation,
} from '@/utils/i18n/conversation-words';
import { type Assistant, type AssistantId, newChatPathOf } from '@/utils/model/assistant';
import { type Conversation, extentOf, type NothingRead, type Refusal } from '@/utils/model/conversation';
import type { DraftContent, FrontTab, Origin, WaitOutcome } from '@/utils/model/drafts';
import type { FallbackId } from '@/utils/model/fallback';
import { conversationTarget } from '@/utils/rules/fallbacks/drafts';
import { chatAt } from './page-registry';
import { saveFile } from './save-file';
import { copyText, copyTextLater } from './text';

type FrontConversation = { name: string; conversation: Conversation } | NothingRead;

/** The conversation in a tab that shows a chat of this assistant, or why there is none. */
async function conversationIn(tabId: number, assistant: Assistant): Promise<Conversation | NothingRead> {
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

const saveMarkdown = ({ name, text }: { name: string; text: string }): void => saveFile(name, 'text/markdown', text);

/** Saves the conversation of the active tab as a Markdown file. Never rejects. */
export async function saveConversation(): Promise<ConversationResult> {
  const found = await conversationInFront();
  if (typeof found === 'string') return notFound(found);
  const { name, conversation } = found;
  const speech = speechNow();
  saveMarkdown(conversationFile(conversation, name, speech));
  return { isDone: true, said: extentWords('saved', extentOf(conversation), name, speech) };
}

/** The assistant of the active tab; null if there is no chat, or its address is hidden. */
export async function chatInFront(): Promise<AssistantId | null> {
  const front = await frontTab();
  return front === null ? null : (chatAt(front.address)?.id ?? null);
}

/** The draft below the conversation, which is also saved as a file where it can't be filled in; or why there is none. */
async function withConversation(
  to: FallbackId,
  { tabId, isPrivate }: FrontTab,
  from: Assistant,
  draft: DraftContent,
): Promise<DraftContent | NothingRead> {
  const conversation = await conversationIn(tabId, from);
  if (typeof conversation === 'string') return conversation;
  const target = fallbackTarget(to, await optionsItem.read());
  if (target === null) return draft;
  const isGranted = await hasAccess(target.patterns);
  const input = { name: from.name, draft: draft.text, target: conversationTarget(target, isGranted), isPrivate };
  const { text, extent, file } = planConversation(conversation, input, speechNow());
  if (file !== null) saveMarkdown(file);
  return { ...draft, text, conversation: extent };
}

/** Opens the fallback without the worker, if the worker cannot be reached. */
async function openAlone(to: FallbackId, origin: Origin | null): Promise<void> {
  const url = fallbackTarget(to, await optionsItem.read())?.url ?? null;
  if (url !== null) await openTab(url, origin);
}

/** What the user wants to take along. */
interface Wanted {
  conversation: boolean;
  /** Whether the user knows that the draft can't be read, or that files stay. */
  isWarned: boolean;
}

/** What goes to a fallback: null for nothing, or why something that was asked for could not be read. */
async function contentFor(
  to: FallbackId,
  front: FrontTab | null,
  wanted: Wanted,
): Promise<DraftContent | Refusal | null> {
  const from = front === null ? null : chatAt(front.address);
  // The target is already open in this tab.
  if (front === null || from === null || from.id === to) return null;
  const { kind, text, hasFiles } = await readComposer(front.tabId, from.composerHints);
  if (kind === 'unreadable' && !wanted.isWarned) return 'draft_unreadable';
  const draft: DraftContent = { from: from.id, text, hasFiles };
  const content = wanted.conversation ? await withConversation(to, front, from, draft) : draft;
  if (typeof content === 'string' && content !== 'new_chat') return content;
  const transferred = typeof content === 'string' ? draft : content;
  if (transferred.text !== '') return transferred;
  return hasFiles && !wanted.isWarned ? 'files_stay' : null;
}

/**
 * Continues in a fallback with the draft of the active tab and, if wanted, its conversation. Must be called within a click,
 * because it copies. If something that was asked for can't be read, it opens nothing and resolves to the reason.
 */
export async function continueInFallback(to: FallbackId, wanted: Wanted): Promise<Refusal | null> {
  const front = await frontTab().catch(() => null);
  const content = await contentFor(to, front, wanted).catch(() =>
    wanted.conversation ? ('unreadable' as const) : null,
  );
  if (typeof content === 'string') return content;
  // If copying fails, the worker still has the draft.
  const draft = content && { ...content, isNotCopied: (await copyText(content.text)) ? undefined : (true as const) };
  const origin = front === null ? null : { tabId: front.tabId, isPrivate: front.isPrivate };
  await sendToBackground({ type: 'continue', to, draft, origin }).catch(() => openAlone(to, origin));
  return null;
}

interface KeptInFront {
  outcome: WaitOutcome | 'draft_unreadable';
  leavesFiles: boolean;
}

/** Keeps what is typed in the chat in front until its assistant is back. Files are not kept. */
export async function keepDraftInFront(): Promise<KeptInFront> {
  const front = await frontTab();
  const chat = front === null ? null : chatAt(front.address);
  if (front === null || chat === null) return { outcome: 'empty', leavesFiles: false };
  const origin = { tabId: front.tabId, isPrivate: front.isPrivate };
  const { kind, text: draft, hasFiles: leavesFiles } = await readComposer(front.tabId, chat.composerHints);
  if (kind === 'unreadable') return { outcome: 'draft_unreadable', leavesFiles };
  const outcome = await sendToBackground({ type: 'keep-draft-in-front', assistantId: chat.id, draft, origin });
  return { outcome, leavesFiles };
}
