import type { AssistantId } from '@/utils/model/assistant';
import type { Status } from '@/utils/model/status';
import { clockTime } from '@/utils/words/moments';
import type { Speech } from '@/utils/words/speech';

const HOUR = 3_600_000;
const CHOICES = [1, 8, 24] as const;

/** Peace for a while. */
export interface RowSnooze {
  heading: string;
  why: string;
  choices: { forMs: number; label: string; name: string }[];
}

/** "Snoozed until 18:00.", and the way out of it. */
export interface RowSnoozed {
  text: string;
  end: string;
  endFor: string;
}

export function rowSnoozed(
  status: Pick<Status, 'snoozes'>,
  id: AssistantId,
  name: string,
  speech: Speech,
): RowSnoozed | null {
  const untilMs = status.snoozes[id] ?? 0;
  if (untilMs <= speech.now) return null;
  return {
    text: speech.t('popup_snoozed', clockTime(untilMs, speech)),
    end: speech.t('popup_snooze_end'),
    endFor: speech.t('popup_snooze_end_for', name),
  };
}

export function rowSnooze(name: string, { t, locale }: Speech): RowSnooze {
  const number = new Intl.NumberFormat(locale);
  return {
    heading: t('popup_snooze'),
    why: t('popup_snooze_why'),
    choices: CHOICES.map((hours) => ({
      forMs: hours * HOUR,
      label: t('popup_snooze_hours', number.format(hours)),
      name: t('popup_snooze_for', name, number.format(hours)),
    })),
  };
}
