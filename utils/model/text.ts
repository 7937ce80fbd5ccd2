/** Emoji, flags and letters with combining marks are several code units; cutting between them breaks a character. */
const SEGMENTER = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The first `count` user-perceived characters. */
export function cutGraphemes(text: string, count: number): string {
  const segments = [...SEGMENTER.segment(text.trimStart())];
  return segments
    .slice(0, count)
    .map(({ segment }) => segment)
    .join('');
}

/** Cuts a text to at most `maxLength` code units, between user-perceived characters, without an ellipsis. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const at = SEGMENTER.segment(text).containing(maxLength)?.index ?? maxLength;
  // A single grapheme that is longer than the limit is cut anyway.
  return text.slice(0, at === 0 ? maxLength : at).replace(/[\uD800-\uDBFF]$/, '');
}

/** Like `cutText`, with an ellipsis if something was cut. */
export function truncate(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : `${cutText(text, maxLength - 1).trimEnd()}…`;
}

/** A 32-bit FNV-1a hash (http://www.isthe.com/chongo/tech/comp/fnv/). It tells texts apart without keeping them. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

export type Direction = 'ltr' | 'rtl';

/** In UTF-16 code units, as `maxLength` of an input counts. */
const MAX_NAME_LENGTH = 40;

/** Normalizes a name from a user, file or policy: trimmed, and cut between graphemes. */
export function shortName(name: string, maxLength = MAX_NAME_LENGTH): string {
  let short = '';
  for (const { segment } of SEGMENTER.segment(name.trim())) {
    if (short.length + segment.length > maxLength) break;
    short += segment;
  }
  return short.trim();
}
