const MINUTE_MS = 60_000;

/**
 * The length between two moments in ms, as a reader works it out from the two clock times shown: both are cut to the
 * minute first, so that 8:39:50 to 8:58:10 is 19 min.
 */
export function lengthShown(fromMs: number, toMs: number): number {
  return (Math.floor(toMs / MINUTE_MS) - Math.floor(fromMs / MINUTE_MS)) * MINUTE_MS;
}
