import type { TimelineFilter } from '@/utils/model/timeline';

/** What a person can do on the history page. None throws. */
export interface HistoryActions {
  filter(change: Partial<TimelineFilter>): void;
  showMore(): void;
  /** Opens or closes an entry of the timeline, by its key. */
  toggle(key: string): void;
  save(format: 'csv' | 'json'): void;
}
