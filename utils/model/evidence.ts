import type { AssistantId } from './assistant';

/** A message that was sent, the chat page being opened, or the person signing in. */
export const EVIDENCE_KINDS = ['send', 'page', 'sign_in'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** How a request failed: with an error response, a broken connection, or no response in time. */
export const FAILED_HOWS = ['answered', 'cut', 'silent'] as const;
export type FailedHow = (typeof FAILED_HOWS)[number];

export const EVIDENCE_OUTCOMES = [
  'ok',
  'failed',
  /** The user reached a usage limit. That is no outage. */
  'limited',
  /** The site asked for a sign-in or a challenge. That is no outage either. */
  'refused',
] as const;
export type EvidenceOutcome = (typeof EVIDENCE_OUTCOMES)[number];

/** The outcome of one request in the user's own chat tab. It holds no content and no address. */
export interface EvidenceEvent {
  /** When the outcome was known, epoch milliseconds. An answer may stream for minutes before. */
  at: number;
  /** When the request was sent, epoch milliseconds; absent if that was not seen. */
  startedAt?: number | undefined;
  what: EvidenceKind;
  outcome: EvidenceOutcome;
  /** HTTP status; null when there was no answer at all. */
  status: number | null;
  /** Null unless it failed. */
  how: FailedHow | null;
  /** The tab that sent it; absent if the browser does not say. A message sent in one tab is not the draft of another. */
  tabId?: number | undefined;
}

/** An issue is possible because the user's own requests fail. Times are epoch milliseconds. */
export interface EvidenceSuspicion {
  source: 'evidence';
  what: EvidenceKind;
  /** "4 of your last 5 messages failed." */
  failed: number;
  of: number;
  /** Whether each of the failures was a wait without an answer. */
  isSilent: boolean;
  /** The first of the failures. */
  since: number;
  /** When the suspicion ends unless another request fails. */
  until: number;
}

export const PAGE_SUSPICION_WHYS = [
  /** A major or critical incident names no component, and the page covers several products. */
  'names_nothing',
  /** An incident names a core component that the page calls operational. */
  'names_operational',
  /** The provider informs about a core component without calling it an outage. */
  'information',
] as const;

/** An issue is possible because of an open incident over operational components. */
export interface PageSuspicion {
  source: 'page';
  why: (typeof PAGE_SUSPICION_WHYS)[number];
  incidentId: string;
  title: string;
  /** When the incident started, epoch milliseconds. */
  since: number;
}

/** Why an issue is possible although the assistant's components are operational or unknown. */
export type Suspicion = EvidenceSuspicion | PageSuspicion;

/** A request in a chat tab as webRequest reports it. Headers and bodies are never requested. */
export type SeenRequest = {
  /** The browser's request id, the same at every stage. */
  id: string;
  url: string;
  method: string;
  isMainFrame: boolean;
  /** See `EvidenceEvent`. */
  tabId?: number | undefined;
} & (
  | { stage: 'sent' }
  /** The response has begun. It may stream for minutes. */
  | { stage: 'answered'; status: number }
  /** `status` is null if there was no response; then `error` is the browser's error code, otherwise null. */
  | { stage: 'ended'; status: number | null; error: string | null }
);

/** A request that has not ended. Times are epoch milliseconds. */
export interface InFlight {
  /** The browser's request id. */
  id: string;
  assistantId: AssistantId;
  what: EvidenceKind;
  /** The registry pattern that it matched; null for the chat page. */
  pattern: string | null;
  startedAt: number;
  /** When it was counted as failed because no response came; null before that. */
  silentAt: number | null;
  /** See `EvidenceEvent`. */
  tabId?: number | undefined;
}

/** Why a request does not count: it was canceled locally, the user's connection failed, or the address has changed. */
export const UNCOUNTED_WHYS = ['ended_here', 'own_line', 'elsewhere'] as const;
export type UncountedWhy = (typeof UNCOUNTED_WHYS)[number];

export const LOGGED_METHODS = ['GET', 'POST', 'other'] as const;

/** One classified request, for the evidence log in the settings. It holds nothing that a site or a user wrote. */
export interface LoggedRequest {
  /** Epoch milliseconds. */
  at: number;
  what: EvidenceKind;
  method: (typeof LOGGED_METHODS)[number];
  /** The registry pattern that it matched; null for the chat page. */
  pattern: string | null;
  /** HTTP status; null if there was no response. */
  status: number | null;
  /** The browser's error code; null if there was a response, or none yet. */
  error: string | null;
  outcome: EvidenceEvent['outcome'] | 'not_counted';
  /** How it failed, or why it was not counted; otherwise null. */
  why: FailedHow | UncountedWhy | null;
}

/** What is stored about the user's own requests. In session storage: in memory, and deleted when the browser ends. */
export interface EvidenceMemory {
  /** Oldest first. */
  events: Partial<Record<AssistantId, EvidenceEvent[]>>;
  /** Requests without a response so far. */
  inFlight: InFlight[];
  /** Requests whose response has begun, so that their outcome can name when they were sent. */
  answered?: InFlight[] | undefined;
  /** Every classified request, including those that do not count. Oldest first. */
  log: Partial<Record<AssistantId, LoggedRequest[]>>;
}

export const NO_EVIDENCE: EvidenceMemory = { events: {}, inFlight: [], log: {} };
