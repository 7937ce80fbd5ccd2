import type { MessageKey } from '@/utils/i18n/speech';
import type { TroubleLevel } from '@/utils/model/level';
import { english } from './english';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s/g, '\\s');

/** The whole of an English text, where what stands in a place may be known by a pattern only, such as a time of day. */
export function englishLike(key: MessageKey, ...params: (string | RegExp)[]): RegExp {
  // Private letters hold the places while the text around them is escaped.
  const place = (index: number) => String.fromCharCode(0xe000 + index);
  let pattern = escaped(english(key, ...params.map((_, index) => place(index))));
  for (const [index, param] of params.entries()) {
    pattern = pattern.replaceAll(place(index), () => (typeof param === 'string' ? escaped(param) : param.source));
  }
  return new RegExp(`^${pattern}$`);
}

/** How the headline of trouble begins, whenever that began: "Claude: partial outage since" */
export function headlineStart(subject: string, level: TroubleLevel): string {
  return english(`headline_${level}_from`, subject).trimEnd();
}

/**
 * "Claude works again after 5 min", anywhere in a text. The recorded outage lasts a little over 5 minutes, and which whole
 * number that is depends on the seconds of the clock when the test starts.
 */
export function recoveredAfterMinutes(subject: string): RegExp {
  const whole = englishLike('headline_recovered', subject, /[56]\u00a0min/).source;
  return new RegExp(whole.slice(1, -1));
}
