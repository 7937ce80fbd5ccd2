import { isOnPath, parseUrl, patternOf } from '@/utils/model/address';
import type { Assistant, AssistantId, ChatSite, RegisteredId } from '@/utils/model/assistant';
import { type FallbackId, type LocalModelId, parseFallbackId } from '@/utils/model/fallback';
import type { Options } from '@/utils/model/options';
import type { OwnPage } from '@/utils/model/status-page';
import { ASSISTANTS } from './assistants';
import { chatSite, describe, statusPage } from './describe';
import { chatPatterns, countedConsoles } from './patterns';

const idsAndNames = (parts: OwnPage['core']) => Object.fromEntries(parts.map(({ id, name }) => [id, name]));

/** A custom status page as an assistant. Of its chat, only the address is known. */
function ownAssistant({
  id,
  name,
  platform,
  address,
  pageId,
  isCorsOpen,
  core,
  features,
  chatUrl,
}: OwnPage): Assistant {
  const { host, pathname } = new URL(address);
  const chat = chatUrl === null ? null : new URL(chatUrl);
  return describe({
    id,
    name,
    provider: name,
    verifiedOn: null,
    statusPages: [
      statusPage(platform, host, {
        pageId,
        path: pathname.replace(/\/$/, ''),
        isCorsOpen,
        // The user counts every component of the page.
        covers: features.length === 0 ? 'one' : 'several',
        core: idsAndNames(core),
        features: idsAndNames(features),
      }),
    ],
    chatSites: chat === null ? [] : [chatSite(chat.host, chat.pathname + chat.search + chat.hash)],
  });
}

/** The assistants that exist under one set of options. Custom pages are options, so a registry is never kept between reads. */
export interface Registry {
  /** The built-in assistants in the order in which they are offered, then the custom pages. */
  all: readonly Assistant[];
  /** A placeholder for a removed custom page that stored data still refers to. */
  get(id: AssistantId): Assistant;
  /** The assistant whose chat is on the host of an address; null for other hosts and for what is not HTTPS. */
  onHostOf(address: string): Assistant | null;
  /** The assistant whose chat is open at an address. On a shared host, other paths belong to other applications. */
  chatAt(address: string): Assistant | null;
}

const placeholderAssistant = (id: AssistantId): Assistant =>
  describe({
    id,
    name: '…',
    provider: '…',
    verifiedOn: null,
    chatSites: [],
  });

function createRegistry(all: readonly Assistant[]): Registry {
  const byId = new Map(all.map((assistant) => [assistant.id, assistant]));
  const onHostOf = (address: string) => {
    const host = secureHostOf(address);
    return all.find((assistant) => assistant.chatSites.some((site) => site.host === host)) ?? null;
  };
  return {
    all,
    get: (id) => byId.get(id) ?? placeholderAssistant(id),
    onHostOf,
    chatAt(address) {
      const assistant = onHostOf(address);
      const { pathname } = new URL(assistant === null ? 'about:blank' : address);
      return assistant?.chatSites.some(({ path }) => isOnPath(pathname, path)) ? assistant : null;
    },
  };
}

/** The registry without custom pages. */
export const BUILT_IN: Registry = createRegistry(ASSISTANTS);

export function registryOf({ ownPages }: Pick<Options, 'ownPages'>): Registry {
  return ownPages.length === 0 ? BUILT_IN : createRegistry([...ASSISTANTS, ...ownPages.map(ownAssistant)]);
}

/** A built-in assistant. An id that may be of a custom page needs `registryOf(options).get`. */
export const assistantOf = (id: RegisteredId): Assistant => BUILT_IN.get(id);

/** Null for what is not an HTTPS address. */
function secureHostOf(address: string): string | null {
  const url = parseUrl(address);
  return url?.protocol === 'https:' ? url.host : null;
}

type Places = Pick<Options, 'watched' | 'parts' | 'ownPages'>;

/** Where an assistant is used: its chat, and the consoles of the parts that the user counts. */
const placesOf = (assistant: Assistant, { parts }: Pick<Options, 'parts'>): ChatSite[] => [
  ...assistant.chatSites,
  ...countedConsoles(assistant, parts[assistant.id] ?? []),
];

/**
 * The assistant whose banner each host shows. Several assistants may share a host (a custom page whose chat is a built-in
 * one, for example), and a host has one banner: watched assistants come first, then built-in ones, then custom pages in
 * the order in which they were added.
 */
export function bannerOwners(options: Places): ReadonlyMap<string, AssistantId> {
  const owners = new Map<string, AssistantId>();
  const isWatched = ({ id }: Assistant) => options.watched.includes(id);
  const { all } = registryOf(options);
  for (const assistant of [...all.filter(isWatched), ...all.filter((one) => !isWatched(one))]) {
    for (const { host } of placesOf(assistant, options)) {
      if (!owners.has(host)) owners.set(host, assistant.id);
    }
  }
  return owners;
}

/** The owner of the banner at an address, with the match pattern that must be granted for it. */
export function bannerSiteAt(address: string, options: Places): { assistant: Assistant; pattern: string } | null {
  const host = secureHostOf(address);
  const owner = host === null ? undefined : bannerOwners(options).get(host);
  if (owner === undefined || host === null) return null;
  return { assistant: registryOf(options).get(owner), pattern: patternOf(host) };
}

/** Whether a watched assistant is used at an address. On a shared host only the chat's own paths count. */
export function isWatchedPlace(address: string, options: Places): boolean {
  return watchedSiteAt(address, options) !== null;
}

/**
 * The same for a navigation within a page. It can enter a chat only on a shared host; on any other host the load of the
 * page was noticed before.
 */
export function isWatchedPartOfHost(address: string, options: Places): boolean {
  return (watchedSiteAt(address, options)?.path ?? '/') !== '/';
}

function watchedSiteAt(address: string, options: Places): ChatSite | null {
  const host = secureHostOf(address);
  if (host === null) return null;
  const { pathname } = new URL(address);
  const registry = registryOf(options);
  const sites = options.watched.flatMap((id) => placesOf(registry.get(id), options));
  return sites.find((site) => site.host === host && isOnPath(pathname, site.path)) ?? null;
}

export interface LocalModelServer {
  name: string;
  /** The endpoint that lists its models. */
  url: string;
}

/**
 * Default ports, from the API references of 2026. Neither server has a chat page: its models are used in its app, or in a
 * custom chat such as Open WebUI.
 */
export const LOCAL_MODELS: Readonly<Record<LocalModelId, LocalModelServer>> = {
  ollama: { name: 'Ollama', url: 'http://localhost:11434/api/tags' },
  lm_studio: { name: 'LM Studio', url: 'http://localhost:1234/v1/models' },
};

/** The match pattern that must be granted to ask them. Browsers ignore the port. */
export const LOCAL_PATTERNS: readonly string[] = ['http://localhost/*'];

/** Where a fallback leads. */
export interface FallbackTarget {
  name: string;
  /** Address of a new conversation; null if there is no page to open. */
  url: string | null;
  /** Path of the chat on its host. */
  path: string;
  /** Match patterns needed to fill in a draft. */
  patterns: readonly string[];
  composerHints: readonly string[];
  prefill: Assistant['prefill'];
  maxMessage: number | null;
}

/** Match pattern of a custom chat. Ports are left out because not every browser accepts them. */
function ownPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

type Choices = Pick<Options, 'ownChats' | 'ownPages'>;

/** Null for a custom chat that was removed. */
export function fallbackTarget(id: FallbackId, options: Choices): FallbackTarget | null {
  const fallback = parseFallbackId(id);
  switch (fallback.kind) {
    case 'assistant': {
      const assistant = registryOf(options).get(fallback.assistantId);
      const { name, chatSites, composerHints, prefill, maxMessage } = assistant;
      const { url = null, path = '/' } = chatSites[0] ?? {};
      return { name, url, path, patterns: chatPatterns(assistant), composerHints, prefill, maxMessage };
    }
    case 'own': {
      const chat = options.ownChats.find((own) => own.id === fallback.chatId);
      if (chat === undefined) return null;
      const { name, url } = chat;
      return { name, url, path: '/', patterns: [ownPattern(url)], composerHints: [], prefill: null, maxMessage: null };
    }
    case 'local': {
      const { name } = LOCAL_MODELS[fallback.modelId];
      return { name, url: null, path: '/', patterns: [], composerHints: [], prefill: null, maxMessage: null };
    }
  }
}

/** Whether a fallback is open at an address. On a shared host a sign-in page is not; for a custom chat the port counts too. */
export function isAtFallback(id: FallbackId, address: string, options: Choices): boolean {
  const fallback = parseFallbackId(id);
  if (fallback.kind === 'assistant') {
    const host = secureHostOf(address);
    const { chatSites } = registryOf(options).get(fallback.assistantId);
    // Not the assistant at this address: a custom page may have the chat of another one.
    return chatSites.some((site) => site.host === host && isOnPath(new URL(address).pathname, site.path));
  }
  const url = fallbackTarget(id, options)?.url ?? null;
  return url !== null && parseUrl(address)?.origin === new URL(url).origin;
}
