import germanMessages from '@/public/_locales/de/messages.json' with { type: 'json' };
import messages from '@/public/_locales/en/messages.json' with { type: 'json' };
import { type Catalog, type Speech, type Translate, translateBy } from '@/utils/i18n/speech';

const ALEPH = 0x05d0;
const HEBREW_LETTERS = 22;

/** Replaces Latin letters by right-to-left ones; digits, punctuation and placeholders stay. */
function mirrored(text: string): string {
  return text.replace(/[a-z]/gi, (letter) =>
    String.fromCharCode(ALEPH + (letter.toLowerCase().charCodeAt(0) % HEBREW_LETTERS)),
  );
}

/** A pseudo language for layout tests, never shipped. */
const pseudo = Object.fromEntries(
  Object.entries(messages).map(([key, { message }]) => [key, { message: mirrored(message) }]),
) as Catalog;

/** The German messages, without a browser. */
export const german: Translate = translateBy(germanMessages);

export function germanAt(now: number): Speech {
  return { t: german, locale: 'de', timeZone: 'UTC', now };
}

/** Speaks the right-to-left pseudo language. */
export function pseudoAt(now: number): Speech {
  const t = translateBy({ ...pseudo, popup_language: { message: 'he' } });
  return { t, locale: 'he', timeZone: 'UTC', now };
}
