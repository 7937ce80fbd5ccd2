import { duration, listWords, plural, shortDate } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import type { Assistant, ServicePromise } from '@/utils/model/assistant';
import type { Stretch, Uptime, UptimeDay } from '@/utils/model/history';
import type { Level } from '@/utils/model/level';
import { levelTimes, uptimeDays, uptimeOf } from '@/utils/rules/history/uptime';
import { countWords, dayStarts, runsOf } from '@/utils/ui/text';
import type { Known, SourceStretches } from './timeline';

const DAY = 24 * 3_600_000;

/** The ranges of the page, in days. */
export const UPTIME_RANGES = [7, 30, 90] as const;
export type UptimeRange = (typeof UPTIME_RANGES)[number];

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
  return {
    alt: plural('history_strip_alt', days.length, speech, name, source, countWords(days, speech)),
    cells: days.map(({ at, level, known }) => {
      const isPartly = level !== 'unknown' && known < MOST_OF_A_DAY;
      const words = t('popup_strip_day', shortDate(at, speech), t(`level_${level}`));
      return { at, level, isPartly, title: isPartly ? t('history_day_partly', words) : words };
    }),
    runs: runsOf(days).map(([first, last]) => ({
      from: shortDate(first.at, speech),
      to: shortDate(last.at, speech),
      words: t(`level_${first.level}`),
    })),
    from: shortDate(days[0]?.at ?? speech.now, speech),
    to: t('popup_strip_today'),
  };
}

/** Rounded down, so that nothing less than everything is shown as 100 %. */
function percent(share: number, digits: number, { locale }: Speech): string {
  const floor = Math.floor(share * 100 * 10 ** digits + 1e-9) / (100 * 10 ** digits);
  const places = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(locale, { style: 'percent', ...places }).format(floor);
}

const coveredMs = ({ known }: Uptime, days: number): number => Math.round(known * days * DAY);

/**
 * The uptime of so many days, or null where too little of them is covered: less than a day, or less than the tenth that
 * `uptimeOf` asks for. A percentage of a few minutes says nothing about a week.
 */
export function shareOf(uptime: Uptime, days: number): number | null {
  return coveredMs(uptime, days) < DAY ? null : uptime.share;
}

/** "99.82%"; otherwise that there is no data yet, or too little. */
export function shareWords(uptime: Uptime, days: number, speech: Speech): string {
  const share = shareOf(uptime, days);
  if (share !== null) return share === 1 ? percent(1, 0, speech) : percent(share, 2, speech);
  if (uptime.known === 0) return speech.t('history_share_unknown');
  return speech.t('history_share_little', duration(coveredMs(uptime, days), speech));
}

/** "64% covered"; null where all of the time is covered, or none. Below a tenth, no percentage is given. */
export function knownWords({ known }: Uptime, speech: Speech): string | null {
  if (known === 0 || known >= 0.995) return null;
  if (known < 0.1) return speech.t('history_known_little');
  return speech.t('history_known', percent(known, 0, speech));
}

/** The source of an uptime: the incidents on the status page, or what this browser saw. The two are never mixed. */
export const UPTIME_SOURCES = ['reported', 'seen'] as const;
export type UptimeSource = (typeof UPTIME_SOURCES)[number];

export const uptimeFor = ({ counted }: SourceStretches, days: number, now: number): Uptime =>
  uptimeOf(counted, now - days * DAY, now);

/** An uptime in words. */
export interface UptimeFigure {
  source: UptimeSource;
  /** "99.82%", or why there is no figure. */
  share: string;
  /** False where `share` says that there is no figure. */
  isKnown: boolean;
  /** "64% covered"; null where that is not worth mentioning. */
  coverage: string | null;
}

/**
 * The figure of each source. The one to lead with is first: the reported incidents, unless only what this browser saw has a
 * figure or any data at all.
 */
export function uptimeFigures(known: Known, days: number, speech: Speech): [UptimeFigure, UptimeFigure] {
  const reported = uptimeFor(known.reported, days, speech.now);
  const seen = uptimeFor(known.seen, days, speech.now);
  const figureOf = (source: UptimeSource, uptime: Uptime): UptimeFigure => {
    const isKnown = shareOf(uptime, days) !== null;
    return {
      source,
      share: shareWords(uptime, days, speech),
      isKnown,
      coverage: isKnown ? knownWords(uptime, speech) : null,
    };
  };
  const [first, second] = [figureOf('reported', reported), figureOf('seen', seen)];
  const isSeenBetter = first.isKnown === second.isKnown ? reported.known === 0 && seen.known > 0 : second.isKnown;
  return isSeenBetter ? [second, first] : [first, second];
}

/** The last days of one assistant from one source. */
export function uptimeStrip(
  name: string,
  source: UptimeSource,
  { all }: SourceStretches,
  days: number,
  speech: Speech,
): HistoryStrip {
  const { t, now } = speech;
  return historyStrip(name, t(`history_${source}`), uptimeDays(all, dayStarts(now, days), now), speech);
}

/** What a provider commits to, with the date on which the agreement was read. */
export function promiseWords(
  { name, provider }: Pick<Assistant, 'name' | 'provider'>,
  { percent, per, coversIt, source, seenOn }: ServicePromise,
  { t, locale }: Speech,
): string {
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(percent / 100);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(seenOn));
  const said = source === 'others' ? 'said_' : '';
  return t(`history_promise_${said}${coversIt ? 'covers' : 'other'}_${per}`, provider, share, name, day);
}

/** How a credit is claimed, and what speaks against the source, a sentence each. */
export function claimWords({ claim, doubt }: ServicePromise, speech: Speech): string[] {
  const { t } = speech;
  const doubts = doubt === null ? [] : [t(`history_promise_doubt_${doubt}`)];
  if (claim === null) return [t('history_promise_claim_unknown'), ...doubts];
  const { days, after, asks } = claim;
  const limit = t(`history_promise_claim_${after}`, ...(days === null ? [] : [String(days)]));
  const fields = listWords(
    asks.map((field) => t(`history_promise_field_${field}`)),
    'unit',
    speech,
  );
  return [limit, ...(asks.length === 0 ? [] : [t('history_promise_asks', fields)]), ...doubts];
}

/** The downtime in a month so far. */
export interface MonthDowntime {
  /** A sentence. */
  downtime: string;
  /** How much of the month is covered, "64% covered"; null where all of it is, or nothing. */
  coverage: string | null;
}

export function monthDowntime(stretches: readonly Stretch[], speech: Speech): MonthDowntime {
  const { t, now } = speech;
  const today = new Date(now);
  const start = new Date(today.getFullYear(), today.getMonth(), 1).getTime();
  const uptime = uptimeOf(stretches, start, now);
  if (uptime.known === 0) return { downtime: t('history_month_unknown'), coverage: null };
  const { major_outage: down, partial_outage: partly } = levelTimes(stretches, start, now);
  const length = (ms: number) => (ms === 0 ? t('history_no_time') : duration(ms, speech));
  const downtime = down + partly === 0 ? t('history_month_none') : t('history_month', length(down), length(partly));
  return { downtime, coverage: knownWords(uptime, speech) };
}
