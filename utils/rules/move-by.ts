/** Moves a member so many places down (negative: up); at the end of the list it goes no further. */
export function moveBy<T>(order: readonly T[], member: T, by: number): T[] {
  const from = order.indexOf(member);
  if (from < 0) return [...order];
  const others = order.filter((one) => one !== member);
  const to = Math.min(Math.max(0, from + by), others.length);
  return [...others.slice(0, to), member, ...others.slice(to)];
}
