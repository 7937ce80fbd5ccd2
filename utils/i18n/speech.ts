import type messages from '@/public/_locales/en/messages.json';
import { LANGUAGE_CODES, type Language } from '@/utils/model/options';

/** The English catalog defines all keys; a contract test checks the other languages against it. */
export type MessageKey = keyof typeof messages;

/** The texts of one language, as in `public/_locales`. Languages differ in the plural forms that they have. */
export type Catalog = Readonly<Record<string, { message: string } | undefined>>;

/** Looks up a message and replaces $1, $2, … with the parameters. Empty if the language has no such message. */
export type Translate = (key: MessageKey, ...params: string[]) => string;

/** Looks up messages as browsers do. */
export function translateBy(catalog: Catalog): Translate {
  return (key, ...params) =>
    (catalog[key]?.message ?? '').replace(/\$(\d)/g, (_, place: string) => params[Number(place) - 1] ?? '');
}

/** What is needed to word a message: catalog, locale, time zone, and the current time. */
export interface Speech {
  t: Translate;
  /** BCP 47; undefined: the browser's own. */
  locale: string | undefined;
  /** IANA name; undefined: the device's own. */
  timeZone: string | undefined;
  /** Epoch milliseconds. */
  now: number;
}

/** Whether a reader of one language reads the other: same language and script. Scripts of Chinese differ. */
function areAlike(one: string, other: string): boolean {
  const [a, b] = [one, other].map((code) => new Intl.Locale(code).maximize());
  return a?.language === b?.language && a?.script === b?.script;
}

/** Our language for one of the browser's, by BCP 47 code: "pt-BR" for "pt-PT". English if there is none. */
export function languageFor(code: string): Language {
  return LANGUAGE_CODES.find((ours) => ours === code) ?? LANGUAGE_CODES.find((ours) => areAlike(ours, code)) ?? 'en';
}

/**
 * The locale of dates and numbers in texts of `language`: the browser's own where it is of the same language, because it
 * names the region, as in "en-GB".
 */
export const localeFor = (language: Language, browserLocale: string): string =>
  areAlike(language, browserLocale) ? browserLocale : language;
