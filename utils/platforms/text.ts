import { decodeHTMLStrict } from 'entities/decode';
import { parseUrl } from '@/utils/model/address';
import { cutText, truncate } from '@/utils/model/text';

/** Longer bodies are cut, to fit into a banner and to save storage. */
const MAX_LENGTH = 4_000;

/**
 * Control characters except tab and newline, lone surrogates, and invisible marks that change the reading direction.
 */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu;

/** Elements in the texts of status pages; `<` before anything else is plain text. */
const ELEMENTS = [
  'a abbr article b big blockquote br caption center cite code dd del details div dl dt em figcaption figure font',
  'footer h[1-6] header hr i iframe img ins kbd label li link main mark meta nav ol p pre q s samp script section',
  'small span strike strong style sub summary sup svg table tbody td tfoot th thead time tr tt u ul var video wbr',
].flatMap((line) => line.split(' '));
/** Attributes need values, so that "a<b and c>d" is not an element. */
const ATTRIBUTES = String.raw`(?:\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'|[^\s"'<>=]+))*\s*\/?`;
const TAG = new RegExp(`</?(?:${ELEMENTS.join('|')})${ATTRIBUTES}>`, 'gi');
const LINE_BREAK = new RegExp(`<br${ATTRIBUTES}>|</(?:p|li|div|tr|h[1-6])\\s*>`, 'gi');

/** What cutting may leave at the end: the beginning of a tag or an entity. */
const CUT_OFF = /(?:<[^<>\s][^<>]*|&#?\w{1,31})$/;

/**
 * Text of a status page as displayed: line breaks for `<br>` and `<p>`, other tags removed, every entity decoded once,
 * Markdown links and emphasis reduced to their text; empty for null. Decoded text is never parsed as tags. No pattern
 * may restart in the middle of its own match: a text of brackets or blanks only would take quadratic time.
 */
export function plainText(source: string | null | undefined): string {
  const whole = source ?? '';
  const cut = cutText(whole, MAX_LENGTH * 2);
  const isCut = cut.length < whole.length;
  const markup = (isCut ? cut.replace(CUT_OFF, '') : cut)
    .replace(/\r\n?/g, '\n')
    .replace(LINE_BREAK, '\n')
    .replace(TAG, '')
    .replace(/\[([^[\]\n]+)\]\((?:https?:|\/)[^[)\s]+\)/g, '$1')
    .replace(/\*\*([^*\n]+)\*\*/g, '$1');
  const text = decodeHTMLStrict(markup)
    .replace(INVISIBLE, '')
    // Non-breaking and similar spaces are normalized for search and comparison.
    .replace(/\u00A0/g, ' ')
    .replace(/(?<![ \t])[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return isCut ? `${truncate(text, MAX_LENGTH - 1).replace(/…$/, '')}…` : truncate(text, MAX_LENGTH);
}

/** Like `plainText`, for a title or name: one line, at most 200 characters. */
export function plainLine(source: string | null | undefined): string {
  const line = plainText(cutText(source ?? '', 2_000)).replace(/\s+/g, ' ');
  return truncate(line, 200);
}

/** Longer addresses are not useful as links. */
const MAX_LINK_LENGTH = 500;

/** An address that may be displayed as a link: HTTPS only. Null for anything else. */
export function linkOf(address: string | null | undefined): string | null {
  if (typeof address !== 'string' || address.length > MAX_LINK_LENGTH) return null;
  const url = parseUrl(address);
  return url?.protocol === 'https:' ? url.href : null;
}

/** Host of such an address; null if there is none. */
export function hostOf(address: string | null | undefined): string | null {
  const link = linkOf(address);
  return link === null ? null : new URL(link).host;
}

/** Years outside this range are errors of the page, and would break calculations. */
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

const ISO_WITH_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** "Wed, 20 May 2026 11:40:00 GMT": RSS. */
const RFC_822 = /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:GMT|UTC|[+-]\d{4})$/;

/** "Wed May 20 2026 11:40:00 GMT+0000 (Coordinated Universal Time)": JavaScript's `Date.toString()`. */
const OF_JAVASCRIPT = /^[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d{4} \d\d:\d\d:\d\d GMT[+-]\d{4}(?: \([^)]*\))?$/;

const plausible = (time: number): number | null =>
  Number.isNaN(time) || time < EARLIEST || time > LATEST ? null : time;

/** Epoch milliseconds of an ISO 8601 time with time zone; null if absent, invalid, or out of range. */
export function timeOf(text: string | null | undefined): number | null {
  if (typeof text !== 'string' || !ISO_WITH_ZONE.test(text)) return null;
  return plausible(Date.parse(text));
}

/** The same for any of the three formats that feeds and old pages use. */
export function writtenTimeOf(source: string | null | undefined): number | null {
  const text = source?.trim() ?? '';
  if (!RFC_822.test(text) && !OF_JAVASCRIPT.test(text)) return timeOf(text);
  return plausible(Date.parse(text.replace(/ \(.*$/, '')));
}

export function timeOfSeconds(seconds: number | null | undefined): number | null {
  return typeof seconds === 'number' ? plausible(seconds * 1_000) : null;
}

/** The first valid time; null if there is none. */
export function firstTimeOf(...texts: (string | null | undefined)[]): number | null {
  for (const text of texts) {
    const time = timeOf(text);
    if (time !== null) return time;
  }
  return null;
}
