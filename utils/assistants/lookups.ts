import { parseUrl } from '@/utils/model/address';
import { type Assistant, type AssistantId, type ChatSite, isOnPath } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import { type OwnPage, ownPages } from '@/utils/model/own-page';
import { ASSISTANTS } from './assistants';
import { chatSite, describe, statusPage } from './describe';
import { countedConsoles, patternOf } from './patterns';

const idsAndNames = (parts: OwnPage['core']) => Object.fromEntries(parts.map(({ id, name }) => [id, name]));

/** A page of the person's own as an assistant like the others. Nothing is known of its chat but where it is. */
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

/** Everyone there is now, the person's own pages last. */
export const allAssistants = (): readonly Assistant[] => [...ASSISTANTS, ...ownPages().map(ownAssistant)];

/** Of an own page that has gone, while something of it is still remembered: it is nothing any more, and stops nobody. */
const placeholderAssistant = (id: AssistantId): Assistant =>
  describe({
    id,
    name: '…',
    provider: '…',
    color: 'slate',
    verifiedOn: null,
    chatSites: [],
  });

/** Whoever is called so. All of the registry are there. */
export function assistantOf(id: AssistantId): Assistant {
  return byId.get(id) ?? allAssistants().find((one) => one.id === id) ?? placeholderAssistant(id);
}

/** Null for what is no address, or not HTTPS. */
function secureHostOf(address: string): string | null {
  const url = parseUrl(address);
  return url?.protocol === 'https:' ? url.host : null;
}

/** Whose chat an address belongs to; null when it is nobody's, or not HTTPS. On a shared host any page of it will do. */
export function assistantAt(address: string): Assistant | null {
  const host = secureHostOf(address);
  return allAssistants().find((assistant) => assistant.chatSites.some((site) => site.host === host)) ?? null;
}

/** Whose chat is open at an address. On a shared host only the chat's own pages will do: elsewhere other things are typed. */
export function chatAt(address: string): Assistant | null {
  const assistant = assistantAt(address);
  const { pathname } = new URL(assistant === null ? 'about:blank' : address);
  return assistant?.chatSites.some(({ path }) => isOnPath(pathname, path)) ? assistant : null;
}

/** Where an assistant is used: its chat, and the consoles of the parts that the person counts. */
const placesOf = (assistant: Assistant, { parts }: Pick<Options, 'parts'>): ChatSite[] => [
  ...assistant.chatSites,
  ...countedConsoles(assistant, parts[assistant.id] ?? []),
];

/**
 * Whose banner each host shows. Several assistants may be used on one host (a status page of the person's own whose chat
 * is a registered one, say), and a host has one banner: that of a watched assistant before others, of the registry
 * before the person's own pages, then by the order in which these were added.
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

/** Whose banner may be at an address, with the pattern that has to be granted for it: the chat's, or a console's. */
export function bannerSiteAt(
  address: string,
  options: Pick<Options, 'watched' | 'parts'>,
): { assistant: Assistant; pattern: string } | null {
  const host = secureHostOf(address);
  const owner = host === null ? undefined : bannerOwners(options).get(host);
  return owner === undefined || host === null ? null : { assistant: assistantOf(owner), pattern: patternOf(host) };
}

/** Whether a watched assistant is used at an address. On a host that its chat shares only the chat's own pages count. */
export function isWatchedPlace(address: string, options: Pick<Options, 'watched' | 'parts'>): boolean {
  return watchedSiteAt(address, options) !== null;
}

/** The same for a page that was reached without a load. Only a shared host can be entered so; elsewhere we are there already. */
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
