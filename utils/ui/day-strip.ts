import type { Level } from '@/utils/model/level';
import { LEVELS } from '@/utils/model/level';
import { NO_PAST, type Past } from '@/utils/model/past';
import { knownSince, type Ongoing, type StripDay, stripOf } from '@/utils/rules/strip';
import type { Speech } from '@/utils/words/speech';
import { dayStarts } from './day-starts';

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

function dayWriter({ locale, timeZone }: Speech): (at: number) => string {
  const format = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone });
  return (at) => format.format(at);
}

function runsOf(days: readonly StripDay[]): [StripDay, ...StripDay[]][] {
  const runs: [StripDay, ...StripDay[]][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last?.[0].level === day.level) last.push(day);
    else runs.push([day]);
  }
  return runs;
}

function noteOf(days: readonly StripDay[], since: number | null, write: (at: number) => string, { t }: Speech) {
  if (!days.some((day) => day.level === 'unknown')) return null;
  if (since === null || days.every((day) => day.level === 'unknown')) return t('popup_strip_nothing');
  const isWithin = since > (days[0]?.at ?? 0);
  return isWithin ? t('popup_strip_since', write(since)) : t('popup_strip_gaps');
}

export function dayStrip(name: string, past: Past = NO_PAST, ongoing: Ongoing | null, speech: Speech): DayStrip {
  const { t, locale, now } = speech;
  const days = stripOf(past, dayStarts(now, DAYS), now, ongoing);
  const write = dayWriter(speech);
  const levelWords = Object.fromEntries(LEVELS.map((level) => [level, t(`level_${level}`)])) as Record<Level, string>;
  const number = new Intl.NumberFormat(locale);
  const counts = LEVELS.flatMap((level) => {
    const count = days.filter((day) => day.level === level).length;
    return count === 0 ? [] : [t('popup_strip_count', levelWords[level], number.format(count))];
  });
  return {
    heading: t('popup_strip'),
    alt: t('popup_strip_alt', name, new Intl.ListFormat(locale, { type: 'unit' }).format(counts)),
    cells: days.map(({ at, level }) => ({ at, level, title: t('popup_strip_day', write(at), levelWords[level]) })),
    runs: runsOf(days).map(([first, ...rest]) => {
      const last = rest.at(-1);
      const words = levelWords[first.level];
      if (last === undefined) return t('popup_strip_day', write(first.at), words);
      return t('popup_strip_days', write(first.at), write(last.at), words);
    }),
    from: write(days[0]?.at ?? now),
    to: t('popup_strip_today'),
    note: noteOf(days, knownSince(past), write, speech),
  };
}
