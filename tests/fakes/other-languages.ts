import germanMessages from '@/public/_locales/de/messages.json' with { type: 'json' };
import messages from '@/public/_locales/en/messages.json' with { type: 'json' };
import { type Catalog, type Speech, type Translate, translateBy } from '@/utils/i18n/speech';

/** The German messages, without a browser. */
export const german: Translate = translateBy(germanMessages);

export function germanAt(now: number): Speech {
  return { t: german, locale: 'de', timeZone: 'UTC', now };
}

/** 40 % longer, as texts of other languages may be, in words of the usual length. */
function lengthened(text: string): string {
  return text.replace(/[a-z]{2,}/gi, (word) => word + word.slice(0, Math.ceil(word.length * 0.4)).toLowerCase());
}

const longMessages: Catalog = Object.fromEntries(
  Object.entries(messages).map(([key, { message }]) => [
    key,
    { message: key === 'popup_language' ? message : lengthened(message) },
  ]),
);

/** A pseudo language for layout tests, never shipped: English, 40 % longer. */
export function longAt(now: number): Speech {
  return { t: translateBy(longMessages), locale: 'en-GB', timeZone: 'UTC', now };
}

/** A right-to-left language that is not one of ours. */
export function hebrewAt(now: number): Speech {
  return { t: translateBy({ ...messages, popup_language: { message: 'he' } }), locale: 'he', timeZone: 'UTC', now };
}
