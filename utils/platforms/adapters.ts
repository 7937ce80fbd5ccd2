import type { ReadFailure } from '@/utils/model/failure';
import type { PlatformId, Report } from '@/utils/model/report';
import { betterstack } from './betterstack';
import { datadog } from './datadog';
import { feed } from './feed';
import { flashduty } from './flashduty';
import { google } from './google';
import { incidentio } from './incidentio';
import { instatus } from './instatus';
import { microsoft } from './microsoft';
import { statuspage } from './statuspage';
import { xai } from './xai';

/** One document that an adapter requests. */
export interface DocumentRequest {
  /** Key of the document in `parse`. */
  name: string;
  url: string;
  /**
   * Absent: required for every reading. `history`: only if closed incidents are needed. `detail`: optional; the reading
   * is valid without it.
   */
  need?: 'history' | 'detail';
}

/** Bodies of the received documents as text, by the name that `requests` gave them. */
export type Documents = Readonly<Record<string, string>>;

export type Reading = { ok: true; report: Report } | { ok: false; failure: ReadFailure };

/** The page that the documents should belong to. */
export interface ExpectedPage {
  /** Null if the page's id is unknown: then the documents have to agree with each other, and with the hosts. */
  pageId: string | null;
  /** No trailing slash; null if unknown. */
  origin: string | null;
  /** Hosts that the page may state as its own, in addition to that of `origin`. */
  hosts?: readonly string[];
  /**
   * When the documents were read, epoch milliseconds. Used only for times that a page states in the future or not at
   * all; absent if unknown.
   */
  readAt?: number;
}

/** Shortest poll intervals of a platform. */
export interface PollFloors {
  /** During an outage, or with the chat open. */
  troubleMs: number;
  calmMs: number;
  /** On the user's request. */
  askedMs: number;
}

/**
 * Reader for one status-page platform, keyed by `PlatformId`. Pure: no network, no clock; the same documents and
 * expectations always give the same reading.
 */
export interface Adapter {
  /** Absent: the default intervals. */
  floors?: PollFloors;
  /** `origin` has no trailing slash. Some platforms also need the page's id. */
  requests(origin: string, pageId?: string | null): readonly DocumentRequest[];
  /** Never throws. */
  parse(documents: Documents, expected: ExpectedPage): Reading;
}

/** The reader of every platform, for the worker, our pages and the npm commands. One line each. */
export const ADAPTERS = {
  statuspage,
  incidentio,
  google,
  instatus,
  xai,
  flashduty,
  microsoft,
  betterstack,
  datadog,
  feed,
} as const satisfies Record<PlatformId, Adapter>;
