const MINUTE_MS = 60_000;

/**
 * The duration between two times in ms, as it follows from the displayed clock times: both are cut to the minute first,
 * so 8:39:50 to 8:58:10 is 19 min.
 */
export function lengthShown(fromMs: number, toMs: number): number {
  return (Math.floor(toMs / MINUTE_MS) - Math.floor(fromMs / MINUTE_MS)) * MINUTE_MS;
}
