import type { ServicePromise } from '@/utils/assistants/promises';
import { duration } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import type { Stretch } from '@/utils/model/history';
import { levelTimes, uptimeOf } from '@/utils/rules/history/uptime';
import { knownWords } from './uptime';

/** What the maker promises, beside how long it was down this month. */
export interface HistoryPromise {
  heading: string;
  /** Each a finished sentence. */
  said: string[];
  link: { url: string; label: string } | null;
  month: string;
}

function promiseSentence(
  provider: string,
  { percent, per, coversIt, seenOn }: ServicePromise,
  name: string,
  speech: Speech,
) {
  const { t, locale } = speech;
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(percent / 100);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(seenOn));
  return t(`history_promise_${coversIt ? 'covers' : 'other'}_${per}`, provider, share, name, day);
}

/** "Down for 12 min this month and partly down for 1 h, by its makers’ incidents." */
function monthSentence(stretches: readonly Stretch[], speech: Speech): string {
  const { t, now } = speech;
  const today = new Date(now);
  const start = new Date(today.getFullYear(), today.getMonth(), 1).getTime();
  const uptime = uptimeOf(stretches, start, now);
  if (uptime.known === 0) return t('history_month_unknown');
  const { major_outage: down, partial_outage: partly } = levelTimes(stretches, start, now);
  const known = knownWords(uptime, speech);
  const length = (ms: number) => (ms === 0 ? t('history_no_time') : duration(ms, speech));
  const words = down + partly === 0 ? t('history_month_none') : t('history_month', length(down), length(partly));
  return known === null ? words : `${words} ${t('history_month_known', known)}`;
}

export function historyPromise(
  { name, provider }: { name: string; provider: string },
  promise: ServicePromise | undefined,
  stretches: readonly Stretch[],
  speech: Speech,
): HistoryPromise {
  const { t } = speech;
  const business = promise === undefined ? [] : [promiseSentence(provider, promise, name, speech)];
  return {
    heading: t('history_promise'),
    said: [t('history_promise_none', name), ...business],
    link: promise === undefined ? null : { url: promise.url, label: t('history_promise_link') },
    month: monthSentence(stretches, speech),
  };
}
