import { LEVELS, type Level } from '@/utils/model/level';
import type { Speech } from '@/utils/words/speech';

/** "Jul 4", with the year unless it is the current one. For many days: a formatter is slow to make. */
export function dayWriter({ locale, timeZone, now }: Speech): (at: number) => string {
  const year = new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone });
  const ofThisYear = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone });
  const ofOthers = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', year: 'numeric', timeZone });
  const thisYear = year.format(now);
  return (at) => (year.format(at) === thisYear ? ofThisYear : ofOthers).format(at);
}

/** How many days were of which level: what the picture of a strip sums up to. */
export function countWords(days: readonly { level: Level }[], { t, locale }: Speech): string {
  const number = new Intl.NumberFormat(locale);
  const counts = LEVELS.flatMap((level) => {
    const count = days.filter((day) => day.level === level).length;
    return count === 0 ? [] : [t('popup_strip_count', t(`level_${level}`), number.format(count))];
  });
  return new Intl.ListFormat(locale, { type: 'unit' }).format(counts);
}

/** The first and the last day of each run of days that are alike. */
export function runsOf<Day extends { level: Level }>(days: readonly Day[]): [Day, Day][] {
  const runs: [Day, Day][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.[0].level === day.level) run[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}
