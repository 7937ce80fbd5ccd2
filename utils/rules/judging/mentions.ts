const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Whether a text contains a name as whole words, ignoring case: "AI" is not in "failing", "Poe" not in "Poetry", and
 * "v0" not in "v0.9". A full stop at the end of a sentence ends a name; one inside a version number does not.
 */
export function mentions(text: string, name: string): boolean {
  const wanted = name.trim();
  if (wanted === '') return false;
  const words = escaped(wanted).replace(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}_]|\\p{N}\\.)${words}(?![\\p{L}\\p{N}_]|\\.\\p{N})`, 'iu').test(text);
}
