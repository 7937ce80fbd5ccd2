/** One place where the assistant is used in a browser. */
export interface ChatSite {
  host: string;
  /** Where on the host the chat lives; `/` when it has the host to itself. */
  path: string;
  /** Where a new conversation starts. */
  url: string;
}

/** Whether a page of the site's host belongs to the chat: it is at its path or below. */
export function isOnPath(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
}

/** Where messages go, or a sign-in. Never official: source, date and doubt of each stand in `docs/evidence.md`. */
export interface SendPath {
  host: string;
  /** The source of a regular expression for the path. */
  pattern: string;
  /** The same more loosely, as a browser's match pattern takes it: the worker is woken for these alone. */
  glob: string;
}

/** A site beside the chat where parts of the page are used. Its banner is for whoever counts one of these parts. */
export interface Console {
  partIds: readonly string[];
  site: ChatSite;
}
