import type { Back } from './back';
import type { Change } from './change';
import type { MaintenanceChange } from './maintenance-change';

/**
 * A desktop notification that is owed. It is remembered before it is shown and struck off after, and its id
 * never changes, so a worker that dies in between shows it again in its own place, not a second time.
 */
export interface Notice {
  id: string;
  /** What it tells: one change, or several of one round. */
  changes: Change[];
  /** Set when it is about a maintenance; then `changes` is empty. */
  maintenance: MaintenanceChange | null;
  /** Set when it answers "tell me when it is back"; then `changes` is empty. */
  back: Back | null;
  /** When the quiet hours ended that it sums up, epoch milliseconds; null when it is news. */
  sumsUpAt: number | null;
}

/** A notice of one of these; of the others it says nothing. */
export function notice(id: string, about: Partial<Omit<Notice, 'id'>>): Notice {
  return { id, changes: [], maintenance: null, back: null, sumsUpAt: null, ...about };
}

/** When what it tells became news, epoch milliseconds. The same news has the same moment, however often it is shown. */
export const newsAtOf = ({ changes, maintenance, back, sumsUpAt }: Notice): number =>
  sumsUpAt ?? maintenance?.at ?? back?.at ?? Math.max(...changes.map(({ at }) => at));
