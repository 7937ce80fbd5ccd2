/** Longer bodies are cut: nobody reads them in a banner, and storage is not endless. */
const MAX_LENGTH = 4_000;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
};

/** Control characters but tab and newline, and the invisible marks that can turn the reading direction around. */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Bidi_Control}]/gu;

/**
 * What a person reads of text from a status page: line breaks for `<br>` and `<p>`, no other tags, the words of
 * Markdown links and emphasis; of nothing, nothing. Only things that look like tags go; "latency < 5 s" stays whole. No
 * pattern may begin anew in the middle of what it could match: a text of nothing but brackets or blanks would take its
 * length squared.
 */
export function plainText(source: string | null | undefined): string {
  const text = (source ?? '')
    .slice(0, MAX_LENGTH * 2)
    .replace(/\r\n?/g, '\n')
    .replace(/<br\s*\/?>|<\/(?:p|li|div|h[1-6])>/gi, '\n')
    .replace(/<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/gi, '')
    .replace(/&(amp|lt|gt|quot|apos|nbsp|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\[([^[\]\n]+)\]\(https?:[^[)\s]+\)/g, '$1')
    .replace(/\*\*([^*\n]+)\*\*/g, '$1')
    .replace(INVISIBLE, '')
    .replace(/(?<![ \t])[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}

/** The same for a title or a name: one line, at most 200 characters. */
export function plainLine(source: string | null | undefined): string {
  const line = plainText(source?.slice(0, 2_000)).replace(/\s+/g, ' ');
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
