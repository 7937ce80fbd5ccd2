import type { ConversationHints } from './conversation';
import type { UnreadReason } from './failure';
import type { PlatformId } from './report';

/** One place where the assistant is used in a browser. */
export interface ChatSite {
  host: string;
  /** Path of the chat on the host; `/` when the chat has the whole host. */
  path: string;
  /** Address of a new conversation. */
  url: string;
}

/**
 * Requests that send a message or sign in. These are not official: `docs/evidence.md` lists source, date and confidence
 * of each.
 */
export interface SendPath {
  host: string;
  /** The source of a regular expression for the path. */
  pattern: string;
  /** A looser version of `pattern` in match-pattern syntax. The worker is woken for these requests only. */
  glob: string;
  /** A WebSocket: only its handshake is observed. */
  isSocket?: boolean;
}

/** The path of a page on which a conversation begins before it has a path of its own. */
export interface NewChatPath {
  /** The source of a regular expression for the path. */
  pattern: string;
  /** Each conversation has another such path, until the site gives it its own. Without it, all of them begin here. */
  isProvisional?: boolean;
}

/**
 * Sign-in requests by the usual names of their paths, on hosts that the chat has for itself. Only failures with 5xx count,
 * so a path that means something else does no harm.
 */
export const USUAL_SIGN_IN = /^\/(?:api\/)?(?:auth|log-?in|sign-?in|oauth2?|sso)(?:[/_-]|$)/;

/** Looser versions of `USUAL_SIGN_IN` in match-pattern syntax. */
export const USUAL_SIGN_IN_GLOBS = ['auth', 'login', 'log-in', 'signin', 'sign-in', 'oauth', 'sso'].flatMap((name) => [
  `/${name}*`,
  `/api/${name}*`,
]);

/**
 * A separate site for parts of the status page, such as the API console. Its banner shows if the user counts one of
 * these parts.
 */
interface Console {
  partIds: readonly string[];
  site: ChatSite;
}

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
  'manus',
  'groq',
  'cohere',
  'openrouter',
  'devin',
  'windsurf',
  'elevenlabs',
  'jetbrains_ai',
  'lovable',
  'bolt_new',
  'zed',
  'kagi_assistant',
  'proton_lumo',
  'meta_ai',
  'character_ai',
  'qwen',
  'you',
  'duck_ai',
] as const;
export type RegisteredId = (typeof ASSISTANT_IDS)[number];
/** Id of a custom status page. Digits are never reused, not even after the page is removed. */
export type OwnPageId = `page:${string}`;
export type AssistantId = RegisteredId | OwnPageId;

export const isOwnPageId = (id: unknown): id is OwnPageId => typeof id === 'string' && /^page:\d{1,16}$/.test(id);

/** Whether the value has the form of an assistant id. The assistant need not exist. */
export const isAssistantId = (id: unknown): id is AssistantId =>
  (ASSISTANT_IDS as readonly unknown[]).includes(id) || isOwnPageId(id);

/** A status component of the page that concerns an assistant. */
export interface AssistantPart {
  id: string;
  /** The page's name for it when the entry was verified. For display only; parts are matched by id. */
  name: string;
  /** Other names that the page uses for it. */
  aliases?: readonly string[];
}

/** A status page, and its components that concern the assistant. */
export interface StatusPage {
  platform: PlatformId;
  /** Base address of its documents, and the link for users. No trailing slash; may have a path. */
  address: string;
  /**
   * The identity stated in the page's documents; a reading with another identity is rejected. Null if they state none.
   */
  pageId: string | null;
  /** Hosts that may serve the page. Redirects are not followed; the other hosts are requested directly. */
  hosts: readonly string[];
  /**
   * `one`: every incident on the page is about this assistant. `several`: the page covers more products, so an incident
   * that names no component may be about another one.
   */
  covers: 'one' | 'several';
  /** Whether the page sends `Access-Control-Allow-Origin: *`, so that reading it needs no permission. */
  isCorsOpen: boolean;
  /**
   * Parts that the chat needs to work; they decide the verdict. Empty if unknown: then the parts that the user ticks
   * decide, and the whole page while none is ticked.
   */
  core: readonly AssistantPart[];
  /** Whether the page has no part for the chat, and the core stands for it because the chat cannot work without it. */
  lacksChat: boolean;
  /**
   * Exact names of further core parts whose ids are not recorded. They count only on a page of known identity; the id
   * is remembered once it was seen.
   */
  coreNames: readonly string[];
  /** Other parts of the assistant (voice, API, coding agent). They count only if the user selects them. */
  features: readonly AssistantPart[];
}

/** Another assistant that this one needs to work. */
export interface Dependency {
  assistantId: AssistantId;
  /** Ids of the parts that it uses, on the other assistant's status page. */
  partIds: readonly string[];
}

/**
 * Uptime that a provider promises its business customers (SLA). None is known for consumer plans of any assistant here.
 */
export interface ServicePromise {
  /** Promised uptime in percent. */
  percent: number;
  per: 'month' | 'quarter';
  /** Whether the agreement names the assistant. */
  coversIt: boolean;
  /** The provider's own agreement, or what others say of it. */
  source: 'agreement' | 'others';
  url: string;
  /** ISO date on which the source was read. */
  seenOn: string;
  /** How a credit is claimed, as the source says; null if that is unknown. */
  claim: CreditClaim | null;
  /** What speaks against the source; null if nothing is known that does. */
  doubt: PromiseDoubt | null;
}

/** When the time to claim a credit begins. `next_month`: it ends with the month after the outage, however many days. */
const CLAIM_STARTS = ['outage', 'eligible', 'invoice', 'quarter', 'next_month'] as const;

/** What a claim must name. */
const CLAIM_FIELDS = ['account', 'services', 'times', 'impact'] as const;
export type ClaimField = (typeof CLAIM_FIELDS)[number];

export interface CreditClaim {
  /** Null where the limit is not a number of days. */
  days: number | null;
  after: (typeof CLAIM_STARTS)[number];
  /** Empty if unknown. */
  asks: readonly ClaimField[];
}

/**
 * `denied`: others say that no such agreement is published. `disputed`: sources give different limits; the shortest is
 * here. `objective`: it is called an objective, at the lowest support level. `other_product`: it is about products for
 * business customers that have another name.
 */
const PROMISE_DOUBTS = ['denied', 'disputed', 'objective', 'other_product'] as const;
export type PromiseDoubt = (typeof PROMISE_DOUBTS)[number];

/** Registry entry of an assistant. Data only. */
export interface Assistant {
  id: AssistantId;
  name: string;
  provider: string;
  /** Assistants that are not featured are listed behind "more". */
  isFeatured: boolean;
  /**
   * ISO date on which this entry was last checked against a recorded page or a note; the first day of the period if
   * only month or year is known. Null for a custom page.
   */
  verifiedOn: string | null;
  /**
   * Candidates, most reliable first: pages move, and a reading is accepted only if shape and identity match. Empty if
   * there is no readable page.
   */
  statusPages: readonly StatusPage[];
  /** Link for users when no page can be read; null if there is none. */
  statusLink: string | null;
  /** Why `statusPages` is empty; meaningless otherwise. */
  unreadReason: UnreadReason;
  dependsOn: readonly Dependency[];
  /** The first is opened by "open". Empty for a custom page without a chat, and for what is not used in a browser. */
  chatSites: readonly ChatSite[];
  consoles: readonly Console[];
  /** Requests that send a message. A wrong entry means missing evidence, not a wrong verdict. Empty if unknown. */
  sendPaths: readonly SendPath[];
  /** Where new conversations begin whose messages don't name them. Empty if each message does, or if unknown. */
  newChatPaths: readonly NewChatPath[];
  /** Sign-in requests on the chat site itself. Empty if unknown or on another site. */
  signInPaths: readonly SendPath[];
  /** CSS selectors of the composer, most reliable first. A generic rule applies if none matches. */
  composerHints: readonly string[];
  /** How to read a conversation. Without hints, only messages whose elements state their role are recognized. */
  conversation: ConversationHints;
  /** Longest message that the chat accepts, in characters; null if unknown. */
  maxMessage: number | null;
  /**
   * An address that fills in a draft without sending it; null if there is none, or if it would send. `{draft}` stands
   * for the encoded text; `maxLength` limits the whole address, in characters.
   */
  prefill: { template: string; maxLength: number } | null;
  /** Regular expression source that matches model names; matches are shown unchanged. Null if unknown. */
  modelNames: string | null;
  /** Words in these names that tell families apart, for "I use". Empty if unknown. */
  modelFamilies: readonly string[];
  /** Null if no commitment is known. */
  promise: ServicePromise | null;
}

/** The candidate with this address, otherwise the first. Null if there is no public page. */
export function statusPageOf({ statusPages }: Assistant, address: string | null | undefined): StatusPage | null {
  return statusPages.find((page) => page.address === address) ?? statusPages[0] ?? null;
}

/** Whether it is recorded which parts of the page are the chat. */
export const isCoreKnown = ({ core, coreNames }: Pick<StatusPage, 'core' | 'coreNames'>): boolean =>
  core.length + coreNames.length > 0;

/** How well an assistant can be watched, best first. */
export const WATCH_KINDS = [
  /** By the components of its status page that are known to be the chat. */
  'chat',
  /** By the whole status page, because it is not recorded which component is the chat. */
  'whole_page',
  /** Its status page can't be read, and is only linked. */
  'link',
  /** There is no public status page. */
  'none',
] as const;
export type WatchKind = (typeof WATCH_KINDS)[number];

/** The first candidate decides: it is the page as it is today. */
export function watchKindOf({ statusPages: [page], statusLink }: Assistant): WatchKind {
  if (page === undefined) return statusLink === null ? 'none' : 'link';
  return isCoreKnown(page) ? 'chat' : 'whole_page';
}

/** The recorded ids. Empty if there is no page or none is recorded. */
export function coreIdsOf(page: StatusPage | null): string[] {
  return (page?.core ?? []).map((part) => part.id);
}

/**
 * Ids of the parts that decide the verdict: the core, and other parts that the user counts. Empty if the core is
 * unknown, because the other parts say nothing about the chat.
 */
export function countedIdsOf(page: StatusPage | null, chosen: readonly string[]): string[] {
  const core = coreIdsOf(page);
  const others = (page?.features ?? []).map(({ id }) => id).filter((id) => chosen.includes(id));
  return page === null || !isCoreKnown(page) ? [] : [...core, ...others];
}

/** Whether reading one of its pages needs a host permission. */
export const hasClosedPage = ({ statusPages }: Assistant): boolean => statusPages.some(({ isCorsOpen }) => !isCorsOpen);

/** Whether its chat shares a host with other content, so that the permission covers more than the chat. */
export const isChatWide = ({ chatSites }: Assistant): boolean => chatSites.some(({ path }) => path !== '/');

/** Whether a status page shares a host with other content. */
export const isPageWide = ({ statusPages }: Assistant): boolean =>
  statusPages.some(({ address }) => new URL(address).pathname !== '/');

/** Target of "open": the chat, otherwise the status page; null if there is neither. */
export function homeOf({ chatSites, statusPages, statusLink }: Assistant): string | null {
  return chatSites[0]?.url ?? statusPages[0]?.address ?? statusLink;
}

/** Path of a new conversation. */
export const newChatPathOf = ({ chatSites }: Assistant): string =>
  chatSites[0] === undefined ? '/' : new URL(chatSites[0].url).pathname;

/** Host of `homeOf`, for display. */
export function homeHostOf(assistant: Assistant): string {
  const home = homeOf(assistant);
  return home === null ? assistant.name : new URL(home).host;
}
