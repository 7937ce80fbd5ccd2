import type { Assistant } from '@/utils/model/assistant';
import type { ChatSite } from '@/utils/model/chat-site';
import { ASSISTANTS } from './assistants';

const patternOf = (host: string): string => `https://${host}/*`;

/** Match patterns of the sites where an assistant is used. */
export function chatPatterns(assistant: Assistant): string[] {
  return assistant.chatSites.map((site) => patternOf(site.host));
}

/** The consoles of an assistant that belong to parts which the person counts. */
export function countedConsoles(assistant: Assistant, parts: readonly string[]): ChatSite[] {
  return assistant.consoles.filter(({ partIds }) => partIds.some((id) => parts.includes(id))).map(({ site }) => site);
}

/** Match patterns of those. */
export function consolePatterns(assistant: Assistant, parts: readonly string[]): string[] {
  return countedConsoles(assistant, parts).map((site) => patternOf(site.host));
}

/** Match patterns of the pages on which the chat itself is open. Browsers ignore the path when they grant, not when they look. */
export function openChatPatterns(assistant: Assistant): string[] {
  return assistant.chatSites.map(({ host, path }) => `https://${host}${path}*`);
}

/** Match patterns of the status pages of an assistant. */
export function statusPatterns(assistant: Assistant): string[] {
  return [...new Set(assistant.statusPages.flatMap((page) => page.hosts))].map(patternOf);
}

/** Every host that may ever be asked for, for the manifest. Sorted, so that the manifest is stable. */
export function allPatterns(): string[] {
  const patterns = ASSISTANTS.flatMap((assistant) => [
    ...chatPatterns(assistant),
    ...assistant.consoles.map(({ site }) => patternOf(site.host)),
    ...statusPatterns(assistant),
  ]);
  return [...new Set(patterns)].sort();
}

/** Match patterns of the requests that can be evidence: chats being opened, messages being sent, and sign-ins. */
export function evidencePatterns(): { pages: string[]; sends: string[] } {
  const paths = ASSISTANTS.flatMap(({ sendPaths, signInPaths }) => [...sendPaths, ...signInPaths]);
  return {
    pages: ASSISTANTS.flatMap(openChatPatterns),
    sends: paths.map(({ host, glob }) => `https://${host}${glob}`),
  };
}

/** Null for what is no address, or not HTTPS. */
function secureHostOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host } = new URL(address);
  return protocol === 'https:' ? host : null;
}

/** Whose chat an address belongs to; null when it is nobody's, or not HTTPS. On a shared host any page of it will do. */
export function assistantAt(address: string): Assistant | null {
  const host = secureHostOf(address);
  return ASSISTANTS.find((assistant) => assistant.chatSites.some((site) => site.host === host)) ?? null;
}

/** Whose banner may be at an address, with the pattern that has to be granted for it: the chat's, or a console's. */
export function bannerSiteAt(address: string): { assistant: Assistant; pattern: string } | null {
  const host = secureHostOf(address);
  const assistant = ASSISTANTS.find(({ chatSites, consoles }) =>
    [...chatSites, ...consoles.map(({ site }) => site)].some((site) => site.host === host),
  );
  return assistant === undefined || host === null ? null : { assistant, pattern: patternOf(host) };
}
