import messages from '@/public/_locales/en/messages.json' with { type: 'json' };
import { type Speech, type Translate, translateBy } from '@/utils/i18n/speech';

/** The English messages, without a browser. */
export const english: Translate = translateBy(messages);

/** Speaks English in UTC, so expected sentences are the same on every machine. */
export function englishAt(now: number): Speech {
  return { t: english, locale: 'en-GB', timeZone: 'UTC', now };
}
