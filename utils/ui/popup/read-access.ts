import { assistantOf, everyone } from '@/utils/assistants/everyone';
import { chatPatterns, countedConsoles, patternOf, statusPatterns } from '@/utils/assistants/patterns';
import { hasAccess, hasEvidence } from '@/utils/browser/permissions';
import { type Assistant, type AssistantId, hasClosedPage } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import type { PopupAccess } from './popup-access';

async function grantsOf(
  assistants: readonly Assistant[],
  patternsOf: (assistant: Assistant) => string[],
): Promise<Partial<Record<AssistantId, boolean>>> {
  const entries = assistants.map(async (one) => [one.id, await hasAccess(patternsOf(one))] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function consoleGrants({ watched, parts }: Pick<Options, 'watched' | 'parts'>): Promise<Record<string, boolean>> {
  const sites = watched.flatMap((id) => countedConsoles(assistantOf(id), parts[id] ?? []));
  const entries = sites.map(async ({ host }) => [host, await hasAccess([patternOf(host)])] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** Which sites of the watched were granted, and which status pages that ask for it. */
export async function readAccess(options: Pick<Options, 'watched' | 'parts'>): Promise<PopupAccess> {
  const withChat = options.watched.map(assistantOf).filter(({ chatSites }) => chatSites.length > 0);
  const closed = everyone().filter(hasClosedPage);
  const [chats, consoles, pages, evidence] = await Promise.all([
    grantsOf(withChat, chatPatterns),
    consoleGrants(options),
    grantsOf(closed, statusPatterns),
    hasEvidence(),
  ]);
  return { chats, consoles, pages, evidence };
}
