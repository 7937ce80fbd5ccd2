import type messages from '@/public/_locales/en/messages.json';

/** English is the catalogue of all keys; a contract test holds the other languages to it. */
export type MessageKey = keyof typeof messages;

/** Looks a text up and puts the parameters in the places of $1, $2, … */
export type Translate = (key: MessageKey, ...params: string[]) => string;

/** What is needed to say something to a person: words, their language, their time zone, and the moment. */
export interface Speech {
  t: Translate;
  /** BCP 47; undefined means the browser's own. */
  locale: string | undefined;
  /** IANA name; undefined means the person's own. */
  timeZone: string | undefined;
  /** Epoch milliseconds. */
  now: number;
}
