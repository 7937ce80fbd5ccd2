import type { BlindSpot } from '@/utils/model/blind-spot';
import type { Status } from '@/utils/model/status';
import { clockTime, formatCount, shortDate } from './moments';
import type { Speech } from './speech';

/** What Understudy no longer sees, since when, and what to do. `name` is that of the assistant. */
export function blindSpotWords(
  { kind, assistantId, since }: BlindSpot,
  name: string,
  { sightings }: Pick<Status, 'sightings'>,
  speech: Speech,
): string {
  const { t, now } = speech;
  switch (kind) {
    case 'storage_failing':
      return t('storage_failing');
    case 'alarm_missing':
      return t('spot_alarm_missing', clockTime(since ?? now, speech));
    case 'page_frozen':
      return t('spot_page_frozen', name, shortDate(since ?? now, speech));
    case 'messages_unseen': {
      if (since !== null) return t('spot_messages_unseen_since', name, clockTime(since, speech));
      const days = (assistantId === null ? undefined : sightings[assistantId])?.visits.days ?? 0;
      return t('spot_messages_unseen', name, formatCount(days, speech));
    }
    default:
      return t(`spot_${kind}`, name, clockTime(since ?? now, speech));
  }
}
