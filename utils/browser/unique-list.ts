import * as v from 'valibot';

/** The first entry of each key. */
function withoutDuplicates<T>(entries: readonly T[], keyOf: (entry: T) => unknown): T[] {
  const seen = new Set<unknown>();
  return entries.filter((entry) => {
    const key = keyOf(entry);
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * A list without entries that share one of their keys with an earlier one. More than `max` different entries are refused,
 * as the forms refuse them.
 */
export const uniqueList = <const Item extends v.GenericSchema>(
  item: Item,
  max: number,
  ...keys: ((entry: v.InferOutput<Item>) => unknown)[]
) =>
  v.pipe(
    v.array(item),
    v.transform((entries) =>
      (keys.length === 0 ? [(entry: unknown) => entry] : keys).reduce(withoutDuplicates, entries),
    ),
    v.maxLength(max),
  );
