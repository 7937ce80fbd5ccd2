import type { Level } from '@/utils/model/level';
import type { Experience, Past } from '@/utils/model/past';

/** Fewer than these are no experience to speak of. */
const ENOUGH = 5;

/** What lengths in milliseconds, shortest first and at least one, come to. */
export function experienceIn(lengths: readonly number[]): Experience {
  const middle = Math.floor(lengths.length / 2);
  const upper = lengths[middle] ?? 0;
  const lower = lengths[middle - 1] ?? upper;
  const medianMs = lengths.length % 2 === 1 ? upper : (lower + upper) / 2;
  return { count: lengths.length, medianMs, longestMs: lengths.at(-1) ?? 0 };
}

/** How troubles of the same assistant with the same peak lasted: the last ten, at least five. Null when there are fewer. */
export function experienceOf(past: Past, peak: Level): Experience | null {
  const alike = past.troubles.filter((trouble) => trouble.peak === peak && trouble.isEndKnown).slice(0, 10);
  if (alike.length < ENOUGH) return null;
  return experienceIn(alike.map((trouble) => trouble.endedAt - trouble.startedAt).sort((a, b) => a - b));
}
