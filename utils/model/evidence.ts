import type { AssistantId } from './assistant';

/** A message that was sent, the chat page being opened, or the person signing in. */
export const EVIDENCE_KINDS = ['send', 'page', 'sign_in'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** How something failed: the site answered that it cannot, the connection broke, or no answer came in time. */
export const FAILED_HOWS = ['answered', 'cut', 'silent'] as const;
export type FailedHow = (typeof FAILED_HOWS)[number];

export const EVIDENCE_OUTCOMES = [
  'ok',
  'failed',
  /** The site said that the person has used up their share. That is no outage. */
  'limited',
  /** The site did not know the person, or asked for a challenge. That is no outage either. */
  'refused',
] as const;
export type EvidenceOutcome = (typeof EVIDENCE_OUTCOMES)[number];

/** What became of one request in the person's own chat tab. No content, no address: only that. */
export interface EvidenceEvent {
  /** Epoch milliseconds. */
  at: number;
  what: EvidenceKind;
  outcome: EvidenceOutcome;
  /** HTTP status; null when there was no answer at all. */
  status: number | null;
  /** Null unless it failed. */
  how: FailedHow | null;
  /** From which tab; absent where the browser does not say. What went through in one tab tells nothing of another's draft. */
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
  /** When it is given up unless something fails again. */
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

/** A request in a chat tab, as the browser tells of it: no headers and no body, these are never asked for. */
export type SeenRequest = {
  /** The browser's own, the same at every stage. */
  id: string;
  url: string;
  method: string;
  isMainFrame: boolean;
  /** As above. */
  tabId?: number | undefined;
} & (
  | { stage: 'sent' }
  /** Its answer has begun, which may go on for minutes. */
  | { stage: 'answered'; status: number }
  /** `status` null: there was no answer, and `error` is the browser's word for why; else that is null. */
  | { stage: 'ended'; status: number | null; error: string | null }
);

/** A request whose answer has not begun. Times are epoch milliseconds. */
export interface InFlight {
  /** The browser's id of it. */
  id: string;
  assistantId: AssistantId;
  what: EvidenceKind;
  /** The pattern of ours that it matched; null for the chat itself. */
  pattern: string | null;
  startedAt: number;
  /** When it was counted as failed for want of an answer; null while it was not. */
  silentAt: number | null;
  /** As above. */
  tabId?: number | undefined;
}

/** Why a request says nothing at all: somebody here ended it, the own line was down, or the address has changed. */
export const UNCOUNTED_WHYS = ['ended_here', 'own_line', 'elsewhere'] as const;
export type UncountedWhy = (typeof UNCOUNTED_WHYS)[number];

export const LOGGED_METHODS = ['GET', 'POST', 'other'] as const;

/** A request that was judged, for whoever asks what counted. It holds nothing that a site or a person wrote. */
export interface LoggedRequest {
  /** Epoch milliseconds. */
  at: number;
  what: EvidenceKind;
  method: (typeof LOGGED_METHODS)[number];
  /** The pattern of ours that it matched; null for the chat itself. */
  pattern: string | null;
  /** HTTP status; null when there was no answer. */
  status: number | null;
  /** The browser's word for why there was none; null when there was one, or it is still waited for. */
  error: string | null;
  outcome: EvidenceEvent['outcome'] | 'not_counted';
  /** How it failed, or why it was not counted; null else. */
  why: FailedHow | UncountedWhy | null;
}

/** All that is kept of the person's own requests: in memory only, and gone with the browser. */
export interface EvidenceMemory {
  /** Oldest first. */
  events: Partial<Record<AssistantId, EvidenceEvent[]>>;
  inFlight: InFlight[];
  /** What was judged of each request, also of those that do not count. Oldest first. */
  log: Partial<Record<AssistantId, LoggedRequest[]>>;
}

export const NO_EVIDENCE: EvidenceMemory = { events: {}, inFlight: [], log: {} };
