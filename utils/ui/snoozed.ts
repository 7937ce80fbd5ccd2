import type { AssistantId } from '@/utils/model/assistant';
import { isSnoozed, type Status } from '@/utils/model/status';
import { clockTime } from '@/utils/words/moments';
import type { Speech } from '@/utils/words/speech';

/** "Snoozed until 18:00.", and the way out of it. */
export interface Snoozed {
  text: string;
  end: string;
  endFor: string;
}

/** Null while it is not snoozed. */
export function snoozedOf(
  status: Pick<Status, 'snoozes'>,
  id: AssistantId,
  name: string,
  speech: Speech,
): Snoozed | null {
  const untilMs = status.snoozes[id] ?? 0;
  // By the rule that mutes: one that it does not honor must not be announced.
  if (!isSnoozed(status, id, speech.now)) return null;
  return {
    text: speech.t('popup_snoozed', clockTime(untilMs, speech)),
    end: speech.t('popup_snooze_end'),
    endFor: speech.t('popup_snooze_end_for', name),
  };
}
