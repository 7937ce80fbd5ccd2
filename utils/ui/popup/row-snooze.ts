import type { Speech } from '@/utils/words/speech';

const HOUR = 3_600_000;
const CHOICES = [1, 8, 24] as const;

/** Peace for a while. */
export interface RowSnooze {
  heading: string;
  why: string;
  choices: { forMs: number; label: string; name: string }[];
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
