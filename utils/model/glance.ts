import type { MarkColour } from './mark-colour';
import type { Sign } from './sign';
import type { Theme } from './theme';

/** One watched assistant of a glance. */
export interface GlanceRow {
  name: string;
  initial: string;
  colour: MarkColour;
  sign: Sign;
  levelWords: string;
}

/** Where things stood, so that what is painted first does not jump when all the rest comes; pixels. */
export interface GlancePlace {
  /** Of the page it was measured in; in another, lines break elsewhere. */
  width: number;
  /** From the page's top to the sentence that sums up, and from there to the rows. */
  above: number;
  between: number;
  rowHeights: number[];
  height: number;
}

/** What the popup said last: the sentence that sums up and a sign for each. */
export interface Glance {
  /** When it was said, epoch milliseconds. */
  saidAt: number;
  /** Until when it may be shown as how things are; after that only as how they were. Epoch milliseconds. */
  goodUntil: number;
  language: string;
  direction: 'ltr' | 'rtl';
  theme: Theme;
  sign: Sign;
  text: string;
  detail: string | null;
  /** The same sentence with the time at which it held. */
  pastText: string;
  rows: GlanceRow[];
  place: GlancePlace;
}

const HOUR = 3_600_000;
/** What is older than this helps nobody. */
const FORGOTTEN_AFTER_MS = 6 * HOUR;

/** What a glance may be shown as at a moment. One from the future was dated by a clock that has been set back since. */
export function glanceAge({ saidAt, goodUntil }: Glance, now: number): 'good' | 'past' | 'forgotten' {
  if (saidAt > now || now - saidAt > FORGOTTEN_AFTER_MS) return 'forgotten';
  return now < goodUntil ? 'good' : 'past';
}
