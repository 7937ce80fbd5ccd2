import type { Speech } from '@/utils/i18n/speech';
import { type AssistantId, isAssistantId } from '@/utils/model/assistant';
import type { TimelineFilter } from '@/utils/model/history';

/** Where on the history page somebody is, by the hash of its address: one assistant, or all side by side. */
export type HistoryPlace = AssistantId | 'compare';

export const historyHash = (place: HistoryPlace): string => `#${place}`;

/** A link to the history page. */
export interface HistoryLink {
  href: string;
  label: string;
  /** For whoever does not see what it stands beside; null where the label says it all. */
  name: string | null;
}

/** From another page of ours; with null to all side by side. */
export function historyLink(assistant: { id: AssistantId; name: string } | null, { t }: Speech): HistoryLink {
  const name = assistant === null ? null : t('history_link_for', assistant.name);
  return { href: `history.html${historyHash(assistant?.id ?? 'compare')}`, label: t('history_link'), name };
}

/** Side by side for whatever is not known. */
export function historyPlaceOf(hash: string): HistoryPlace {
  const id = hash.slice(1);
  return isAssistantId(id) ? id : 'compare';
}

/** What a person can do on the history page. None throws. */
export interface HistoryActions {
  filter(change: Partial<TimelineFilter>): void;
  showMore(): void;
  /** Opens or closes an entry of the timeline, by its key. */
  toggle(key: string): void;
  save(format: 'csv' | 'json'): void;
}
