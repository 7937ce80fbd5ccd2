import { fallbackTarget } from '@/utils/assistants/fallback-target';
import { carriedConversation, conversationFile, refusalWords } from '@/utils/i18n/conversation-words';
import { type Assistant, newChatPathOf } from '@/utils/model/assistant';
import { roomFor } from '@/utils/model/conversation';
import type { Origin } from '@/utils/model/drafts';
import type { ConversationReply, SiteMessage } from '@/utils/model/messages';
import { planTransfer } from '@/utils/rules/fallbacks/drafts';
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
  const room = roomFor(target.maxMessage);
  const { text, extent } = carriedConversation(reading, { name: from.name, draft, room }, speech);
  const { way } = planTransfer({ target, text, isGranted, hasConversation: true });
  // Nothing from a private window is written to disk unless the user asks for it.
  const file = way === 'fill' || isPrivate ? null : conversationFile(reading, from.name, speech);
  return { kind: 'read', text, extent, file };
}
