import { type AddressFault, chatAddress, parseAddress } from '@/utils/model/address';
import type { OwnPageId } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import { keyOfPage, MAX_OWN_PAGES, type OwnPage, type WatchablePage } from '@/utils/model/status-page';
import { shortName } from '@/utils/model/text';
import { withMember } from '@/utils/rules/fallbacks/plan';

/** The user's choices for a status page that was found. */
export interface OwnPageChoice {
  name: string;
  /** Ids of the components that decide the verdict. */
  partIds: readonly string[];
  /** Null if the page has no chat. */
  chatUrl: string | null;
}

/** Derived from the time of adding, so ids are never reused. */
const idAt = (now: number): OwnPageId => `page:${now}`;

/** The custom page to watch. The chosen components are its core; the others can be selected later. */
export function makeOwnPage(found: WatchablePage, { name, partIds, chatUrl }: OwnPageChoice, now: number): OwnPage {
  const { platform, address, pageId, isCorsOpen, components } = found;
  const parts = components.map((component) => ({ id: component.id, name: component.name }));
  return {
    id: idAt(now),
    name: shortName(name) || shortName(found.name),
    platform,
    address,
    pageId,
    isCorsOpen,
    core: parts.filter(({ id }) => partIds.includes(id)),
    features: parts.filter(({ id }) => !partIds.includes(id)),
    chatUrl,
  };
}

/** The custom page to watch if the page lists a single component; null if there is something to choose. */
export function onlyChoice(found: WatchablePage, now: number): OwnPage | null {
  const [only, ...others] = found.components;
  if (only === undefined || others.length > 0) return null;
  return makeOwnPage(found, { name: found.name, partIds: [only.id], chatUrl: null }, now);
}

/** Adds a custom page and watches it. No change if it exists already or the limit is reached. */
export function withOwnPage(options: Options, page: OwnPage): Options {
  const { ownPages, watched } = options;
  const isThere = ownPages.some((one) => one.id === page.id || keyOfPage(one) === keyOfPage(page));
  if (isThere || ownPages.length >= MAX_OWN_PAGES) return options;
  return { ...options, ownPages: [...ownPages, page], watched: [...watched, page.id] };
}

/** Removes a custom page with all settings that refer to it. */
export function withoutOwnPage(options: Options, id: OwnPageId): Options {
  const { [id]: _, ...parts } = options.parts;
  const { [id]: __, ...loudness } = options.loudness;
  return {
    ...options,
    ownPages: options.ownPages.filter((page) => page.id !== id),
    watched: withMember(options.watched, id, false),
    planB: options.planB.filter((fallback) => fallback !== id),
    signedIn: withMember(options.signedIn, id, false),
    parts,
    loudness,
  };
}

/** Whether a typed text can be saved as the address of a chat or status page, or why not. */
export type AddressCheck =
  | { kind: 'good'; url: string }
  | { kind: AddressFault }
  | { kind: 'not_https' }
  | { kind: 'already_there' };

const HERE = /^(localhost|127\.0\.0\.1)(:|\/|$)/i;

/** Adds a missing scheme: HTTP for this machine, HTTPS otherwise. */
function withScheme(typed: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(typed)) return typed;
  return HERE.test(typed) ? `http://${typed}` : `https://${typed}`;
}

/** A typed address. Without a scheme, it gets the usual one. */
export const parseTyped = (typed: string) => parseAddress(withScheme(typed.trim()));

/** `taken` are the listed addresses; each origin can be listed once. */
export function checkAddress(typed: string, taken: readonly string[]): AddressCheck {
  const parsed = parseTyped(typed);
  if (parsed.kind !== 'good') return parsed;
  const { origin, href } = parsed.url;
  // Encoded, it may be too long to be stored.
  if (parseAddress(href).kind !== 'good') return { kind: 'not_an_address' };
  if (chatAddress(href) === null) return { kind: 'not_https' };
  if (taken.some((other) => new URL(other).origin === origin)) return { kind: 'already_there' };
  return { kind: 'good', url: href };
}
