import { fallbackTarget } from '@/utils/assistants/lookups';
import { type ConversationPlan, planConversation, refusalWords } from '@/utils/i18n/conversation-words';
import { filesWords } from '@/utils/i18n/transfer-words';
import { type Assistant, newChatPathOf } from '@/utils/model/assistant';
import type { NothingRead } from '@/utils/model/conversation';
import type { FilesReply, Origin } from '@/utils/model/drafts';
import type { FallbackId } from '@/utils/model/fallback';
import type { ConversationReply, SiteMessage } from '@/utils/model/messages';
import { conversationTarget } from '@/utils/rules/fallbacks/drafts';
import { carryFor, changeTransfer } from './drafts';
import type { Ports } from './ports';

interface Wanted {
  to: FallbackId;
  /** What is typed below it. */
  draft: string;
}

/** The conversation of a tab for a fallback, above the draft; why there is none; or null for a removed fallback. */
export async function plannedConversation(
  ports: Ports,
  from: Assistant,
  { to, draft }: Wanted,
  { tabId, isPrivate }: Origin,
): Promise<ConversationPlan | NothingRead | null> {
  const target = fallbackTarget(to, await ports.readOptions());
  if (target === null) return null;
  const reading = await ports.readConversation(tabId, from.conversation, newChatPathOf(from));
  if (reading.kind === 'none') return reading.why;
  const isGranted = await ports.hasAccess(target.patterns);
  const input = { name: from.name, draft, target: conversationTarget(target, isGranted), isPrivate };
  return planConversation(reading, input, ports.speech());
}

/**
 * Reads the conversation of a tab for its banner. The text goes back to the tab first: only there can it be copied before
 * the fallback opens.
 */
export async function offerConversation(
  ports: Ports,
  from: Assistant,
  wanted: Extract<SiteMessage, { type: 'conversation' }>,
  origin: Origin,
): Promise<ConversationReply | null> {
  const plan = await plannedConversation(ports, from, wanted, origin);
  if (plan === null) return null;
  if (plan === 'new_chat') return { kind: 'new_chat' };
  return typeof plan === 'string'
    ? { kind: 'none', said: refusalWords(plan, ports.speech()) }
    : { kind: 'read', ...plan };
}

/**
 * Copies of the files that lay in the composer when the transfer started, for the tab that was opened for it. They pass
 * through memory only. Null if there are none for this tab, or it has got them already.
 */
export async function handOverFiles(
  ports: Ports,
  tabId: number,
  address: string,
  id: number,
): Promise<FilesReply | null> {
  const arrived = await carryFor(ports, tabId, address);
  if (arrived === null || arrived.carry.id !== id) return null;
  const { carry, target, registry } = arrived;
  if (!carry.hasFiles || carry.originTabId === null || carry.from === 'sample') return null;
  // First, so that a script that is injected again does not add the files twice.
  await changeTransfer(ports, id, { hasFiles: false });
  const reading = await ports.readFiles(carry.originTabId, id);
  const names = { from: registry.get(carry.from).name, to: target.name };
  return { files: reading.files, said: filesWords(reading, names, ports.speech()) };
}
