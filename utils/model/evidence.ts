import type { AssistantId } from './assistant';

/**
 * A message that was sent, the chat page being opened, a sign-in, or the handshake of a WebSocket for messages, whose frames
 * are not observed.
 */
export const EVIDENCE_KINDS = ['send', 'page', 'sign_in', 'handshake'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** How a request failed: the site returned an error, the connection broke, or no answer came in time. */
export const FAILED_HOWS = ['answered', 'cut', 'silent'] as const;
export type FailedHow = (typeof FAILED_HOWS)[number];

export const EVIDENCE_OUTCOMES = [
  'ok',
  /** Answered, but the answer ended far sooner than answers usually do here. It proves nothing. */
  'brief',
  'failed',
  /** The site reports that the user's quota is used up (429). Not an outage. */
  'limited',
  /** The site requires a sign-in or a challenge (401, 403). Not an outage. */
  'refused',
] as const;
type EvidenceOutcome = (typeof EVIDENCE_OUTCOMES)[number];

/** Outcome of one request in the user's chat tab. Contains no content and no address. */
export interface EvidenceEvent {
  /** When the outcome was known, epoch milliseconds. An answer may stream for minutes before. */
  at: number;
  /** When the request was sent, epoch milliseconds; absent if that was not seen. */
  startedAt?: number | undefined;
  what: EvidenceKind;
  outcome: EvidenceOutcome;
  /** HTTP status; null if there was no answer. */
  status: number | null;
  /** Null unless it failed. */
  how: FailedHow | null;
  /** Source tab; absent if the browser does not say. Success in one tab says nothing about a draft in another. */
  tabId?: number | undefined;
  /** Hash of the conversation that a message belongs to; absent if it is not known. */
  conversationHash?: number | undefined;
  /** Of a handshake that failed: whether one opened shortly before the first failure. */
  hasOpened?: boolean | undefined;
  /** A brief answer although practically all earlier answers took longer: maybe an error inside a stream. */
  isAtOnce?: boolean | undefined;
  /** From sending to the beginning of the answer, milliseconds; absent if it was not observed. */
  firstByteMs?: number | undefined;
  /** The usual time to the beginning of an answer, if this one began much later. Milliseconds. */
  usualMs?: number | undefined;
  /**
   * `once`: failures with this status came and went here within some hours, without an issue. `often`: repeatedly and lately, as
   * those of one tool or model do. Absent: neither.
   */
  recurs?: 'once' | 'often' | undefined;
}

/** What is learned about an assistant in this browser: a few numbers. Times are in tenths of a second. */
export interface Learned {
  /** From sending to the beginning of the answer, oldest first. */
  firstByte: number[];
  /** From the beginning of the answer to its end, oldest first. */
  lengths: number[];
  /** When a path last answered below 400, in minutes since the epoch, by hash of its pattern. */
  wellAt: Record<string, number>;
  /** The last failures that may be about one message and ended without an issue, oldest first. */
  spells?: Spell[] | undefined;
}

/** Messages that failed in a row until one was answered: their status, and when that was, in minutes since the epoch. */
export type Spell = [status: number, endedAt: number];

/** An issue is possible because the user's own requests fail. Times are epoch milliseconds. */
export interface EvidenceSuspicion {
  source: 'evidence';
  what: EvidenceKind;
  /** Count for "4 of your last 5 messages failed." */
  failed: number;
  of: number;
  /** Whether all failures were timeouts. */
  isSilent: boolean;
  /** Whether the failures are answers that ended at once. Absent in values of earlier builds. */
  isAtOnce?: boolean | undefined;
  /** What the page lists, if that makes an issue possible as well. */
  reported?: PageSuspicion | undefined;
  /** Time of the first failure. */
  since: number;
  /** When the suspicion expires unless another request fails. */
  until: number;
}

export const PAGE_SUSPICION_WHYS = [
  /** A major or critical incident names no component, and the page covers several products. */
  'names_nothing',
  /** An incident names a core component that the page calls operational. */
  'names_operational',
  /** The provider informs about a core component without calling it an outage. */
  'information',
  /** The page shows an issue, and it is not recorded which of its components is the chat. */
  'whole_page',
] as const;

/** An issue is possible because of an open incident over operational components, or of anything on a whole page. */
export interface PageSuspicion {
  source: 'page';
  why: (typeof PAGE_SUSPICION_WHYS)[number];
  /** Null if components alone show the issue, which only `whole_page` has. */
  incidentId: string | null;
  /** Empty without an incident. */
  title: string;
  /** When the incident started, epoch milliseconds; null without one. */
  since: number | null;
  /** `whole_page`: names of the components that are not operational. Otherwise empty. */
  parts: string[];
}

/** Answers start later than usual. A note, never an outage and never a notification. Times are epoch milliseconds. */
export interface SlowSuspicion {
  source: 'slow';
  /** Median of the slow answers, from sending to the beginning of the answer. Milliseconds. */
  ms: number;
  /** Median of this browser's answers before. Milliseconds. */
  usualMs: number;
  since: number;
  /** When it expires unless another answer is slow. */
  until: number;
}

/** Why an issue is possible although the assistant's components are operational or unknown. */
export type Suspicion = EvidenceSuspicion | PageSuspicion | SlowSuspicion;

/** What the page lists behind a suspicion, also behind the user's own failures. Null if it lists nothing. */
export function pageSuspicionOf(suspicion: Suspicion | null): PageSuspicion | null {
  if (suspicion?.source === 'page') return suspicion;
  return suspicion?.source === 'evidence' ? (suspicion.reported ?? null) : null;
}

/** A request in a chat tab, as reported by the browser. Of its headers, only `Retry-After` is kept; bodies are never requested. */
export type SeenRequest = {
  /** The browser's request id, the same at every stage. */
  id: string;
  url: string;
  method: string;
  isMainFrame: boolean;
  /** Source tab; absent if the browser does not say. */
  tabId?: number | undefined;
  /** The handshake of a WebSocket. Its frames are not observed. */
  isHandshake?: boolean | undefined;
  /** The browser's own time of the event, for differences: events of a worker that was asleep arrive together. */
  stamp?: number | undefined;
  /** Path of the page in the source tab; absent if it is not known. Only its hash is kept. */
  tabPath?: string | undefined;
} & (
  | { stage: 'sent' }
  /** The answer has begun; it may stream for minutes. */
  | { stage: 'answered'; status: number }
  /** `status` null: there was no answer, and `error` is the browser's error code. Otherwise `error` is null. */
  | {
      stage: 'ended';
      status: number | null;
      error: string | null;
      /** The `Retry-After` header of a message that was refused with 429; absent if it has none. */
      retryAfter?: string | undefined;
    }
);

/**
 * A request as the page's own Resource Timing lists it once it has ended. Its method and its content are not visible there.
 */
export interface RequestTiming {
  path: string;
  /** Path of the page when the request was sent. Only its hash is kept. */
  tabPath: string;
  /** The load of the page itself. */
  isPage: boolean;
  status: number;
  /** From the beginning of the request to the beginning of the answer, milliseconds. */
  firstByteMs: number;
  /** From the beginning of the answer to its end, milliseconds. */
  lengthMs: number;
}

/** A request that has not ended. Times are epoch milliseconds. */
export interface InFlight {
  /** The browser's request id. */
  id: string;
  assistantId: AssistantId;
  what: EvidenceKind;
  /** The send or sign-in pattern that it matched; null for opening the chat. */
  pattern: string | null;
  startedAt: number;
  /** When it was counted as a timeout; null if it was not. */
  silentAt: number | null;
  /** Source tab; absent if the browser does not say. */
  tabId?: number | undefined;
  /** Hash of the conversation; absent if it is not known. */
  conversationHash?: number | undefined;
  /** The browser's own times of sending and of the beginning of the answer, for differences. */
  sentStamp?: number | undefined;
  answeredStamp?: number | undefined;
}

/**
 * A conversation that began on a page without a path of its own. Its hash belongs to one visit of that page in one tab, and
 * stays with the paths that it gets there.
 */
export interface NewChat {
  assistantId: AssistantId;
  tabId: number;
  /** As in `EvidenceEvent`. */
  conversationHash: number;
  /** Hashes of the paths of its page, oldest first. */
  paths: number[];
  /** Whether the tab still shows it and it may get another path. */
  isOpen: boolean;
}

/** Why a request is not counted: it was canceled locally, this device was offline, or it was redirected elsewhere. */
export const UNCOUNTED_WHYS = ['ended_here', 'own_line', 'elsewhere'] as const;
export type UncountedWhy = (typeof UNCOUNTED_WHYS)[number];

export const LOGGED_METHODS = ['GET', 'POST', 'other'] as const;

/** One evaluated request, for the log in the settings. Contains no content of site or user. */
export interface LoggedRequest {
  /** Epoch milliseconds. */
  at: number;
  what: EvidenceKind;
  method: (typeof LOGGED_METHODS)[number];
  /** The send or sign-in pattern that it matched; null for opening the chat. */
  pattern: string | null;
  /** HTTP status; null if there was no answer. */
  status: number | null;
  /** The browser's error code; null if there was an answer, or it is still pending. */
  error: string | null;
  outcome: EvidenceEvent['outcome'] | 'not_counted';
  /** How it failed, or why it was not counted; otherwise null. */
  why: FailedHow | UncountedWhy | null;
}

/** Everything kept about the user's own requests. In memory only, lost when the browser closes, except `grantedAt`. */
export interface EvidenceMemory {
  /** Oldest first. */
  events: Partial<Record<AssistantId, EvidenceEvent[]>>;
  /** Requests without a response so far. */
  inFlight: InFlight[];
  /** Requests whose response has begun, so that their outcome can name when they were sent. */
  answered?: InFlight[] | undefined;
  /** Every classified request, including those that do not count. Oldest first. */
  log: Partial<Record<AssistantId, LoggedRequest[]>>;
  /** Oldest first. Absent before the first message from such a page. */
  newChats?: NewChat[] | undefined;
  /** Of the assistants used last. Absent before the first answer. */
  learned?: Partial<Record<AssistantId, Learned>> | undefined;
  /**
   * When the permission was given, if that was since the browser started and the browser has reported nothing since:
   * Chromium reports nothing before its next start. Epoch milliseconds.
   */
  grantedAt?: number | undefined;
}

export const NO_EVIDENCE: EvidenceMemory = { events: {}, inFlight: [], log: {} };

/** Whether the permission was given and the browser has reported no request since, as Chromium until its next start. */
export const awaitsRequests = ({ grantedAt }: EvidenceMemory): boolean => grantedAt !== undefined;
