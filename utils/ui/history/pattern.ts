import { duration, timeOfDay } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import type { TimelineEntry } from '@/utils/model/history';
import type { KnownLevel } from '@/utils/model/level';
import { hoursOf, lengthsOf } from '@/utils/rules/history/pattern';

/** Fewer troubles than these show no pattern. */
const ENOUGH = 3;
const MINUTE = 60_000;
/** The scale of lengths: each step is a good deal longer than the one before. Minutes. */
const TICKS = [5, 15, 60, 240, 1440] as const;

/** When trouble happens, and how long it lasts. */
export interface HistoryPattern {
  heading: string;
  /** Why there is none to see; null when there is. */
  nothing: string | null;
  hours: {
    heading: string;
    alt: string;
    columns: [string, string];
    bars: { hour: string; count: number; countWords: string; height: number; label: string | null }[];
  };
  lengths: {
    heading: string;
    alt: string;
    columns: [string, string, string, string];
    rows: {
      level: KnownLevel;
      words: string;
      count: string;
      median: string;
      longest: string;
      /** Where each lies on the scale, from 0 to 1. */
      dots: number[];
      middle: number;
    }[];
    ticks: { at: number; label: string }[];
  };
}

/** From a minute to two days, by ratios: minutes and days are seen side by side. */
export function placeOnScale(ms: number): number {
  const [least, most] = [MINUTE, 2880 * MINUTE];
  return Math.log(Math.min(most, Math.max(least, ms)) / least) / Math.log(most / least);
}

function hourBars(counts: readonly number[], speech: Speech): HistoryPattern['hours'] {
  const { t, locale } = speech;
  const most = Math.max(1, ...counts);
  const number = new Intl.NumberFormat(locale);
  const name = (hour: number) => timeOfDay(Date.UTC(2026, 0, 1, hour), { locale, timeZone: 'UTC' });
  const peak = counts.indexOf(most);
  return {
    heading: t('history_hours'),
    alt: t('history_hours_alt', name(Math.max(0, peak)), number.format(most)),
    columns: [t('history_hour'), t('history_count')],
    bars: counts.map((count, hour) => ({
      hour: name(hour),
      count,
      countWords: number.format(count),
      height: count / most,
      label: hour % 6 === 0 ? name(hour) : null,
    })),
  };
}

function lengthRows(entries: readonly TimelineEntry[], speech: Speech): HistoryPattern['lengths'] {
  const { t, locale } = speech;
  const rows = lengthsOf(entries).map(({ level, count, medianMs, longestMs, all }) => ({
    level,
    words: t(`level_${level}`),
    count: new Intl.NumberFormat(locale).format(count),
    median: duration(medianMs, speech),
    longest: duration(longestMs, speech),
    dots: all.map(placeOnScale),
    middle: placeOnScale(medianMs),
  }));
  const said = rows.map(({ words, median }) => t('history_lengths_one', words, median));
  return {
    heading: t('history_lengths'),
    alt: t('history_lengths_alt', new Intl.ListFormat(locale, { type: 'unit' }).format(said)),
    columns: [t('history_level'), t('history_count'), t('history_median'), t('history_longest')],
    rows,
    ticks: TICKS.map((minutes) => ({ at: placeOnScale(minutes * MINUTE), label: duration(minutes * MINUTE, speech) })),
  };
}

export function historyPattern(entries: readonly TimelineEntry[], speech: Speech): HistoryPattern {
  const { t, timeZone } = speech;
  const format = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone });
  const core = entries.filter(({ isCore, level }) => isCore && level !== null);
  return {
    heading: t('history_pattern'),
    nothing: core.length < ENOUGH ? t('history_pattern_nothing') : null,
    hours: hourBars(
      hoursOf(core, speech.now, (at) => Number(format.format(at))),
      speech,
    ),
    lengths: lengthRows(core, speech),
  };
}
