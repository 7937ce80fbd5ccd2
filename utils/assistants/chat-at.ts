import type { Assistant } from '@/utils/model/assistant';
import { isOnPath } from '@/utils/model/chat-site';
import { assistantAt } from './hosts';

/** Whose chat is open at an address. On a shared host only the chat's own pages will do: elsewhere other things are typed. */
export function chatAt(address: string): Assistant | null {
  const assistant = assistantAt(address);
  const { pathname } = new URL(assistant === null ? 'about:blank' : address);
  return assistant?.chatSites.some(({ path }) => isOnPath(pathname, path)) ? assistant : null;
}
