import type { AssistantId } from '@/utils/model/assistant';
import {
  type DraftKey,
  isWaiting,
  MAX_KEPT_CHARS,
  type SavedDraft,
  type WaitingDraft,
  type WaitOutcome,
} from '@/utils/model/drafts';
import { bytesOf, hasWaitedTooLong, MAX_DRAFTS_BYTES } from './drafts';

/** So many drafts wait at once, of all assistants. */
export const MAX_WAITING = 5;

/** Adds a draft to those that wait, oldest first. What does not fit is refused: no other is dropped for it, and none is cut. */
export function withWaiting(
  waiting: readonly WaitingDraft[],
  { text, ...draft }: Omit<WaitingDraft, 'state'>,
): { waiting: readonly WaitingDraft[]; outcome: WaitOutcome } {
  if (text.trim() === '') return { waiting, outcome: 'empty' };
  if (waiting.some((one) => one.assistantId === draft.assistantId && one.text === text)) {
    return { waiting, outcome: 'kept' };
  }
  if (text.length > MAX_KEPT_CHARS) return { waiting, outcome: 'too_long' };
  const bytes = [...waiting, { text }].reduce((sum, one) => sum + bytesOf(one.text), 0);
  if (waiting.length >= MAX_WAITING || bytes > MAX_DRAFTS_BYTES) return { waiting, outcome: 'full' };
  return { waiting: [...waiting, { ...draft, text, state: 'waiting' }], outcome: 'kept' };
}

/** The drafts that wait now, oldest first; of one assistant, or of all with null. */
export function waitingOf(drafts: readonly SavedDraft[], id: AssistantId | null, now: number): WaitingDraft[] {
  return drafts
    .filter(isWaiting)
    .filter((draft) => (id === null || draft.assistantId === id) && !hasWaitedTooLong(draft, now))
    .sort((one, other) => one.at - other.at);
}

export const isSameDraftKey = (one: DraftKey, other: DraftKey): boolean =>
  one.assistantId === other.assistantId && one.tabId === other.tabId && one.at === other.at;
