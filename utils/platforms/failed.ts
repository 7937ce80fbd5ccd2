import type { ReadFailure, ReadFailureKind } from '@/utils/model/failure';

export interface Failed {
  ok: false;
  failure: ReadFailure;
}

/** A reading that failed for what the documents are, not for how they arrived. */
export const failed = (kind: Exclude<ReadFailureKind, 'http_error' | 'rate_limited'>): Failed => ({
  ok: false,
  failure: { kind },
});
