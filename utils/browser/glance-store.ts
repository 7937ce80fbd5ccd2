import * as v from 'valibot';
import { MARK_COLORS } from '@/utils/model/assistant';
import { THEMES } from '@/utils/model/options';
import { SIGNS } from '@/utils/model/verdict';
import type { Glance } from '@/utils/model/views';
import { parseOrNull } from './stored-value';

const KEY = 'glance';
/** The page is as much narrower once there is more to it than fits, pixels. */
const SCROLL_BAR = 20;

const sign = v.picklist(SIGNS);
const pixels = v.pipe(v.number(), v.minValue(0), v.maxValue(10_000));
const schema = v.object({
  saidAt: v.number(),
  goodUntil: v.number(),
  language: v.string(),
  direction: v.picklist(['ltr', 'rtl']),
  theme: v.picklist(THEMES),
  sign,
  text: v.string(),
  detail: v.nullable(v.string()),
  pastText: v.string(),
  rows: v.array(
    v.object({
      name: v.string(),
      initial: v.string(),
      color: v.picklist(MARK_COLORS),
      sign,
      levelWords: v.string(),
    }),
  ),
  place: v.object({ width: pixels, above: pixels, between: pixels, rowHeights: v.array(pixels), height: pixels }),
});

/**
 * What the popup said last, read at once: `localStorage` is the one place of ours that answers in the same turn. Null when
 * there is none, none that can be read, or one of a page of another width, pixels.
 */
export function readGlance(width: number): Glance | null {
  try {
    const glance = parseOrNull(schema, JSON.parse(localStorage.getItem(KEY) ?? 'null'));
    return glance !== null && Math.abs(glance.place.width - width) <= SCROLL_BAR ? glance : null;
  } catch {
    return null;
  }
}

/** A browser that keeps nothing costs the first glance and nothing else. */
export function writeGlance(glance: Glance): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(glance));
  } catch {
    // It is full, or not allowed.
  }
}

export function forgetGlance(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing is kept there, then.
  }
}
