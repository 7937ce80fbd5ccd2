import type { Chances } from '@/tests/bench/crowd/chances';
import { HOUR, MINUTE, type Period } from '@/tests/bench/ordinary-days/message-outcome';

/** An outage of one chat on its page. Times in milliseconds of virtual time. */
export interface RandomOutage extends Period {
  /** Start, changes of level, and end; in order. */
  changes: number[];
}

/**
 * Durations are log-uniform from ten minutes to six hours, like those on the providers’ pages in 2026 (19 to 345 minutes,
 * half below 40). Start times are uniform, for want of data.
 */
export function randomOutage(chances: Chances): RandomOutage {
  const from = chances.between(0, 22 * HOUR);
  const until = from + 10 * MINUTE * 36 ** (chances.share() ** 1.3);
  const between = Array.from({ length: Math.floor(chances.between(0, 3)) }, () => chances.between(from, until));
  return { from, until, changes: [from, ...between.sort((a, b) => a - b), until] };
}
