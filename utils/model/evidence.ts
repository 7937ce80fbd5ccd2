/** What became of one request in the person's own chat tab. No content, no address: only that. */
export interface EvidenceEvent {
  /** Epoch milliseconds. */
  at: number;
  /** A message that was sent, or the chat page itself being opened. */
  what: 'send' | 'page';
  /** `limited`: the site said that the person has used up their share. That is no outage. */
  outcome: 'ok' | 'failed' | 'limited';
  /** HTTP status; null when there was no answer at all. */
  status: number | null;
}

/** Why trouble is thought possible although the status page does not say so. Times are epoch milliseconds. */
export interface Suspicion {
  what: 'send' | 'page';
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
