import { fallbackTarget } from '@/utils/assistants/fallback-target';
import { planConversation, refusalWords } from '@/utils/i18n/conversation-words';
import { type Assistant, newChatPathOf } from '@/utils/model/assistant';
import type { Origin } from '@/utils/model/drafts';
import type { ConversationReply, SiteMessage } from '@/utils/model/messages';
import { conversationTarget } from '@/utils/rules/fallbacks/drafts';
import type { Ports } from './ports';

/**
 * Reads the conversation of a tab for a fallback. The text goes back to the tab first: only there can it be copied before
 * the fallback opens.
 */
export async function offerConversation(
  ports: Ports,
  from: Assistant,
  { to, draft }: Extract<SiteMessage, { type: 'conversation' }>,
  { tabId, isPrivate }: Origin,
): Promise<ConversationReply | null> {
  const target = fallbackTarget(to, await ports.readOptions());
  if (target === null) return null;
  const reading = await ports.readConversation(tabId, from.conversation, newChatPathOf(from));
  const speech = ports.speech();
  if (reading.kind === 'none') {
    return reading.why === 'new_chat'
      ? { kind: 'new_chat' }
      : { kind: 'none', said: refusalWords(reading.why, speech) };
  }
  const isGranted = await ports.hasAccess(target.patterns);
  const input = { name: from.name, draft, target: conversationTarget(target, isGranted), isPrivate };
  return { kind: 'read', ...planConversation(reading, input, speech) };
}
