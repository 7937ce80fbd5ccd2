import { fallbackTarget, LOCAL_MODELS, LOCAL_PATTERNS, registryOf } from '@/utils/assistants/lookups';
import { type ConversationPlan, planConversation, refusalWords } from '@/utils/i18n/conversation-words';
import { fallbackNote, filesWords } from '@/utils/i18n/transfer-words';
import { type Assistant, type AssistantId, newChatPathOf } from '@/utils/model/assistant';
import type { NothingRead } from '@/utils/model/conversation';
import type { LocalAnswer, LocalAnswers } from '@/utils/model/diagnosis';
import type { FilesReply, Origin } from '@/utils/model/drafts';
import { type FallbackId, type LocalModelId, parseFallbackId } from '@/utils/model/fallback';
import type { ConversationReply, SiteMessage } from '@/utils/model/messages';
import type { FallbackOption } from '@/utils/model/views';
import { countModels } from '@/utils/platforms/read-body';
import { judgeLocal } from '@/utils/rules/evidence/findings';
import { conversationTarget } from '@/utils/rules/fallbacks/drafts';
import { isAtOwnRisk, rankFallbacks } from '@/utils/rules/fallbacks/plan';
import { changeTransfer, transferFor } from './draft-transfers';
import type { Ports } from './ports';
import { loadState, type State } from './state';

async function askOne(ports: Ports, id: LocalModelId): Promise<LocalAnswer> {
  const fetched = await ports.fetchLocal(LOCAL_MODELS[id].url);
  return judgeLocal(fetched.ok ? { ok: true, models: countModels(id, fetched.body) } : fetched);
}

/** Which of these local model servers answer now. Without the permission none is asked. */
export async function askLocalModels(ports: Ports, ids: readonly LocalModelId[]): Promise<LocalAnswers> {
  if (ids.length === 0) return {};
  const isAllowed = await ports.hasAccess(LOCAL_PATTERNS);
  const answers = ids.map(async (id) => [id, isAllowed ? await askOne(ports, id) : { kind: 'not_allowed' }] as const);
  return Object.fromEntries(await Promise.all(answers));
}

/**
 * The available fallbacks that have a page to open, in the user's order. Local model servers are not asked: their apps
 * have no page.
 */
export function pageFallbacks({ status, options, registry }: State, except: AssistantId, now: number) {
  const known = { plan: options, except, status, assistants: registry.all, localAnswers: {}, now };
  return rankFallbacks(known).flatMap((id) => {
    const target = fallbackTarget(id, options);
    return target === null || target.url === null ? [] : [{ id, name: target.name }];
  });
}

/** The fallbacks that work now, as finished text. Asks the local model servers that the user has chosen. */
export async function fallbacksTo(ports: Ports, except: AssistantId): Promise<FallbackOption[]> {
  const { status, options, registry } = await loadState(ports);
  const { signedIn, localModels } = options;
  const localAnswers = await askLocalModels(ports, localModels);
  const ids = rankFallbacks({
    plan: options,
    except,
    status,
    assistants: registry.all,
    localAnswers,
    now: ports.now(),
  });
  const found = ids.map(async (id): Promise<FallbackOption[]> => {
    const target = fallbackTarget(id, options);
    if (target === null) return [];
    const fallback = parseFallbackId(id);
    const isPasted = target.prefill === null && !(await ports.hasAccess(target.patterns));
    const isRisky = fallback.kind === 'assistant' && isAtOwnRisk(registry.get(fallback.assistantId), status);
    const answer = fallback.kind === 'local' ? localAnswers[fallback.modelId] : undefined;
    return [
      {
        fallbackId: id,
        name: target.name,
        note: fallbackNote({ id, isPasted, signedIn, isAtOwnRisk: isRisky, answer }, ports.speech()),
      },
    ];
  });
  return (await Promise.all(found)).flat();
}

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
  const arrived = await transferFor(ports, tabId, address);
  if (arrived === null || arrived.transfer.id !== id) return null;
  const { transfer, target, options } = arrived;
  if (!transfer.hasFiles || transfer.originTabId === null || transfer.from === 'sample') return null;
  // First, so that a script that is injected again does not add the files twice.
  await changeTransfer(ports, id, { hasFiles: false });
  const reading = await ports.readFiles(transfer.originTabId, id);
  const names = { from: registryOf(options).get(transfer.from).name, to: target.name };
  return { files: reading.files, said: filesWords(reading, names, ports.speech()) };
}
