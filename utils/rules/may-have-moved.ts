import type { ReadFailure } from '@/utils/model/failure';

/** Statuses by which a page says that it is not there any more, or not for everyone. */
const GONE = new Set([401, 403, 404, 410]);

/**
 * Whether a failure looks as if the status page was elsewhere or somebody else's by now, so that another candidate is
 * worth a try. A page that is slow, overloaded, cut short or out of reach is the same page on a bad day, and so is one
 * behind a guard or a sign-in: those may well stand in front of everything.
 */
export function mayHaveMoved(failure: ReadFailure): boolean {
  switch (failure.kind) {
    case 'moved':
    case 'html':
    case 'not_json':
    case 'wrong_shape':
    case 'wrong_page':
    case 'older_copy':
      return true;
    case 'http_error':
      return GONE.has(failure.status);
    default:
      return false;
  }
}
