import { hostOfPattern, patternOf } from '../model/address';
import { type Assistant, type ChatSite, isChatWide, USUAL_SIGN_IN_GLOBS } from '../model/assistant';
import { ASSISTANTS } from './assistants';

// wxt.config.ts loads this file before the alias "@" exists, so it imports values by relative paths.

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

/** The hosts of an assistant's status pages, each once. */
export const statusHosts = ({ statusPages }: Assistant): string[] => [
  ...new Set(statusPages.flatMap(({ hosts }) => hosts)),
];

/** Match patterns of an assistant's status pages. */
export const statusPatterns = (assistant: Assistant): string[] => statusHosts(assistant).map(patternOf);

const socketPathsOf = ({ sendPaths }: Assistant) => sendPaths.filter(({ isSocket }) => isSocket);

/**
 * Match patterns of the WebSockets of an assistant. With `https:` alone, neither browser reports a handshake; Chromium
 * needs `https:` and `wss:` (docs/evidence.md).
 */
export const socketPatterns = (assistant: Assistant): string[] =>
  socketPathsOf(assistant).map(({ host }) => `wss://${host}/*`);

/** These match patterns of chat sites, with those of the WebSockets on the same hosts. */
export function withSockets(patterns: readonly string[]): string[] {
  const hosts = new Set(patterns.map(hostOfPattern));
  const sockets = ASSISTANTS.flatMap(socketPatterns).filter((pattern) => hosts.has(hostOfPattern(pattern)));
  return [...new Set([...patterns, ...sockets])];
}

/** All hosts that may need a permission, for the manifest. Sorted, so that the manifest is stable. */
export function allPatterns(): string[] {
  const patterns = ASSISTANTS.flatMap((assistant) => [
    ...chatPatterns(assistant),
    ...socketPatterns(assistant),
    ...assistant.consoles.map(({ site }) => patternOf(site.host)),
    ...statusPatterns(assistant),
  ]);
  return [...new Set(patterns)].sort();
}

/** Patterns of the paths on a host that messages and sign-ins go to. WebSockets are in no page's Resource Timing. */
export const requestPathsOn = (host: string): string[] =>
  ASSISTANTS.flatMap(({ sendPaths, signInPaths }) => [...sendPaths, ...signInPaths])
    .filter((path) => path.host === host && !path.isSocket)
    .map(({ pattern }) => pattern);

/** Match patterns of requests that are evidence: opened chats, sent messages and sign-ins, and WebSocket handshakes. */
export function evidencePatterns(): { pages: string[]; sends: string[]; sockets: string[] } {
  const paths = ASSISTANTS.flatMap(({ sendPaths, signInPaths }) => [...sendPaths, ...signInPaths]);
  const ownHosts = ASSISTANTS.filter((assistant) => !isChatWide(assistant)).flatMap(({ chatSites }) =>
    chatSites.map(({ host }) => host),
  );
  const signIns = ownHosts.flatMap((host) => USUAL_SIGN_IN_GLOBS.map((glob) => `https://${host}${glob}`));
  return {
    pages: ASSISTANTS.flatMap(openChatPatterns),
    sends: [...paths.filter(({ isSocket }) => !isSocket).map(({ host, glob }) => `https://${host}${glob}`), ...signIns],
    sockets: ASSISTANTS.flatMap(socketPathsOf).map(({ host, glob }) => `wss://${host}${glob}`),
  };
}
