/** A list with a member at its end, or without it. */
export function withMember<T>(list: readonly T[], member: T, isIn: boolean): T[] {
  const others = list.filter((one) => one !== member);
  return isIn ? [...others, member] : others;
}
