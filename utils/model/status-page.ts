import type { AssistantPart, OwnPageId, StatusPage } from './assistant';
import type { ReadFailure, ReadFailureKind } from './failure';
import type { PlatformId, Report, StatusComponent } from './report';

/** Platforms that any host may use. */
export const DETECTED_PLATFORM_IDS = [
  'statuspage',
  'incidentio',
  'instatus',
  'betterstack',
  'datadog',
  'feed',
] as const satisfies readonly PlatformId[];
export type DetectedPlatformId = (typeof DETECTED_PLATFORM_IDS)[number];

/** What a failing page looks like now. For display only, never used in verdicts. */
export interface Detected {
  platform: DetectedPlatformId;
}

/** A host that answers while the page's own host turns requests away. */
export interface OtherHost {
  host: string;
  /** Until when it is asked first, epoch milliseconds. */
  until: number;
}

/** A part as a page lists it. Only the registry records aliases. */
export type ListedPart = Pick<AssistantPart, 'id' | 'name'>;

/** Stored state of one status page: its last good report and how fresh that is. Times are epoch milliseconds. */
export interface PageMemory {
  /** Address of the candidate that was last read successfully; null before the first. */
  address: string | null;
  /** The last accepted report; null before the first. A failed reading never replaces it. */
  report: Report | null;
  /** Core parts that a reading found by name, with their ids on the page. Later readings find them by these ids. */
  foundParts: readonly ListedPart[];
  /** When `report` was read; null before the first. */
  readAt: number | null;
  /** When reading was last tried; null before the first try. */
  triedAt: number | null;
  /** Error of the last try; null if it succeeded, or nothing was tried yet. */
  failure: ReadFailure | null;
  /** When the page's list of past incidents was last requested, successfully or not; null before the first time. */
  listTriedAt: number | null;
  /** Failed tries since the last success. One without a permission sends no request, and does not count. */
  failures: number;
  /** Result of the last probe of its host; null if nothing known was found, or the page works. */
  detected: Detected | null;
  /** Time of that probe; null before the first. */
  probedAt: number | null;
  /** The other host of the page that was last read; null if the page's own host was, or reading failed. */
  otherHost: OtherHost | null;
  /** From request to response in the last successful reading, milliseconds; null if it was not measured. */
  answeredMs: number | null;
}

export const NEVER_READ: PageMemory = {
  address: null,
  report: null,
  foundParts: [],
  readAt: null,
  triedAt: null,
  listTriedAt: null,
  failure: null,
  failures: 0,
  detected: null,
  probedAt: null,
  otherHost: null,
  answeredMs: null,
};

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
export interface OwnPage extends Pick<StatusPage, 'address' | 'pageId' | 'isCorsOpen'> {
  id: OwnPageId;
  name: string;
  platform: OwnPagePlatformId;
  core: readonly ListedPart[];
  features: readonly ListedPart[];
  /** The HTTPS address of its chat; null when there is none or it is not known. */
  chatUrl: string | null;
}

/** The id of the Flashduty page whose documents are below a path; null if none is there. */
export const flashdutyIdIn = (pathname: string): string | null =>
  pathname.match(/^\/api\/status-page\/(\d{1,20})(?:\/|$)/)?.[1] ?? null;

/** Tells custom pages apart. Those of Flashduty may share a host, because their documents are below the id of the page. */
export const keyOfPage = ({ platform, address, pageId }: Pick<OwnPage, 'platform' | 'address' | 'pageId'>): string =>
  platform === 'flashduty' ? `${address} ${pageId}` : address;

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
  | { kind: 'not_found'; reason: ReadFailureKind | 'not_recognized' };
