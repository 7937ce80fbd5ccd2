import { BUILT_IN, type Registry, registryOf } from '@/utils/assistants/lookups';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';

/**
 * The assistants of this page. An extension page shows one set of options at a time, and its store sets the registry with
 * each change of them, before it computes the view. The worker has no such state: it passes a registry down.
 */
let registry: Registry = BUILT_IN;

export function setPageRegistry(options: Pick<Options, 'ownPages'>): void {
  registry = registryOf(options);
}

export const assistantOf = (id: AssistantId): Assistant => registry.get(id);

export const allAssistants = (): readonly Assistant[] => registry.all;

/** The assistant whose chat is open at an address, or null. */
export const chatAt = (address: string): Assistant | null => registry.chatAt(address);

const folded = (text: string): string => text.normalize('NFKD').toLowerCase();

const hostOf = (address: string): string => new URL(address).host;

/** The assistants whose name, provider or host contains what was typed; all of them when nothing was typed. */
export function matchingAssistants(assistants: readonly Assistant[], typed: string): Assistant[] {
  const query = folded(typed.trim());
  return assistants.filter(({ name, provider, chatSites, statusPages, statusLink }) => {
    const pages = [...statusPages.map(({ address }) => address), ...(statusLink === null ? [] : [statusLink])];
    const hosts = [...chatSites.map(({ host }) => host), ...pages.map(hostOf)];
    return [name, provider, ...hosts].some((text) => folded(text).includes(query));
  });
}

export interface AssistantGroups {
  /** In the order of the registry. */
  mostUsed: Assistant[];
  /** By name. */
  others: Assistant[];
}

/** The matching assistants in the groups of the list, each in one of them. */
export function groupedAssistants(assistants: readonly Assistant[], typed: string): AssistantGroups {
  const found = matchingAssistants(assistants, typed);
  return {
    mostUsed: found.filter(({ isFeatured }) => isFeatured),
    others: found.filter(({ isFeatured }) => !isFeatured).sort((a, b) => a.name.localeCompare(b.name)),
  };
}
