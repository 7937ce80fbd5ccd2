import type { Level } from '@/utils/model/level';
import { NO_PAST, type Past } from '@/utils/model/past';
import { knownSince, type Ongoing, type StripDay, stripOf } from '@/utils/rules/strip';
import { dayStarts } from '@/utils/ui/day-starts';
import { countWords, dayWriter, runsOf } from '@/utils/ui/strip-words';
import type { Speech } from '@/utils/words/speech';

const DAYS = 90;

/** The last 90 days of one assistant, as a picture and in words. */
export interface DayStrip {
  heading: string;
  /** What the picture sums up to. */
  alt: string;
  cells: { at: number; level: Level; title: string }[];
  /** The same as text: one line for each run of days that are alike. */
  runs: string[];
  from: string;
  to: string;
  /** Where our knowledge ends; null when every day is known. */
  note: string | null;
}

function noteOf(days: readonly StripDay[], since: number | null, write: (at: number) => string, { t }: Speech) {
  if (!days.some((day) => day.level === 'unknown')) return null;
  if (since === null || days.every((day) => day.level === 'unknown')) return t('popup_strip_nothing');
  const isWithin = since > (days[0]?.at ?? 0);
  return isWithin ? t('popup_strip_since', write(since)) : t('popup_strip_gaps');
}

export function dayStrip(name: string, past: Past = NO_PAST, ongoing: Ongoing | null, speech: Speech): DayStrip {
  const { t, now } = speech;
  const days = stripOf(past, dayStarts(now, DAYS), now, ongoing);
  const write = dayWriter(speech);
  return {
    heading: t('popup_strip'),
    alt: t('popup_strip_alt', name, countWords(days, speech)),
    cells: days.map(({ at, level }) => ({ at, level, title: t('popup_strip_day', write(at), t(`level_${level}`)) })),
    runs: runsOf(days).map(([first, last]) => {
      const words = t(`level_${first.level}`);
      if (first === last) return t('popup_strip_day', write(first.at), words);
      return t('popup_strip_days', write(first.at), write(last.at), words);
    }),
    from: write(days[0]?.at ?? now),
    to: t('popup_strip_today'),
    note: noteOf(days, knownSince(past), write, speech),
  };
}
