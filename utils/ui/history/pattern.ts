import { duration, formatCount, listWords, timeOfDay } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import type { TimelineEntry } from '@/utils/model/history';
import { hoursOf, type Lengths } from '@/utils/rules/history/timeline';

/** Fewer incidents show no pattern. */
const MIN_INCIDENTS = 3;
const MINUTE = 60_000;
/** Minutes. */
const TICKS = [5, 15, 60, 240, 1440] as const;

const DAY = 24 * 60 * MINUTE;

/** The incidents of the last days that count for the pattern; null where they are too few to show one. */
export function patternEntries(entries: readonly TimelineEntry[], days: number, now: number): TimelineEntry[] | null {
  const since = now - days * DAY;
  const core = entries.filter(({ isCore, level, endedAt }) => isCore && level !== null && (endedAt ?? now) >= since);
  return core.length < MIN_INCIDENTS ? null : core;
}

/** One hour of the day. */
export interface HourBar {
  /** "14:00" */
  hour: string;
  count: number;
  /** From 0 to 1, the highest bar being 1. */
  height: number;
  /** The label of the axis below this bar, "06" or "6 AM"; null below most bars. */
  tick: string | null;
}

/** An hour as the locale writes it: two digits, or with AM and PM. */
function hourTick(at: number, locale: Speech['locale']): string {
  const written = new Intl.DateTimeFormat(locale, { hour: 'numeric', timeZone: 'UTC' });
  if (written.formatToParts(at).some(({ type }) => type === 'dayPeriod')) return written.format(at);
  const parts = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).formatToParts(at);
  return parts.find(({ type }) => type === 'hour')?.value.padStart(2, '0') ?? '';
}

/** How many incidents there were in each hour of the day, in the user's time zone. */
export function hourBars(entries: readonly TimelineEntry[], { locale, timeZone, now }: Speech): HourBar[] {
  const hourIn = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone });
  const counts = hoursOf(entries, now, (at) => Number(hourIn.format(at)));
  const most = Math.max(1, ...counts);
  return counts.map((count, hour) => {
    const at = Date.UTC(2026, 0, 1, hour);
    return {
      hour: timeOfDay(at, { locale, timeZone: 'UTC' }),
      count,
      height: count / most,
      tick: hour % 6 === 0 ? hourTick(at, locale) : null,
    };
  });
}

/** The first of the highest bars in a sentence. */
export function hoursAlt(bars: readonly HourBar[], speech: Speech): string {
  const peak = bars.find(({ height }) => height === 1) ?? bars[0];
  return speech.t('history_hours_alt', peak?.hour ?? '', formatCount(Math.max(1, peak?.count ?? 0), speech));
}

/** The place of a duration on a logarithmic scale from 0 to 1, which spans a minute to two days. */
export function placeOnScale(ms: number): number {
  const [least, most] = [MINUTE, 2880 * MINUTE];
  return Math.log(Math.min(most, Math.max(least, ms)) / least) / Math.log(most / least);
}

/** A labeled duration on the scale. */
export interface LengthTick {
  at: number;
  /** "15 min" */
  label: string;
}

export const lengthTicks = (speech: Speech): LengthTick[] =>
  TICKS.map((minutes) => ({ at: placeOnScale(minutes * MINUTE), label: duration(minutes * MINUTE, speech) }));

/** The median durations by severity in a sentence. */
export function lengthsAlt(lengths: readonly Lengths[], speech: Speech): string {
  const { t } = speech;
  const medians = lengths.map(({ level, medianMs }) =>
    t('history_labeled_value', t(`level_${level}`), duration(medianMs, speech)),
  );
  return t('history_lengths_alt', listWords(medians, 'unit', speech));
}
