import { type Assistant, type AssistantId, isAssistantId } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import { allAssistants } from '@/utils/ui/page-registry';

/** What the history page is about, by the hash of its address: one assistant, or several compared. */
export type HistoryPlace = AssistantId | 'compare';

export const historyHash = (place: HistoryPlace): string => `#${place}`;

/** The address of the history page. */
export const historyUrl = (place: HistoryPlace): string => `history.html${historyHash(place)}`;

/** Leads to the comparison with the notification log open. It is also the id of that section. */
export const LOG_HASH = '#log';

/** Falls back to the comparison. */
export function historyPlaceOf(hash: string): HistoryPlace {
  const id = hash.slice(1);
  return isAssistantId(id) ? id : 'compare';
}

/** The assistants that a place shows: all of them in a comparison when none is watched. */
export function shownAt(place: HistoryPlace, { watched }: Pick<Options, 'watched'>): readonly AssistantId[] {
  if (place !== 'compare') return [place];
  return watched.length > 0 ? watched : allAssistants().map(({ id }) => id);
}

/** The assistants with a history: watched, read at some time, or shown now. */
export function assistantsWithHistory(
  status: Pick<Status, 'pages'>,
  { watched }: Pick<Options, 'watched'>,
  place: HistoryPlace,
): Assistant[] {
  const has = (id: AssistantId) => watched.includes(id) || status.pages[id] !== undefined || id === place;
  return allAssistants().filter(({ id }) => has(id));
}
