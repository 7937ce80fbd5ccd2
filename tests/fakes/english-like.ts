import type { MessageKey } from '@/utils/i18n/speech';
import type { TroubleLevel } from '@/utils/model/level';
import { english } from './english';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s/g, '\\s');

/** Matches a whole English text with patterns for placeholders, such as a time of day. */
export function englishLike(key: MessageKey, ...params: (string | RegExp)[]): RegExp {
  // Private-use characters protect the placeholders while the text is escaped.
  const place = (index: number) => String.fromCharCode(0xe000 + index);
  let pattern = escaped(english(key, ...params.map((_, index) => place(index))));
  for (const [index, param] of params.entries()) {
    pattern = pattern.replaceAll(place(index), () => (typeof param === 'string' ? escaped(param) : param.source));
  }
  return new RegExp(`^${pattern}$`);
}

/** A time of day in English, with the weekday that it gets after midnight. */
export const ENGLISH_TIME = /(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\s)?\d+:\d\d(?:\s[AP]M)?/;

/** Start of every headline about an outage: "Claude: partial outage" */
export function headlineStart(subject: string, level: TroubleLevel): string {
  return english(`title_${level}`, subject);
}

/**
 * "Claude is back after 5 min", anywhere in a text. The recorded outage lasts a little over 5 minutes, so the rounded
 * number depends on when the test starts.
 */
export function recoveredAfterMinutes(subject: string): RegExp {
  const whole = englishLike('headline_recovered', subject, /[56]\u00a0min/).source;
  return new RegExp(whole.slice(1, -1));
}
