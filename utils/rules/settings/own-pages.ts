import { type AddressFault, chatAddress, parseAddress } from '@/utils/model/address';
import { type AssistantId, isOwnPageId, type OwnPageId } from '@/utils/model/assistant';
import type { EvidenceMemory } from '@/utils/model/evidence';
import { noticesAbout } from '@/utils/model/notification';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import { keyOfPage, MAX_OWN_PAGES, type OwnPage, type WatchablePage } from '@/utils/model/status-page';
import { shortName } from '@/utils/model/text';
import { moveBy, withMember } from '@/utils/rules/fallbacks/plan';

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

/** Drops the stored state of custom pages that no longer exist, including pending notifications. */
export function withoutGone(status: Status, ownPages: readonly OwnPage[]): Status {
  const isThere = (id: string) => !isOwnPageId(id) || ownPages.some((page) => page.id === id);
  const parts = Object.entries(status).map(([name, part]: [string, unknown]) => {
    const isByAssistant = typeof part === 'object' && part !== null && !Array.isArray(part);
    return [name, isByAssistant ? Object.fromEntries(Object.entries(part).filter(([id]) => isThere(id))) : part];
  });
  return {
    ...(Object.fromEntries(parts) as Status),
    decisions: status.decisions.filter(({ assistantId }) => isThere(assistantId)),
    held: noticesAbout(status.held, isThere),
    outbox: noticesAbout(status.outbox, isThere),
  };
}

/** Adds an assistant at the end, or removes it. One that is already watched keeps its place. */
export function withWatched(options: Options, id: AssistantId, isOn: boolean): Options {
  if (isOn && options.watched.includes(id)) return options;
  return { ...options, watched: withMember(options.watched, id, isOn) };
}

export function withWatchedMove(options: Options, id: AssistantId, by: number): Options {
  return { ...options, watched: moveBy(options.watched, id, by) };
}

/** Selects or deselects a part of a status page. */
export function withCounted(options: Options, id: AssistantId, partId: string, counts: boolean): Options {
  return { ...options, parts: { ...options.parts, [id]: withMember(options.parts[id] ?? [], partId, counts) } };
}

/** Adds or removes a family of models that the user uses. With none, all count. */
export function withModel(options: Options, id: AssistantId, family: string, isUsed: boolean): Options {
  return { ...options, models: { ...options.models, [id]: withMember(options.models[id] ?? [], family, isUsed) } };
}

/** Maximum number of ticked components per page. */
export const MAX_TICKED = 50;

/**
 * Ticks a component of a page on which the chat is not known, or takes the tick back. Only what the page lists can be
 * ticked; a tick that it no longer lists can still be taken back.
 */
export function withTicked(
  options: Options,
  id: AssistantId,
  partId: string,
  isTicked: boolean,
  listed: readonly string[],
): Options {
  const isFull = (options.parts[id] ?? []).length >= MAX_TICKED;
  return isTicked && (isFull || !listed.includes(partId)) ? options : withCounted(options, id, partId, isTicked);
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

/** `taken` are the listed addresses; each origin can be listed once. */
export function checkAddress(typed: string, taken: readonly string[]): AddressCheck {
  const parsed = parseAddress(withScheme(typed.trim()));
  if (parsed.kind !== 'good') return parsed;
  const { origin, href } = parsed.url;
  // Encoded, it may be too long to be stored.
  if (parseAddress(href).kind !== 'good') return { kind: 'not_an_address' };
  if (chatAddress(href) === null) return { kind: 'not_https' };
  if (taken.some((other) => new URL(other).origin === origin)) return { kind: 'already_there' };
  return { kind: 'good', url: href };
}

/** State that is kept only for watched assistants. Page readings and history are kept for all. */
const OF_WATCHED = [
  'episodes',
  'recoveries',
  'sensed',
  'dismissals',
  'reactions',
  'snoozes',
  'awaited',
  'limits',
  'maintenances',
] as const satisfies readonly (keyof Status)[];

type ByAssistant<T> = Partial<Record<AssistantId, T>>;

function only<T>(record: ByAssistant<T>, isKept: (id: AssistantId, value: T) => boolean): ByAssistant<T> {
  const entries = Object.entries(record) as [AssistantId, T][];
  const kept = entries.filter(([id, value]) => isKept(id, value));
  return kept.length === entries.length ? record : (Object.fromEntries(kept) as ByAssistant<T>);
}

/**
 * Drops outage, recovery, suspicion, requests and pending notifications of assistants that are not watched. Otherwise
 * an assistant that is watched again days later would be announced as back, and would count as failing together with
 * others. Returns the same object if nothing changed.
 */
export function withoutUnwatched(status: Status, watched: readonly AssistantId[]): Status {
  const isWatched = (id: AssistantId) => watched.includes(id);
  const parts = OF_WATCHED.map((part) => [part, only<unknown>(status[part], isWatched)] as const);
  const kept: Partial<Status> = {
    ...Object.fromEntries(parts),
    // Evidence is the user's own, and is collected for watched assistants only.
    verdicts: only(
      status.verdicts,
      (id, verdict) => isWatched(id) || verdict.suspicion === null || verdict.suspicion.source === 'page',
    ),
    held: noticesAbout(status.held, isWatched),
    outbox: noticesAbout(status.outbox, isWatched),
  };
  const isSame = Object.entries(kept).every(([part, value]) => status[part as keyof Status] === value);
  return isSame ? status : { ...status, ...kept };
}

/** The same for evidence of the user's own requests. */
export function evidenceOfWatched(memory: EvidenceMemory, watched: readonly AssistantId[]): EvidenceMemory {
  const isWatched = (id: AssistantId) => watched.includes(id);
  const events = only(memory.events, isWatched);
  const inFlight = memory.inFlight.filter(({ assistantId }) => isWatched(assistantId));
  const answered = memory.answered?.filter(({ assistantId }) => isWatched(assistantId));
  const newChats = memory.newChats?.filter(({ assistantId }) => isWatched(assistantId));
  const isSame =
    events === memory.events &&
    newChats?.length === memory.newChats?.length &&
    inFlight.length === memory.inFlight.length &&
    answered?.length === memory.answered?.length;
  return isSame ? memory : { ...memory, events, inFlight, answered, newChats };
}
