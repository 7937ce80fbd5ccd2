import { fallbackTarget } from '@/utils/assistants/fallback-target';
import { sendToBackground } from '@/utils/browser/messages';
import { optionsItem } from '@/utils/browser/storage';
import { type FrontTab, frontTab, openTab, readComposer } from '@/utils/browser/tabs';
import type { AssistantId } from '@/utils/model/assistant';
import type { DraftContent, Origin, WaitOutcome } from '@/utils/model/drafts';
import type { FallbackId } from '@/utils/model/fallback';
import { chatAt } from '@/utils/ui/page-registry';

/** The assistant of the active tab; null if there is no chat, or its address is hidden. */
export async function chatInFront(): Promise<AssistantId | null> {
  const front = await frontTab();
  return front === null ? null : (chatAt(front.address)?.id ?? null);
}

/** What the person has typed in the chat in front; null where there is no chat, or nothing in it. */
async function draftInFront(to: FallbackId, front: FrontTab | null): Promise<DraftContent | null> {
  const from = front === null ? null : chatAt(front.address);
  // The target is already open in this tab.
  if (front === null || from === null || from.id === to) return null;
  const reading = await readComposer(front.tabId, from.composerHints);
  return reading.text === '' ? null : { from: from.id, text: reading.text, hasFiles: reading.hasFiles };
}

/** Opens the fallback without the worker, if the worker cannot be reached. */
async function openAlone(to: FallbackId, origin: Origin | null): Promise<void> {
  const url = fallbackTarget(to, await optionsItem.read())?.url ?? null;
  if (url !== null) await openTab(url, origin);
}

/** Continues in a fallback with the draft of the active tab. Must be called within a click, because it copies. */
export async function carryOn(to: FallbackId): Promise<void> {
  const front = await frontTab().catch(() => null);
  const draft = await draftInFront(to, front).catch(() => null);
  // If copying fails, the worker still has the draft.
  if (draft !== null) await navigator.clipboard.writeText(draft.text).catch(() => undefined);
  const origin = front === null ? null : { tabId: front.tabId, isPrivate: front.isPrivate };
  await sendToBackground({ type: 'continue', to, draft, origin }).catch(() => openAlone(to, origin));
}

/** Keeps what is typed in the chat in front until its assistant is back. */
export async function keepDraftInFront(): Promise<WaitOutcome> {
  const front = await frontTab();
  const chat = front === null ? null : chatAt(front.address);
  if (front === null || chat === null) return 'empty';
  const origin = { tabId: front.tabId, isPrivate: front.isPrivate };
  const { text: draft } = await readComposer(front.tabId, chat.composerHints);
  return sendToBackground({ type: 'keep-draft-in-front', assistantId: chat.id, draft, origin });
}
