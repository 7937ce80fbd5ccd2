/** The first moments of the last days, oldest first, today's last: midnights of this device, which know of summer time. */
export function dayStarts(now: number, count: number): number[] {
  const today = new Date(now);
  return Array.from({ length: count }, (_, index) =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() - (count - 1 - index)).getTime(),
  );
}
