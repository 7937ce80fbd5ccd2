import type { Assistant } from '@/utils/model/assistant';
import { everyone } from './everyone';
import { patternOf } from './patterns';

/** Null for what is no address, or not HTTPS. */
function secureHostOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host } = new URL(address);
  return protocol === 'https:' ? host : null;
}

/** Whose chat an address belongs to; null when it is nobody's, or not HTTPS. On a shared host any page of it will do. */
export function assistantAt(address: string): Assistant | null {
  const host = secureHostOf(address);
  return everyone().find((assistant) => assistant.chatSites.some((site) => site.host === host)) ?? null;
}

/** Whose banner may be at an address, with the pattern that has to be granted for it: the chat's, or a console's. */
export function bannerSiteAt(address: string): { assistant: Assistant; pattern: string } | null {
  const host = secureHostOf(address);
  const assistant = everyone().find(({ chatSites, consoles }) =>
    [...chatSites, ...consoles.map(({ site }) => site)].some((site) => site.host === host),
  );
  return assistant === undefined || host === null ? null : { assistant, pattern: patternOf(host) };
}
