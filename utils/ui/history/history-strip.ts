import type { Level } from '@/utils/model/level';
import type { UptimeDay } from '@/utils/model/uptime';
import { countWords, dayWriter, runsOf } from '@/utils/ui/strip-words';
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

export function historyStrip(name: string, source: string, days: readonly UptimeDay[], speech: Speech): HistoryStrip {
  const { t } = speech;
  const write = dayWriter(speech);
  return {
    alt: t('history_strip_alt', name, source, countWords(days, speech)),
    cells: days.map(({ at, level, known }) => {
      const isPartly = level !== 'unknown' && known < MOST_OF_A_DAY;
      const words = t('popup_strip_day', write(at), t(`level_${level}`));
      return { at, level, isPartly, title: isPartly ? t('history_day_partly', words) : words };
    }),
    runs: runsOf(days).map(([first, last]) => ({
      from: write(first.at),
      to: write(last.at),
      words: t(`level_${first.level}`),
    })),
    from: write(days[0]?.at ?? speech.now),
    to: t('popup_strip_today'),
  };
}
