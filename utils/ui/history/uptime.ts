import type { Speech } from '@/utils/i18n/speech';
import type { Uptime, UptimeDay } from '@/utils/model/history';
import type { Level } from '@/utils/model/level';
import { uptimeDays, uptimeOf } from '@/utils/rules/history/uptime';
import { countWords, dayStarts, dayWriter, runsOf } from '@/utils/ui/text';
import type { SourceStretches } from './entries';

/** The bar of a day of which less is covered is broken. */
const MOST_OF_A_DAY = 0.5;

/** Days as a chart and as text. */
export interface HistoryStrip {
  /** A summary of the chart. */
  alt: string;
  cells: { at: number; level: Level; isPartly: boolean; title: string }[];
  /** Each run of days of the same level. */
  runs: { from: string; to: string; words: string }[];
  from: string;
  to: string;
}

function historyStrip(name: string, source: string, days: readonly UptimeDay[], speech: Speech): HistoryStrip {
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

/** Rounded down, so that nothing less than everything is shown as 100 %. */
function percent(share: number, digits: number, { locale }: Speech): string {
  const floor = Math.floor(share * 100 * 10 ** digits + 1e-9) / (100 * 10 ** digits);
  const places = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(locale, { style: 'percent', ...places }).format(floor);
}

/** "99.82%"; "no data" where too little is known. */
export function shareWords({ share }: Uptime, speech: Speech): string {
  if (share === null) return speech.t('history_share_unknown');
  return share === 1 ? percent(1, 0, speech) : percent(share, 2, speech);
}

/** "64% covered"; null where all of the time is covered, or none. Below a tenth, no percentage is given. */
export function knownWords({ known }: Uptime, speech: Speech): string | null {
  if (known === 0 || known >= 0.995) return null;
  if (known < 0.1) return speech.t('history_known_little');
  return speech.t('history_known', percent(known, 0, speech));
}

/** Days. */
export const UPTIME_PERIODS = [7, 30, 90] as const;
const STRIP_DAYS = 90;
const DAY = 24 * 3_600_000;

/** The source of an uptime: the incidents on the status page, or what this browser saw. The two are never mixed. */
export const UPTIME_SOURCES = ['told', 'seen'] as const;
export type UptimeSource = (typeof UPTIME_SOURCES)[number];

export const uptimePeriods = ({ counted }: SourceStretches, now: number): { days: number; uptime: Uptime }[] =>
  UPTIME_PERIODS.map((days) => ({ days, uptime: uptimeOf(counted, now - days * DAY, now) }));

/** The last 90 days of one assistant from one source. */
export function uptimeStrip(
  name: string,
  source: UptimeSource,
  { all }: SourceStretches,
  speech: Speech,
): HistoryStrip {
  const { t, now } = speech;
  return historyStrip(name, t(`history_${source}`), uptimeDays(all, dayStarts(now, STRIP_DAYS), now), speech);
}
