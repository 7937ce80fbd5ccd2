import type { UnreadReason } from './failure';
import type { PlatformId } from './report';

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

/** What a mark may be drawn in; `components/tokens.css` has one pair of colours for each. */
export const MARK_COLOURS = ['clay', 'amber', 'green', 'teal', 'blue', 'violet', 'plum', 'slate'] as const;
export type MarkColor = (typeof MARK_COLOURS)[number];

export const ASSISTANT_IDS = [
  'claude',
  'chatgpt',
  'gemini',
  'copilot',
  'microsoft_copilot',
  'perplexity',
  'grok',
  'deepseek',
  'mistral',
  'poe',
  'kimi',
  'huggingchat',
  'cursor',
  'v0',
  'replit',
  'notion_ai',
  'groq',
  'cohere',
  'openrouter',
  'meta_ai',
  'character_ai',
  'qwen',
  'you',
  'duck_ai',
] as const;
export type RegisteredId = (typeof ASSISTANT_IDS)[number];
/** Of a status page that the person has added themselves. No two ever have the same digits, not even after one has gone. */
export type OwnPageId = `page:${string}`;
export type AssistantId = RegisteredId | OwnPageId;

export const isOwnPageId = (id: unknown): id is OwnPageId => typeof id === 'string' && /^page:\d{1,16}$/.test(id);

/** Whether anybody may be called so; not that they are there. */
export const isAssistantId = (id: unknown): id is AssistantId =>
  (ASSISTANT_IDS as readonly unknown[]).includes(id) || isOwnPageId(id);

/** A status component of the page that concerns an assistant. */
export interface AssistantPart {
  id: string;
  /** The page's name for it when the entry was verified; only for people, matching goes by id. */
  name: string;
  /** Other names that the page is known to use for it. */
  aliases?: readonly string[];
}

/** Where a maker reports trouble, and what of it is about the assistant. */
export interface StatusPage {
  platform: PlatformId;
  /** Where its documents lie below, and what a person is sent to. Without a slash at the end; may have a path. */
  address: string;
  /** The identity that the page's documents carry; a reading with another one is not believed. Null where they carry none. */
  pageId: string | null;
  /** Hosts that may answer for the page. No redirect is followed; where there is one, the other hosts are asked directly. */
  hosts: readonly string[];
  /**
   * `one`: every incident on the page is about this assistant. `several`: the page covers more products, so an incident
   * that names no component may be about another one.
   */
  covers: 'one' | 'several';
  /** Whether any web page may read it (`Access-Control-Allow-Origin: *`), so that no permission is needed. */
  isCorsOpen: boolean;
  /**
   * Without these the chat does not work; the verdict is theirs. Empty where nobody knows which of the page's parts they
   * are: then what is open is shown, and the verdict is unknown.
   */
  core: readonly AssistantPart[];
  /** What else of the page is about the assistant (its voice, its API, its coding agent): counts for whoever wants it to. */
  features: readonly AssistantPart[];
}

/** Whom an assistant cannot work without. */
export interface Dependency {
  assistantId: AssistantId;
  /** The parts of that one's page that it uses, by id. */
  partIds: readonly string[];
}

/** What a person talks to. Data only. */
export interface Assistant {
  id: AssistantId;
  name: string;
  provider: string;
  /** Of its mark: the first letter of its name in this colour. Never its maker's own sign. */
  color: MarkColor;
  /** The others wait behind "more" where people choose. */
  isFeatured: boolean;
  /**
   * The day on which what stands here was last checked against a recorded page or a note on one, ISO date. Where only
   * the month or the year of that is known, its first day. Null for a page of the person's own.
   */
  verifiedOn: string | null;
  /**
   * Candidates, the surest first: pages move, and a reading is believed only where shape and identity fit. Empty where
   * there is none that can be read and judged by.
   */
  statusPages: readonly StatusPage[];
  /** What a person is sent to where no page can be read; null where there is none either. */
  statusLink: string | null;
  /** Why there is no page above; of no meaning where there is one. */
  unreadReason: UnreadReason;
  dependsOn: readonly Dependency[];
  /** The first is the one that "open" leads to. Empty for a status page of the person's own that has no chat. */
  chatSites: readonly ChatSite[];
  consoles: readonly Console[];
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
  /** How its models are named, as the source of a regular expression; what matches is shown as it stands. Null where that is not known. */
  modelNames: string | null;
}

/** The candidate at an address or, where there is none such, the first. Null where there is no public page at all. */
export function statusPageOf({ statusPages }: Assistant, address: string | null | undefined): StatusPage | null {
  return statusPages.find((page) => page.address === address) ?? statusPages[0] ?? null;
}

/** None where there is no page, or nobody knows which parts of it they are. */
export function coreIdsOf(page: StatusPage | null): string[] {
  return (page?.core ?? []).map((part) => part.id);
}

/**
 * What the verdict rests on: the core and, of the other parts, those that the person counts too. None where the core is
 * not known: the others alone say nothing of the chat.
 */
export function countedIdsOf(page: StatusPage | null, chosen: readonly string[]): string[] {
  const core = coreIdsOf(page);
  const others = (page?.features ?? []).map(({ id }) => id).filter((id) => chosen.includes(id));
  return core.length === 0 ? [] : [...core, ...others];
}

/** Whether some page of it can be read only when its host is granted. */
export const hasClosedPage = ({ statusPages }: Assistant): boolean => statusPages.some(({ isCorsOpen }) => !isCorsOpen);

/** Whether its chat lies somewhere on a host that is about other things too: a grant is wider than its use then. */
export const isChatWide = ({ chatSites }: Assistant): boolean => chatSites.some(({ path }) => path !== '/');

/** The same of its status page. */
export const isPageWide = ({ statusPages }: Assistant): boolean =>
  statusPages.some(({ address }) => new URL(address).pathname !== '/');

/** Where "open" leads to: its chat, else where its maker tells how it is; null where there is neither. */
export function homeOf({ chatSites, statusPages, statusLink }: Assistant): string | null {
  return chatSites[0]?.url ?? statusPages[0]?.address ?? statusLink;
}

/** For people: the host of that. */
export function homeHostOf(assistant: Assistant): string {
  const home = homeOf(assistant);
  return home === null ? assistant.name : new URL(home).host;
}
