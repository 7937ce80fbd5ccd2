import type { PlatformId } from './report';

export const ASSISTANT_IDS = ['claude', 'chatgpt', 'gemini', 'copilot'] as const;
export type AssistantId = (typeof ASSISTANT_IDS)[number];

/** A status component of the page that concerns an assistant. */
export interface AssistantPart {
  id: string;
  /** The page's name for it when the entry was verified; only for people, matching goes by id. */
  name: string;
}

/** Where a maker reports trouble, and what of it is about the assistant. */
export interface StatusPage {
  platform: PlatformId;
  /** Where its documents lie below, and what a person is sent to. Without a slash at the end; may have a path. */
  address: string;
  /** The identity that the page's documents carry; a reading with another one is not believed. Null where they carry none. */
  pageId: string | null;
  /** Hosts that may answer for the page; a redirect to any other is not followed in spirit. */
  hosts: readonly string[];
  /** Whether any web page may read it (`Access-Control-Allow-Origin: *`), so that no permission is needed. */
  isCorsOpen: boolean;
  /** Without these the chat does not work; the verdict is theirs. Never empty. */
  core: readonly [AssistantPart, ...AssistantPart[]];
  /** Parts of the chat that are shown but do not make the verdict. */
  features: readonly AssistantPart[];
  /** The day on which these facts were last checked against a recorded page, ISO date. */
  verifiedOn: string;
}

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

/** What a person talks to. Data only. */
export interface Assistant {
  id: AssistantId;
  name: string;
  maker: string;
  /**
   * Candidates, the surest first: pages move, and a reading is believed only where shape and identity fit. Empty where
   * there is no public page.
   */
  statusPages: readonly StatusPage[];
  /** The first is the one that "open" leads to. */
  chatSites: readonly [ChatSite, ...ChatSite[]];
  /** Where its messages are sent to. A wrong one means no evidence, not a wrong verdict. Empty where none is known. */
  sendPaths: readonly SendPath[];
  /** Where a person signs in on the chat site itself. Empty where that is not known, or is on another site. */
  signInPaths: readonly SendPath[];
  /** Where its composer is, as CSS selectors, the surest first. A general rule finds it where none fits. */
  composerHints: readonly string[];
  /**
   * An address that fills a draft in and does not send it; null where there is none, or where it would send.
   * `{draft}` stands for the encoded text; `maxLength` is that of the whole address, in characters.
   */
  prefill: { template: string; maxLength: number } | null;
  /** How its models are named, as the source of a regular expression; what matches is shown as it stands. */
  modelNames: string;
}

/** The candidate at an address or, where there is none such, the first. Null where there is no public page at all. */
export function statusPageOf({ statusPages }: Assistant, address: string | null | undefined): StatusPage | null {
  return statusPages.find((page) => page.address === address) ?? statusPages[0] ?? null;
}

/** None where there is no page. */
export function coreIdsOf(page: StatusPage | null): string[] {
  return (page?.core ?? []).map((part) => part.id);
}
