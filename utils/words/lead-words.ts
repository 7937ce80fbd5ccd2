import { type Led, leadOf } from '@/utils/model/lead';
import { duration } from './moments';
import type { Speech } from './speech';

/** Less than this is no lead to speak of. */
const WORTH_A_WORD_MS = 60_000;

/** "You saw it 18 min before the status page." Null where they did not. */
export function leadWords(led: Led, speech: Speech): string | null {
  const lead = leadOf(led);
  return lead === null || lead < WORTH_A_WORD_MS ? null : speech.t('lead', duration(lead, speech));
}
