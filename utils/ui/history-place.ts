import { ASSISTANT_IDS, type AssistantId } from '@/utils/model/assistant';

/** Where on the history page somebody is, by the hash of its address: one assistant, or all side by side. */
export type HistoryPlace = AssistantId | 'compare';

export const historyHash = (place: HistoryPlace): string => `#${place}`;

/** Side by side for whatever is not known. */
export function historyPlaceOf(hash: string): HistoryPlace {
  return ASSISTANT_IDS.find((id) => historyHash(id) === hash) ?? 'compare';
}
