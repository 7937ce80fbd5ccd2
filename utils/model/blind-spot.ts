import type { AssistantId } from './assistant';

/** What keeps a page from being judged as intended, as of its last reading. */
export const PAGE_FAULTS = [
  /** It redirects, or answers with another identity. */
  'moved',
  /** It answers programs with a web page, a bot check or a sign-in. */
  'guarded',
  /** It answers, but nothing that can be used. */
  'unusable',
  /** It does not answer. */
  'unreachable',
  /** It no longer lists a core component. */
  'part_gone',
  /** The recorded ids are gone, and components of the same names replace them. */
  'by_name',
] as const;
export type PageFault = (typeof PAGE_FAULTS)[number];

/** A permission that the user granted at some time. */
export interface RememberedGrant {
  isHeld: boolean;
  /** Since when, epoch milliseconds. */
  since: number;
}

/**
 * Facts about one assistant from which blind spots follow. Numbers only, about 300 characters: no address, no text. Times
 * are epoch milliseconds; null for never.
 */
export interface Sightings {
  /** The current fault. `tries` counts the readings with it while the connection worked. */
  fault: { kind: PageFault; since: number; tries: number } | null;
  /** A short hash of what the page says, and when it last changed. */
  content: { hash: number; changedAt: number } | null;
  /** Access to the status page, where it needs one. */
  page: RememberedGrant | null;
  /** Access to the chat site. */
  chat: RememberedGrant | null;
  /** When a message was last seen on its way, to within minutes. */
  sentAt: number | null;
  /**
   * Days on which the chat was opened since then, or since a WebSocket for messages was opened; `lastDay` is the start of
   * the last.
   */
  visits: { days: number; lastDay: number };
  /** When a composer was last found, and the first time after that when it was not. */
  composer: { foundAt: number | null; missedAt: number | null };
}

export const NO_SIGHTINGS: Sightings = {
  fault: null,
  content: null,
  page: null,
  chat: null,
  sentAt: null,
  visits: { days: 0, lastDay: 0 },
  composer: { foundAt: null, missedAt: null },
};

/** Rounds that found that no alarm had started one for too long: the first and the last. Epoch milliseconds. */
export interface MissedAlarm {
  firstAt: number;
  lastAt: number;
}

export const BLIND_SPOT_KINDS = [
  'page_moved',
  'page_guarded',
  'page_unreadable',
  'part_gone',
  'matched_by_name',
  'page_frozen',
  'page_access_lost',
  'chat_access_lost',
  'messages_unseen',
  'composer_not_found',
  'storage_failing',
  'alarm_missing',
] as const;
export type BlindSpotKind = (typeof BLIND_SPOT_KINDS)[number];

/** Something that Understudy should see and does not. */
export interface BlindSpot {
  kind: BlindSpotKind;
  /** Null if it concerns the extension as a whole. */
  assistantId: AssistantId | null;
  /** Epoch milliseconds; null if not known. */
  since: number | null;
}

/** Whether it says why the status page is not read, so that the reason need not be repeated. */
export const isAboutReading = ({ kind }: BlindSpot): boolean =>
  kind === 'page_moved' || kind === 'page_guarded' || kind === 'page_unreadable' || kind === 'page_access_lost';

/** Identifies an occurrence, so that a dismissed one stays dismissed and a later one does not. */
export const keyOfSpot = ({ kind, assistantId, since }: BlindSpot): string =>
  `${assistantId ?? '*'} ${kind} ${since ?? 0}`;
