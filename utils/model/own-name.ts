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
