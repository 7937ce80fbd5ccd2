import type { AssistantId } from '@/utils/model/assistant';
import { isInTrouble, type Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import type { Speech } from '@/utils/words/speech';

/** "Tell me when it is back": on offer, or asked for already. */
export interface RowAwait {
  /** Null once it was asked for. */
  offer: { label: string; name: string } | null;
  asked: { text: string; undo: string; undoFor: string; bringForward: string; isBroughtForward: boolean } | null;
}

/** Null where there is nothing to wait for. One that can no longer be read is waited for when it was in trouble. */
export function rowAwait(status: Status, verdict: Verdict, name: string, { t }: Speech): RowAwait | null {
  const id: AssistantId = verdict.assistantId;
  const awaited = status.awaited[id];
  if (awaited !== undefined) {
    const asked = {
      text: t('popup_awaited', name),
      undo: t('popup_await_undo'),
      undoFor: t('popup_await_undo_for', name),
      bringForward: t('popup_await_forward'),
      isBroughtForward: awaited.bringsForward,
    };
    return { offer: null, asked };
  }
  if (!isInTrouble(status, id)) return null;
  return { offer: { label: t('await_ask'), name: t('await_ask_for', name) }, asked: null };
}
