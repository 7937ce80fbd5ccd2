import type { EvidenceEvent, EvidenceKind, FailedHow } from './evidence';

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
