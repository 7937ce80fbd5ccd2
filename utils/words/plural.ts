import type { MessageKey, Speech } from './speech';

type StemOf<Key> = Key extends `${infer Stem}_other` ? (`${Stem}_one` extends MessageKey ? Stem : never) : never;

/** A message that exists in the forms `<key>_one` and `<key>_other`. */
export type PluralKey = StemOf<MessageKey>;

/** The message for a count, by the plural rules of the language. `$1` is the count, `$2` and so on are `params`. */
export function plural(key: PluralKey, count: number, { t, locale }: Speech, ...params: string[]): string {
  const form = new Intl.PluralRules(locale).select(count) === 'one' ? 'one' : 'other';
  return t(`${key}_${form}`, new Intl.NumberFormat(locale).format(count), ...params);
}
