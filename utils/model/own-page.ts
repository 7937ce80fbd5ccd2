import type { OwnPageId, StatusPage } from './assistant';
import type { ReadFailureKind } from './failure';
import type { PlatformId, StatusComponent } from './report';

/** Platforms that state both outages and normal operation, and that any host may use. */
export const OWN_PAGE_PLATFORMS = ['statuspage', 'incidentio', 'instatus'] as const;
export type OwnPagePlatformId = (typeof OWN_PAGE_PLATFORMS)[number];

export const isOwnPagePlatform = (id: unknown): id is OwnPagePlatformId =>
  (OWN_PAGE_PLATFORMS as readonly unknown[]).includes(id);

/** A custom status page, watched like those of the registry. */
export interface OwnPage extends Pick<StatusPage, 'address' | 'pageId' | 'isCorsOpen' | 'core' | 'features'> {
  id: OwnPageId;
  name: string;
  platform: OwnPagePlatformId;
  /** HTTPS address of the chat; null if there is none. */
  chatUrl: string | null;
}

/** Limit, because each page is polled like the others. */
export const MAX_OWN_PAGES = 20;

let joined: readonly OwnPage[] = [];

/** The custom pages, as of the last options read. */
export const ownPages = (): readonly OwnPage[] => joined;

/** Must be called after every options read: custom-page ids resolve only once this has run. Idempotent. */
export function setCustomPages(pages: readonly OwnPage[]): void {
  joined = pages;
}

/** A status page that can be watched, as just read. */
export interface WatchablePage extends Pick<OwnPage, 'address' | 'pageId' | 'isCorsOpen'> {
  platform: OwnPagePlatformId;
  /** The name that it states, otherwise its host. */
  name: string;
  components: readonly StatusComponent[];
  openIncidents: number;
}

/** Result of looking for a status page at an address. */
export type PageSearch =
  | { kind: 'found'; page: WatchablePage }
  /** Reading it needs permission for this host. */
  | { kind: 'needs_access'; host: string }
  /** The platform is not supported, or never states that all is well. */
  | { kind: 'not_watchable'; platform: PlatformId }
  /** It lists no components, so nothing can be judged. */
  | { kind: 'lists_nothing' }
  | { kind: 'not_found'; reason: ReadFailureKind | 'not_recognised' };
