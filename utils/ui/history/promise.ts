import { PROMISES, type ServicePromise } from '@/utils/assistants/promises';
import { duration } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import type { Stretch } from '@/utils/model/history';
import { levelTimes, uptimeOf } from '@/utils/rules/history/uptime';
import { knownWords } from './uptime';

/** The uptime that a provider commits to; undefined where none is known. */
export const promiseOf = (id: AssistantId): ServicePromise | undefined => PROMISES[id];

/** What a provider commits to, with the date on which the agreement was read. */
export function promiseWords(
  { name, provider }: Pick<Assistant, 'name' | 'provider'>,
  { percent, per, coversIt, seenOn }: ServicePromise,
  { t, locale }: Speech,
): string {
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(percent / 100);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(seenOn));
  return t(`history_promise_${coversIt ? 'covers' : 'other'}_${per}`, provider, share, name, day);
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
