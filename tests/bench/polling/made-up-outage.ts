import type { Chances } from '@/tests/bench/crowd/chances';
import { HOUR, MINUTE, type Spell } from '@/tests/bench/ordinary-days/fate';

/** A trouble of one chat, as its page shows it. Times in milliseconds of virtual time. */
export interface MadeUpOutage extends Spell {
  /** Its beginning, whatever gets worse or better meanwhile, and its end; in order. */
  changes: number[];
}

/**
 * How long such troubles last: logarithms spread evenly from ten minutes to six hours, which is how those lie that the makers’
 * pages told in 2026 (19 to 345 minutes, half of them below 40). When they begin is anybody’s guess: at any hour alike.
 */
export function madeUpOutage(chances: Chances): MadeUpOutage {
  const from = chances.between(0, 22 * HOUR);
  const until = from + 10 * MINUTE * 36 ** (chances.share() ** 1.3);
  const between = Array.from({ length: Math.floor(chances.between(0, 3)) }, () => chances.between(from, until));
  return { from, until, changes: [from, ...between.sort((a, b) => a - b), until] };
}
