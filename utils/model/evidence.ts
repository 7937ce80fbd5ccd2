/** A message that was sent, the chat page being opened, or the person signing in. */
export const EVIDENCE_KINDS = ['send', 'page', 'sign_in'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** How something failed: the site answered that it cannot, the connection broke, or no answer came in time. */
export const FAILED_HOWS = ['answered', 'cut', 'silent'] as const;

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
  how: (typeof FAILED_HOWS)[number] | null;
}

/** Why trouble is thought possible although the status page does not say so. Times are epoch milliseconds. */
export interface Suspicion {
  what: EvidenceKind;
  /** "4 of your last 5 messages failed." */
  failed: number;
  of: number;
  /** The first of the failures. */
  since: number;
  /** When it is given up unless something fails again. */
  until: number;
}

/** A request that has ended, as the browser tells of it: no headers and no body, these are never asked for. */
export interface SeenRequest {
  url: string;
  method: string;
  isMainFrame: boolean;
  /** Null when there was no answer. */
  status: number | null;
  /** The browser's word for why there was no answer; null when there was one. */
  error: string | null;
}
