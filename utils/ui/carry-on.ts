import { fallbackTarget } from '@/utils/assistants/fallback-target';
import { speechNow } from '@/utils/browser/i18n';
import { sendToBackground } from '@/utils/browser/messages';
import { hasAccess } from '@/utils/browser/permissions';
import { optionsItem } from '@/utils/browser/storage';
import { frontTab, openTab, readComposer } from '@/utils/browser/tabs';
import { planConversation } from '@/utils/i18n/conversation-words';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import type { NothingRead, Refusal } from '@/utils/model/conversation';
import type { DraftContent, FrontTab, Origin, WaitOutcome } from '@/utils/model/drafts';
import type { FallbackId } from '@/utils/model/fallback';
import { conversationTarget } from '@/utils/rules/fallbacks/drafts';
import { conversationIn, saveMarkdown } from './conversation';
import { chatAt } from './page-registry';

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
  const carried = typeof content === 'string' ? draft : content;
  if (carried.text !== '') return carried;
  return hasFiles && !wanted.isWarned ? 'files_stay' : null;
}

/**
 * Continues in a fallback with the draft of the active tab and, if wanted, its conversation. Must be called within a click,
 * because it copies. If something that was asked for can't be read, it opens nothing and resolves to the reason.
 */
export async function carryOn(to: FallbackId, wanted: Wanted): Promise<Refusal | null> {
  const front = await frontTab().catch(() => null);
  const content = await contentFor(to, front, wanted).catch(() =>
    wanted.conversation ? ('unreadable' as const) : null,
  );
  if (typeof content === 'string') return content;
  // If copying fails, the worker still has the draft.
  if (content !== null) await navigator.clipboard.writeText(content.text).catch(() => undefined);
  const origin = front === null ? null : { tabId: front.tabId, isPrivate: front.isPrivate };
  await sendToBackground({ type: 'continue', to, draft: content, origin }).catch(() => openAlone(to, origin));
  return null;
}

/** Keeps what is typed in the chat in front until its assistant is back. */
export async function keepDraftInFront(): Promise<WaitOutcome | 'draft_unreadable'> {
  const front = await frontTab();
  const chat = front === null ? null : chatAt(front.address);
  if (front === null || chat === null) return 'empty';
  const origin = { tabId: front.tabId, isPrivate: front.isPrivate };
  const { kind, text: draft } = await readComposer(front.tabId, chat.composerHints);
  if (kind === 'unreadable') return 'draft_unreadable';
  return sendToBackground({ type: 'keep-draft-in-front', assistantId: chat.id, draft, origin });
}
