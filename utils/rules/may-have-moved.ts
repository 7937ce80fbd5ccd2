import type { ReadFailure } from '@/utils/model/failure';

/** Statuses by which a page says that it is not there any more, or not for everyone. */
const GONE = new Set([401, 403, 404, 410]);

/** What answered is not the page, or not as it was. */
const STRANGE = new Set<ReadFailure['kind']>(['moved', 'html', 'not_json', 'wrong_shape', 'wrong_page', 'older_copy']);

/**
 * Whether a failure looks as if the status page was elsewhere or somebody else's by now, so that another candidate is
 * worth a try. A page that is slow, overloaded, cut short or out of reach is the same page on a bad day, and so is one
 * behind a guard or a sign-in: those may well stand in front of everything.
 */
export function mayHaveMoved(failure: ReadFailure): boolean {
  return failure.kind === 'http_error' ? GONE.has(failure.status) : STRANGE.has(failure.kind);
}
