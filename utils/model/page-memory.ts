import type { ReadFailure } from './failure';
import type { PlatformId, Report } from './report';

/** The dialects that any host may speak. */
export const DETECTED_PLATFORM_IDS = [
  'statuspage',
  'incidentio',
  'instatus',
  'betterstack',
  'feed',
] as const satisfies readonly PlatformId[];
export type DetectedPlatformId = (typeof DETECTED_PLATFORM_IDS)[number];

/** What a page that is not what it should be looks like now. Told to people, never judged by. */
export interface Detected {
  platform: DetectedPlatformId;
}

/** What is remembered of one status page: its last good report and how fresh that is. Times are epoch milliseconds. */
export interface PageMemory {
  /** The address of the candidate that was last read well; null before the first. */
  address: string | null;
  /** The last report that could be read and believed; null before the first. A failed reading never replaces it. */
  report: Report | null;
  /** When `report` was read; null before the first. */
  readAt: number | null;
  /** When reading was last tried; null before the first try. */
  triedAt: number | null;
  /** What became of the last try; null when it went well, or nothing was tried yet. */
  failure: ReadFailure | null;
  /** When the page's list of past incidents was last asked for, well or not; null before the first time. */
  listTriedAt: number | null;
  /** Failed tries since the last good one. */
  failures: number;
  /** What its host looked like when that was last looked at; null when like nothing that we know, or the page is well. */
  detected: Detected | null;
  /** When that was last looked at; null before the first time. */
  probedAt: number | null;
}

export const NEVER_READ: PageMemory = {
  address: null,
  report: null,
  readAt: null,
  triedAt: null,
  listTriedAt: null,
  failure: null,
  failures: 0,
  detected: null,
  probedAt: null,
};
