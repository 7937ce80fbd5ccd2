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
