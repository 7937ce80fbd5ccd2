import type { Assistant, ChatSite } from '@/utils/model/assistant';
import { ASSISTANTS } from './assistants';

/** The match pattern of all of a host. */
export const patternOf = (host: string): string => `https://${host}/*`;

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
