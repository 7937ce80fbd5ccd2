import type { OwnPageId, StatusPage } from './assistant';
import type { ReadFailureKind } from './failure';
import type { PlatformId, StatusComponent } from './report';

/** The dialects whose pages say both when something is wrong and when all is well, and that anybody's page may speak. */
export const OWN_PAGE_PLATFORMS = ['statuspage', 'incidentio', 'instatus'] as const;
export type OwnPagePlatformId = (typeof OWN_PAGE_PLATFORMS)[number];

export const isOwnPagePlatform = (id: unknown): id is OwnPagePlatformId =>
  (OWN_PAGE_PLATFORMS as readonly unknown[]).includes(id);

/** A status page that the person has added, watched like those of the registry. */
export interface OwnPage extends Pick<StatusPage, 'address' | 'pageId' | 'isCorsOpen' | 'core' | 'features'> {
  id: OwnPageId;
  name: string;
  platform: OwnPagePlatformId;
  /** The chat beside it, HTTPS; null where there is none, or nobody has said so. */
  chatUrl: string | null;
}

/** So many and no more: each is read like the others. */
export const MAX_OWN_PAGES = 20;

let joined: readonly OwnPage[] = [];

/** The person's own pages, as they were when options were last read. */
export const ownPages = (): readonly OwnPage[] => joined;

/**
 * Whoever reads options from storage tells here which own pages there are, before anybody can meet one of their ids. To
 * repeat it changes nothing.
 */
export function setCustomPages(pages: readonly OwnPage[]): void {
  joined = pages;
}

/** A status page that can be watched, as it answered a moment ago. */
export interface WatchablePage extends Pick<OwnPage, 'address' | 'pageId' | 'isCorsOpen'> {
  platform: OwnPagePlatformId;
  /** What it calls itself; its host where it does not say. */
  name: string;
  components: readonly StatusComponent[];
  openIncidents: number;
}

/** What came of looking for a status page at an address. */
export type PageSearch =
  | { kind: 'found'; page: WatchablePage }
  /** Nothing of it can be read without the person's permission for its host. */
  | { kind: 'needs_access'; host: string }
  /** A page in a dialect that is not watched, or that never says that all is well. */
  | { kind: 'not_watchable'; platform: PlatformId }
  /** It has no components, so there is nothing to judge by. */
  | { kind: 'lists_nothing' }
  | { kind: 'not_found'; reason: ReadFailureKind | 'not_recognised' };
