import germanMessages from '@/public/_locales/de/messages.json' with { type: 'json' };
import messages from '@/public/_locales/en/messages.json' with { type: 'json' };
import type { Speech, Translate } from '@/utils/i18n/speech';
import { type Catalogue, translateBy } from './translate-by';

const ALEPH = 0x05d0;
const HEBREW_LETTERS = 22;

/** Letters that run from right to left, as long as the English ones; digits, signs and places stay. */
function mirrored(text: string): string {
  return text.replace(/[a-z]/gi, (letter) =>
    String.fromCharCode(ALEPH + (letter.toLowerCase().charCodeAt(0) % HEBREW_LETTERS)),
  );
}

/** No language: made of English for the layout alone, and never shipped. */
const pseudo = Object.fromEntries(
  Object.entries(messages).map(([key, { message }]) => [key, { message: mirrored(message) }]),
) as Catalogue;

/** The texts that a person reads in German, without a browser. */
export const german: Translate = translateBy(germanMessages);

export function germanAt(now: number): Speech {
  return { t: german, locale: 'de', timeZone: 'UTC', now };
}

/** Speaks from right to left. */
export function pseudoAt(now: number): Speech {
  const t = translateBy({ ...pseudo, popup_language: { message: 'he' } });
  return { t, locale: 'he', timeZone: 'UTC', now };
}
