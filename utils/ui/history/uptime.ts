import type { Speech } from '@/utils/i18n/speech';
import type { AssistantId } from '@/utils/model/assistant';
import type { Uptime, UptimeDay } from '@/utils/model/history';
import type { Level } from '@/utils/model/level';
import { uptimeDays, uptimeOf } from '@/utils/rules/history/uptime';
import { countWords, dayStarts, dayWriter, runsOf } from '@/utils/ui/text';
import type { SourceStretches } from './entries';

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

/** Rounded down, so that 100 % is said of nothing less. */
function percent(share: number, digits: number, { locale }: Speech): string {
  const floor = Math.floor(share * 100 * 10 ** digits + 1e-9) / (100 * 10 ** digits);
  const places = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(locale, { style: 'percent', ...places }).format(floor);
}

/** "99.82%"; "not known" where too little is known. */
export function shareWords({ share }: Uptime, speech: Speech): string {
  if (share === null) return speech.t('history_share_unknown');
  return share === 1 ? percent(1, 0, speech) : percent(share, 2, speech);
}

/** "64% known"; null where all of it is, or nothing. No percentage of less than a tenth. */
export function knownWords({ known }: Uptime, speech: Speech): string | null {
  if (known === 0 || known >= 0.995) return null;
  if (known < 0.1) return speech.t('history_known_little');
  return speech.t('history_known', percent(known, 0, speech));
}

const PERIODS = [7, 30, 90] as const;
const LONGEST = 90;
const DAY = 24 * 3_600_000;

/** The uptime of one assistant from one source. */
export interface HistoryUptime {
  assistantId: AssistantId;
  name: string;
  periods: { days: number; label: string; isKnown: boolean; share: string; known: string | null }[];
  strip: HistoryStrip;
}

/** By whose word an uptime is reckoned. The two are never mixed. */
export const UPTIME_SOURCES = ['told', 'seen'] as const;
export type UptimeSource = (typeof UPTIME_SOURCES)[number];

export function sourceWords(source: UptimeSource, { t }: Speech): { heading: string; why: string } {
  return source === 'told'
    ? { heading: t('history_told'), why: t('history_told_why') }
    : { heading: t('history_seen'), why: t('history_seen_why') };
}

export const periodLabels = ({ t, locale }: Speech): string[] =>
  PERIODS.map((days) => t('history_days', new Intl.NumberFormat(locale).format(days)));

export function historyUptime(
  { id, name }: { id: AssistantId; name: string },
  source: UptimeSource,
  { all, counted }: SourceStretches,
  speech: Speech,
): HistoryUptime {
  const { now } = speech;
  const labels = periodLabels(speech);
  const days = uptimeDays(all, dayStarts(now, LONGEST), now);
  return {
    assistantId: id,
    name,
    periods: PERIODS.map((count, index) => {
      const uptime = uptimeOf(counted, now - count * DAY, now);
      const isKnown = uptime.share !== null;
      const known = isKnown ? knownWords(uptime, speech) : null;
      return { days: count, label: labels[index] ?? '', isKnown, share: shareWords(uptime, speech), known };
    }),
    strip: historyStrip(name, sourceWords(source, speech).heading, days, speech),
  };
}
