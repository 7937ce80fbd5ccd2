import { parseUrl } from '@/utils/model/address';
import { type Assistant, type AssistantId, type ChatSite, isOnPath } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import { type OwnPage, ownPages } from '@/utils/model/own-page';
import { ASSISTANTS } from './assistants';
import { chatSite, describe, statusPage } from './describe';
import { countedConsoles, patternOf } from './patterns';

const idsAndNames = (parts: OwnPage['core']) => Object.fromEntries(parts.map(({ id, name }) => [id, name]));

/** A custom page as an assistant. Only the address of its chat is known. */
export function ownAssistant({
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
    color: 'slate',
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
    chatSites: chat === null ? [] : [chatSite(chat.host, chat.pathname + chat.search)],
  });
}

const byId = new Map(ASSISTANTS.map((assistant) => [assistant.id, assistant]));

/** All assistants, custom pages last. */
export const allAssistants = (): readonly Assistant[] => [...ASSISTANTS, ...ownPages().map(ownAssistant)];

/** Placeholder for a removed custom page that stored data still refers to. */
const placeholderAssistant = (id: AssistantId): Assistant =>
  describe({
    id,
    name: '…',
    provider: '…',
    color: 'slate',
    verifiedOn: null,
    chatSites: [],
  });

/** The assistant with this id. Registry ids always exist. */
export function assistantOf(id: AssistantId): Assistant {
  return byId.get(id) ?? allAssistants().find((one) => one.id === id) ?? placeholderAssistant(id);
}

/** Null for a text that is not an HTTPS address. */
function secureHostOf(address: string): string | null {
  const url = parseUrl(address);
  return url?.protocol === 'https:' ? url.host : null;
}

/**
 * The assistant whose chat host an address belongs to; null if none, or not HTTPS. On a shared host, any page matches.
 */
export function assistantAt(address: string): Assistant | null {
  const host = secureHostOf(address);
  return allAssistants().find((assistant) => assistant.chatSites.some((site) => site.host === host)) ?? null;
}

/** The assistant whose chat is open at an address. On a shared host, only the chat's own pages match. */
export function chatAt(address: string): Assistant | null {
  const assistant = assistantAt(address);
  const { pathname } = new URL(assistant === null ? 'about:blank' : address);
  return assistant?.chatSites.some(({ path }) => isOnPath(pathname, path)) ? assistant : null;
}

/** Sites of an assistant: its chat, and the consoles of parts that the user counts. */
const placesOf = (assistant: Assistant, { parts }: Pick<Options, 'parts'>): ChatSite[] => [
  ...assistant.chatSites,
  ...countedConsoles(assistant, parts[assistant.id] ?? []),
];

/**
 * Owner of the banner by host. Several assistants may share a host, for example a custom page whose chat is a
 * registered one, and a host has one banner. Priority: watched assistants, then the registry, then custom pages in the
 * order of adding.
 */
export function bannerOwners(options: Pick<Options, 'watched' | 'parts'>): ReadonlyMap<string, AssistantId> {
  const owners = new Map<string, AssistantId>();
  const isWatched = ({ id }: Assistant) => options.watched.includes(id);
  const all = allAssistants();
  for (const assistant of [...all.filter(isWatched), ...all.filter((one) => !isWatched(one))]) {
    for (const { host } of placesOf(assistant, options)) {
      if (!owners.has(host)) owners.set(host, assistant.id);
    }
  }
  return owners;
}

/**
 * The assistant whose banner may be shown at an address, with the match pattern that must be granted: the chat's or a
 * console's.
 */
export function bannerSiteAt(
  address: string,
  options: Pick<Options, 'watched' | 'parts'>,
): { assistant: Assistant; pattern: string } | null {
  const host = secureHostOf(address);
  const owner = host === null ? undefined : bannerOwners(options).get(host);
  return owner === undefined || host === null ? null : { assistant: assistantOf(owner), pattern: patternOf(host) };
}

/** Whether a watched assistant is used at an address. On a shared host, only the chat's own pages count. */
export function isWatchedPlace(address: string, options: Pick<Options, 'watched' | 'parts'>): boolean {
  return watchedSiteAt(address, options) !== null;
}

/**
 * The same for a page that was reached without a load. That matters on a shared host only: elsewhere the script is
 * already running.
 */
export function isWatchedPartOfHost(address: string, options: Pick<Options, 'watched' | 'parts'>): boolean {
  return (watchedSiteAt(address, options)?.path ?? '/') !== '/';
}

function watchedSiteAt(address: string, options: Pick<Options, 'watched' | 'parts'>): ChatSite | null {
  const host = secureHostOf(address);
  if (host === null) return null;
  const { pathname } = new URL(address);
  const sites = options.watched.flatMap((id) => placesOf(assistantOf(id), options));
  return sites.find((site) => site.host === host && isOnPath(pathname, site.path)) ?? null;
}
