/** Emoji, flags and letters with marks are several code units; a cut between them leaves half a character. */
const SEGMENTER = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The first user-perceived character; empty of nothing. */
export function firstGrapheme(text: string): string {
  return SEGMENTER.segment(text.trimStart()).containing(0)?.segment ?? '';
}

/** At most `maxLength` code units of a text, cut between user-perceived characters, without a sign that it was cut. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const at = SEGMENTER.segment(text).containing(maxLength)?.index ?? maxLength;
  // One "character" of endless marks is cut all the same.
  return text.slice(0, at === 0 ? maxLength : at).replace(/[\uD800-\uDBFF]$/, '');
}

/** The same, with an ellipsis at the end of what was cut. */
export function truncate(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : `${cutText(text, maxLength - 1).trimEnd()}…`;
}

/** Which way a text is written. */
export type Direction = 'ltr' | 'rtl';

/** In UTF-16 code units, as the `maxLength` of an input counts. */
export const MAX_NAME_LENGTH = 40;

/** A name that the person, a file or a policy gave to a chat or a page: trimmed, and cut between graphemes. */
export function shortName(name: string, maxLength = MAX_NAME_LENGTH): string {
  let short = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name.trim())) {
    if (short.length + segment.length > maxLength) break;
    short += segment;
  }
  return short.trim();
}
