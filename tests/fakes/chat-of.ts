import type { Assistant, ChatSite } from '@/utils/model/assistant';

/** The chat address of a registered assistant. Every assistant has one. */
export function chatOf({ name, chatSites: [site] }: Assistant): ChatSite {
  if (site === undefined) throw new Error(`${name} has no chat`);
  return site;
}
