import type { Assistant, ChatSite } from '@/utils/model/assistant';

/** The chat address of a registered assistant. Throws for one that has no chat site. */
export function chatOf({ name, chatSites: [site] }: Assistant): ChatSite {
  if (site === undefined) throw new Error(`${name} has no chat`);
  return site;
}
