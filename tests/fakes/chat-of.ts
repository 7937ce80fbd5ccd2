import type { Assistant, ChatSite } from '@/utils/model/assistant';

/** Where an assistant of the registry chats: each of them has a place. */
export function chatOf({ name, chatSites: [site] }: Assistant): ChatSite {
  if (site === undefined) throw new Error(`${name} has no chat`);
  return site;
}
