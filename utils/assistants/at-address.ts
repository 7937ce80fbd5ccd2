import type { Assistant } from '@/utils/model/assistant';
import { isOnPath } from '@/utils/model/chat-site';
import { parseUrl } from '@/utils/model/parse-url';
import { everyone } from './everyone';
import { patternOf } from './patterns';

/** Null for what is no address, or not HTTPS. */
function secureHostOf(address: string): string | null {
  const url = parseUrl(address);
  return url?.protocol === 'https:' ? url.host : null;
}

/** Whose chat an address belongs to; null when it is nobody's, or not HTTPS. On a shared host any page of it will do. */
export function assistantAt(address: string): Assistant | null {
  const host = secureHostOf(address);
  return everyone().find((assistant) => assistant.chatSites.some((site) => site.host === host)) ?? null;
}

/** Whose chat is open at an address. On a shared host only the chat's own pages will do: elsewhere other things are typed. */
export function chatAt(address: string): Assistant | null {
  const assistant = assistantAt(address);
  const { pathname } = new URL(assistant === null ? 'about:blank' : address);
  return assistant?.chatSites.some(({ path }) => isOnPath(pathname, path)) ? assistant : null;
}

/** Whose banner may be at an address, with the pattern that has to be granted for it: the chat's, or a console's. */
export function bannerSiteAt(address: string): { assistant: Assistant; pattern: string } | null {
  const host = secureHostOf(address);
  const assistant = everyone().find(({ chatSites, consoles }) =>
    [...chatSites, ...consoles.map(({ site }) => site)].some((site) => site.host === host),
  );
  return assistant === undefined || host === null ? null : { assistant, pattern: patternOf(host) };
}
