import type { Direction } from '@/utils/model/text';
import type { MessageKey, Speech } from './speech';

const MINUTE = 60_000;

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** A formatter is kept, because to make one takes longer than to format a hundred dates. */
function dateFormat({ locale, timeZone }: Pick<Speech, 'locale' | 'timeZone'>, options: Intl.DateTimeFormatOptions) {
  const key = JSON.stringify([locale, timeZone, options]);
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
  dateFormats.set(key, format);
  return format;
}

/** Makes something once for each language, for the same reason. */
function perLanguage<Language extends Speech['locale'], Made>(make: (language: Language) => Made) {
  const kept = new Map<Language, Made>();
  return (language: Language): Made => {
    const made = kept.get(language) ?? make(language);
    kept.set(language, made);
    return made;
  };
}

const groupedNumbers = perLanguage((locale: Speech['locale']) => new Intl.NumberFormat(locale));
const plainNumbers = perLanguage((locale: Speech['locale']) => new Intl.NumberFormat(locale, { useGrouping: false }));
const pluralRules = perLanguage((locale: Speech['locale']) => new Intl.PluralRules(locale));
const lists = {
  conjunction: perLanguage((locale: Speech['locale']) => new Intl.ListFormat(locale, { type: 'conjunction' })),
  disjunction: perLanguage((locale: Speech['locale']) => new Intl.ListFormat(locale, { type: 'disjunction' })),
};

const dayOf = (at: number, speech: Speech) => dateFormat(speech, { dateStyle: 'short' }).format(at);

/** Parts of a date: month and day, and the year unless it is the current one. */
function dateParts(at: number, speech: Speech): Intl.DateTimeFormatOptions {
  const year = dateFormat(speech, { year: 'numeric' });
  const isThisYear = year.format(at) === year.format(speech.now);
  return { month: 'short', day: 'numeric', ...(isThisYear ? {} : { year: 'numeric' }) };
}

/** "12 Sep", with the year unless it is the current one. */
export function shortDate(at: number, speech: Speech): string {
  return dateFormat(speech, dateParts(at, speech)).format(at);
}

/** "14:26" or "2:26 PM": the one clock format of every page. */
export function timeOfDay(at: number, speech: Pick<Speech, 'locale' | 'timeZone'>): string {
  return dateFormat(speech, { timeStyle: 'short' }).format(at);
}

/**
 * "14:26" today, "Tue 14:26" within a week, otherwise with the date and, in another year, the year. In the user's time
 * zone and locale.
 */
export function clockTime(at: number, speech: Speech): string {
  const { now } = speech;
  const time = timeOfDay(at, speech);
  if (dayOf(at, speech) === dayOf(now, speech)) return time;
  const isThisWeek = Math.abs(now - at) < 6 * 24 * 60 * MINUTE;
  const day: Intl.DateTimeFormatOptions = isThisWeek ? { weekday: 'short' } : dateParts(at, speech);
  return `${dateFormat(speech, day).format(at)} ${time}`;
}

/** "Tuesday"; null for today. */
export function otherWeekday(at: number, speech: Speech): string | null {
  return dayOf(at, speech) === dayOf(speech.now, speech) ? null : dateFormat(speech, { weekday: 'long' }).format(at);
}

/** Date and time with the time zone, for tooltips. */
export function fullTime(at: number, speech: Speech): string {
  return dateFormat(speech, { dateStyle: 'full', timeStyle: 'long' }).format(at);
}

/**
 * "under 1 min", "47 min", "1 h 12 min", "2 d 3 h". Rounded down. For a period with both times shown, pass
 * `lengthShown`.
 */
export function duration(ms: number, { t, locale }: Speech): string {
  const number = plainNumbers(locale);
  const minutes = Math.floor(Math.max(0, ms) / MINUTE);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const [d, h, m] = [number.format(days), number.format(hours), number.format(rest)];
  if (days > 0) return hours > 0 ? t('duration_days_hours', d, h) : t('duration_days', d);
  if (hours > 0) return rest > 0 ? t('duration_hours_minutes', h, m) : t('duration_hours', h);
  return minutes > 0 ? t('duration_minutes', m) : t('duration_moment');
}

/**
 * "Claude", "Claude and ChatGPT", "Claude, ChatGPT or Gemini"; as units "Claude, ChatGPT". The units of `Intl.ListFormat`
 * are no such list: Chinese has nothing between them.
 */
export function listWords(
  names: Iterable<string>,
  type: 'conjunction' | 'disjunction' | 'unit',
  { t, locale }: Pick<Speech, 't' | 'locale'>,
): string {
  if (type !== 'unit') return lists[type](locale).format(names);
  const [first = '', ...rest] = names;
  return rest.reduce((list, name) => t('join_items', list, name), first);
}

/** One sentence after the other, without those that are null or empty. Null if none is left. */
export function sentences(parts: readonly (string | null)[], { t }: Pick<Speech, 't'>): string | null {
  const [first = null, ...rest] = parts.filter((part) => part !== null && part !== '');
  return rest.reduce((text, next) => t('join_sentences', text ?? '', next ?? ''), first);
}

/** What stands between two sentences, for scripts that have no messages: a space, or nothing to be seen. */
export const sentenceGap = ({ t }: Pick<Speech, 't'>): string => t('join_sentences', '', '');

/**
 * "Since 14:26 · 47 min", without the parts that are null or empty. In a right-to-left language each part is isolated, or
 * the parts of "Anthropic" and a time with Arabic letters would change places.
 * https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
export function factLine(parts: readonly (string | null)[], { t }: Pick<Speech, 't'>): string {
  const known = parts.flatMap((part) => part || []);
  const isIsolated = languageOf({ t }).direction === 'rtl';
  // A part that is such a line itself is not isolated again: the outer isolate would find no letter to take a direction from.
  return known.map((part) => (isIsolated && !part.startsWith('\u2068') ? `\u2068${part}\u2069` : part)).join(' · ');
}

/** A number in the digits and grouping of the language. */
export function formatCount(count: number, { locale }: Pick<Speech, 'locale'>): string {
  return groupedNumbers(locale).format(count);
}

type StemOf<Key> = Key extends `${infer Stem}_other` ? (`${Stem}_one` extends MessageKey ? Stem : never) : never;

/** Stem of a message that exists in the forms `<key>_one` and `<key>_other`. */
export type PluralKey = StemOf<MessageKey>;

/**
 * The message for a count, by the plural rules of the language. `$1` is the count, `$2` and so on are `params`. A language
 * has the forms that its whole numbers up to 1,000 need, and `other`, which stands in for the rest.
 */
export function plural(key: PluralKey, count: number, speech: Speech, ...params: string[]): string {
  const words = (form: Intl.LDMLPluralRule) =>
    speech.t(`${key}_${form}` as MessageKey, formatCount(count, speech), ...params);
  return words(pluralRules(speech.locale).select(count)) || words('other');
}

const RIGHT_TO_LEFT_SCRIPTS = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** Writing direction of a language, by BCP 47 code. */
export const directionOf = perLanguage(
  (language: string): Direction =>
    RIGHT_TO_LEFT_SCRIPTS.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr',
);

/** The BCP 47 code and the direction of texts in this language. */
export function languageOf({ t }: Pick<Speech, 't'>): { language: string; direction: Direction } {
  const language = t('popup_language');
  return { language, direction: directionOf(language) };
}

/** Lowercase letters and digits with hyphens between them; the same on every machine. */
export const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** "maintenance-claude-2026-12-01.ics" for the content "maintenance" and the ending "ics", by the user's calendar. */
export function datedFileName(
  content: string,
  { name, at, ending }: { name: string; at: number; ending: string },
  { timeZone }: Pick<Speech, 'timeZone'>,
): string {
  // The Swedish format is that of ISO 8601.
  const day = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' }).format(at);
  return `${content}-${slugOf(name)}-${day}.${ending}`;
}
