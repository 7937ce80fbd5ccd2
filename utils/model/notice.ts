import type { Change } from './change';

/**
 * A desktop notification that is owed. It is remembered before it is shown and struck off after, and its id
 * never changes, so a worker that dies in between shows it again in its own place, not a second time.
 */
export interface Notice {
  id: string;
  change: Change;
}
