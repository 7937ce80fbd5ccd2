import { plainLine, plainText } from './plain-text';
import { writtenTimeOf } from './times';

/** One update in the text of a feed's entry, as Statuspage writes it. */
export interface FeedUpdate {
  /** Epoch milliseconds; null when it is not told in UTC. */
  at: number | null;
  /** What it is headed by, in small letters and with underscores: often a phase, and often just "update". */
  label: string;
  text: string;
}

/** "Jul 9, 06:01 UTC" has no year: that of the moment nearest to the entry's own. */
export function timeNear(text: string, anchor: number | null): number | null {
  const [, month, day, clock] = text.match(/^([A-Z][a-z]{2}) (\d{1,2}), (\d\d:\d\d) (?:UTC|GMT)$/) ?? [];
  if (month === undefined || anchor === null) return null;
  const year = new Date(anchor).getUTCFullYear();
  const candidates = [year - 1, year, year + 1].flatMap(
    (one) => writtenTimeOf(`${day} ${month} ${one} ${clock} GMT`) ?? [],
  );
  const distance = (time: number) => Math.abs(time - anchor);
  return candidates.length > 0 ? candidates.reduce((a, b) => (distance(b) < distance(a) ? b : a)) : null;
}

/** A label or a state as the tables of words have it. */
export const wordOf = (label: string): string =>
  plainLine(label)
    .toLowerCase()
    .replace(/[.:!]+$/, '')
    .replace(/ /g, '_');

/** Every gap has an end: an endless one would be looked through from each of its places. */
const UPDATE =
  /<small>([\s\S]{0,200}?)<\/small>\s{0,50}(?:<br\s{0,9}\/?>)?\s{0,50}<strong>([\s\S]{0,200}?)<\/strong>\s{0,50}-\s*([\s\S]*)/i;

/** In the order of the page, newest first by its own account. `anchor` is the entry's own moment. */
export function readFeedUpdates(html: string, anchor: number | null): FeedUpdate[] {
  return html.split(/<p\b[^<>]*>/i).flatMap((block) => {
    const [, when, label, words] = block.match(UPDATE) ?? [];
    if (when === undefined || label === undefined) return [];
    return [{ at: timeNear(plainLine(when), anchor), label: wordOf(label), text: plainText(words) }];
  });
}
