/** What begins within so short a time hangs together more likely than not. */
export const SHARED_WITHIN_MS = 10 * 60_000;
/** Two may be chance. */
export const SHARED_BY = 3;

/** Whether so many troubles began so close together that a shared cause is the likelier explanation. */
export function haveSharedCause(moments: readonly number[]): boolean {
  const sorted = [...moments].sort((a, b) => a - b);
  return sorted.some((first, index) => {
    const last = sorted[index + SHARED_BY - 1];
    return last !== undefined && last - first <= SHARED_WITHIN_MS;
  });
}
