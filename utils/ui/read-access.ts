import { ASSISTANTS, assistantOf } from '@/utils/assistants/assistants';
import { chatPatterns, statusPatterns } from '@/utils/assistants/hosts';
import { hasAccess, hasEvidence } from '@/utils/browser/permissions';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import type { PopupAccess } from './popup-access';

async function grantsOf(
  assistants: readonly Assistant[],
  patternsOf: (assistant: Assistant) => string[],
): Promise<Partial<Record<AssistantId, boolean>>> {
  const entries = assistants.map(async (one) => [one.id, await hasAccess(patternsOf(one))] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** Which chat sites of the watched were granted, and which status pages that ask for it. */
export async function readAccess(watched: readonly AssistantId[]): Promise<PopupAccess> {
  const closed = ASSISTANTS.filter(({ statusPages: [page] }) => page?.isCorsOpen === false);
  const [chats, pages, evidence] = await Promise.all([
    grantsOf(watched.map(assistantOf), chatPatterns),
    grantsOf(closed, statusPatterns),
    hasEvidence(),
  ]);
  return { chats, pages, evidence };
}
