import type { Assistant } from './assistant';

/** Where "open" leads to: its chat, else where its maker tells how it is; null where there is neither. */
export function homeOf({ chatSites, statusPages, statusLink }: Assistant): string | null {
  return chatSites[0]?.url ?? statusPages[0]?.address ?? statusLink;
}

/** For people: the host of that. */
export function homeHostOf(assistant: Assistant): string {
  const home = homeOf(assistant);
  return home === null ? assistant.name : new URL(home).host;
}
