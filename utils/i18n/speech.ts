import type messages from '@/public/_locales/en/messages.json';

/** The English catalog defines all keys; a contract test checks the other languages against it. */
export type MessageKey = keyof typeof messages;

/** Looks up a message and replaces $1, $2, … with the parameters. */
export type Translate = (key: MessageKey, ...params: string[]) => string;

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
