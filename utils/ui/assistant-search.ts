import type { Translate } from '@/utils/i18n/speech';
import { type Assistant, isOwnPageId, watchKindOf } from '@/utils/model/assistant';
import { sourceOf } from './text';

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

/** How well an assistant can be watched. Of a custom page, whose components the user chose, the host says more. */
export function watchWords(assistant: Assistant, t: Translate): string {
  return isOwnPageId(assistant.id) ? sourceOf(assistant, t) : t(`watched_by_${watchKindOf(assistant)}`);
}
