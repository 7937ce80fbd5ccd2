import type { OwnPageId, StatusPage } from './assistant';
import type { ReadFailureKind } from './failure';
import type { PlatformId, StatusComponent } from './report';

/**
 * Platforms whose pages state both an issue and that everything works. The others (feeds, Google's and xAI's pages) list
 * incidents only: a custom page of theirs would be unknown on every calm day, and keep the toolbar icon unknown.
 */
export const OWN_PAGE_PLATFORMS = [
  'statuspage',
  'incidentio',
  'instatus',
  'betterstack',
  'datadog',
  'flashduty',
  'microsoft',
] as const satisfies readonly PlatformId[];
export type OwnPagePlatformId = (typeof OWN_PAGE_PLATFORMS)[number];

export const isOwnPagePlatform = (id: unknown): id is OwnPagePlatformId =>
  (OWN_PAGE_PLATFORMS as readonly unknown[]).includes(id);

/** A status page that the user has added. It is watched like a built-in one. */
export interface OwnPage extends Pick<StatusPage, 'address' | 'pageId' | 'isCorsOpen' | 'core' | 'features'> {
  id: OwnPageId;
  name: string;
  platform: OwnPagePlatformId;
  /** The HTTPS address of its chat; null when there is none or it is not known. */
  chatUrl: string | null;
}

/** Each custom page is polled like a built-in one, so their number is limited. */
export const MAX_OWN_PAGES = 20;

/** A status page that was found and can be watched. */
export interface WatchablePage extends Pick<OwnPage, 'address' | 'pageId' | 'isCorsOpen'> {
  platform: OwnPagePlatformId;
  /** The name on the page, or its host. */
  name: string;
  components: readonly StatusComponent[];
  openIncidents: number;
}

/** Result of looking for a status page at an address. */
export type PageSearch =
  | { kind: 'found'; page: WatchablePage }
  /** Nothing can be read without the permission for its host. */
  | { kind: 'needs_access'; host: string }
  /** Its platform lists incidents only, so it never states that everything works. */
  | { kind: 'not_watchable'; platform: PlatformId }
  /** It lists no components to judge by. */
  | { kind: 'lists_nothing' }
  | { kind: 'not_found'; reason: ReadFailureKind | 'not_recognised' };
