import type { AssistantId } from '@/utils/model/assistant';
import { uptimeDays, uptimeOf } from '@/utils/rules/uptime';
import { dayStarts } from '@/utils/ui/day-starts';
import type { Speech } from '@/utils/words/speech';
import type { SourceStretches } from './history-entries';
import { type HistoryStrip, historyStrip } from './history-strip';
import { knownWords, shareWords } from './share-words';

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
