/** The defined entries, by key. */
export function entriesOf<T>(record: Partial<Record<string, T>>): [string, T][] {
  return Object.entries(record).filter((entry): entry is [string, T] => entry[1] !== undefined);
}
