/** The latest of some moments; null of none. */
export function latestOf(times: readonly number[]): number | null {
  return times.reduce<number | null>((latest, time) => (latest === null || time > latest ? time : latest), null);
}
