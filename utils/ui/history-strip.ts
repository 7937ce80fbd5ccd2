import { LEVELS, type Level } from '@/utils/model/level';
import type { UptimeDay } from '@/utils/model/uptime';
import type { Speech } from '@/utils/words/speech';

/** Less of a day than this makes its bar a hollow one. */
const MOST_OF_A_DAY = 0.5;

/** 90 days as a picture and in words. */
export interface HistoryStrip {
  /** What the picture sums up to. */
  alt: string;
  cells: { at: number; level: Level; isPartly: boolean; title: string }[];
  /** The same as text: a line for each run of days that are alike. */
  runs: { from: string; to: string; words: string }[];
  from: string;
  to: string;
}

/** The first and the last day of each run of days that are alike. */
function runsOf(days: readonly UptimeDay[]): [UptimeDay, UptimeDay][] {
  const runs: [UptimeDay, UptimeDay][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.[0].level === day.level) run[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}

export function historyStrip(name: string, source: string, days: readonly UptimeDay[], speech: Speech): HistoryStrip {
  const { t, locale, timeZone } = speech;
  const format = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone });
  const number = new Intl.NumberFormat(locale);
  const counts = LEVELS.flatMap((level) => {
    const count = days.filter((day) => day.level === level).length;
    return count === 0 ? [] : [t('popup_strip_count', t(`level_${level}`), number.format(count))];
  });
  const list = new Intl.ListFormat(locale, { type: 'unit' }).format(counts);
  return {
    alt: t('history_strip_alt', name, source, list),
    cells: days.map(({ at, level, known }) => {
      const isPartly = level !== 'unknown' && known < MOST_OF_A_DAY;
      const words = t('popup_strip_day', format.format(at), t(`level_${level}`));
      return { at, level, isPartly, title: isPartly ? t('history_day_partly', words) : words };
    }),
    runs: runsOf(days).map(([first, last]) => ({
      from: format.format(first.at),
      to: format.format(last.at),
      words: t(`level_${first.level}`),
    })),
    from: format.format(days[0]?.at ?? speech.now),
    to: t('popup_strip_today'),
  };
}
