import { ASSISTANTS } from '@/utils/assistants/assistants';
import type { Assistant, ChatSite } from '@/utils/model/assistant';

/** The registered assistants that have a chat site, in the order of the registry. */
export const WITH_CHAT = ASSISTANTS.filter(({ chatSites }) => chatSites.length > 0);

/** The chat address of a registered assistant. Throws for one that has no chat site. */
export function chatOf({ name, chatSites: [site] }: Assistant): ChatSite {
  if (site === undefined) throw new Error(`${name} has no chat`);
  return site;
}
