// wxt.config.ts loads this file without the alias.
import { type Assistant, type ChatSite, statusHosts } from '../model/assistant';
import { ASSISTANTS } from './assistants';

/** The match pattern for a whole host. */
export const patternOf = (host: string): string => `https://${host}/*`;

/** Match patterns of an assistant's chat sites. */
export function chatPatterns(assistant: Assistant): string[] {
  return assistant.chatSites.map((site) => patternOf(site.host));
}

/** Consoles of an assistant for parts that the user counts. */
export function countedConsoles(assistant: Assistant, parts: readonly string[]): ChatSite[] {
  return assistant.consoles.filter(({ partIds }) => partIds.some((id) => parts.includes(id))).map(({ site }) => site);
}

/** Match patterns of these consoles. */
export function consolePatterns(assistant: Assistant, parts: readonly string[]): string[] {
  return countedConsoles(assistant, parts).map((site) => patternOf(site.host));
}

/**
 * Match patterns of the pages on which the chat itself is open. Browsers ignore the path for permissions, but not for
 * tab queries.
 */
export function openChatPatterns(assistant: Assistant): string[] {
  return assistant.chatSites.map(({ host, path }) => `https://${host}${path}*`);
}

/** Match patterns of an assistant's status pages. */
export const statusPatterns = (assistant: Assistant): string[] => statusHosts(assistant).map(patternOf);

/** All hosts that may need a permission, for the manifest. Sorted, so that the manifest is stable. */
export function allPatterns(): string[] {
  const patterns = ASSISTANTS.flatMap((assistant) => [
    ...chatPatterns(assistant),
    ...assistant.consoles.map(({ site }) => patternOf(site.host)),
    ...statusPatterns(assistant),
  ]);
  return [...new Set(patterns)].sort();
}

/** Match patterns of requests that are evidence: opened chats, sent messages, and sign-ins. */
export function evidencePatterns(): { pages: string[]; sends: string[] } {
  const paths = ASSISTANTS.flatMap(({ sendPaths, signInPaths }) => [...sendPaths, ...signInPaths]);
  return {
    pages: ASSISTANTS.flatMap(openChatPatterns),
    sends: paths.map(({ host, glob }) => `https://${host}${glob}`),
  };
}
