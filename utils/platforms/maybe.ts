import * as v from 'valibot';

/** What dialects leave out, or write as null, where there is nothing to say. */
export const maybe = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.nullable(schema));

export const text = maybe(v.string());

/**
 * The same, but a value of the wrong type counts as not stated. Only for fields whose absence never means that something
 * is well: a component's level word that is absent is unknown, an incident's is open.
 */
export const loose = <Schema extends v.GenericSchema>(schema: Schema) => v.fallback(maybe(schema), null);

export const looseText = loose(v.string());

/**
 * A list whose entries are parsed one by one: an entry of another shape is left out and does not fail the document.
 * A value that is no list at all still fails. Make the fields of an entry `loose` where leaving it out could hide trouble.
 */
export const entries = <Schema extends v.GenericSchema>(item: Schema) =>
  v.pipe(
    v.array(v.unknown()),
    v.transform((raws) =>
      raws.flatMap((raw): v.InferOutput<Schema>[] => {
        const parsed = v.safeParse(item, raw);
        return parsed.success ? [parsed.output] : [];
      }),
    ),
  );

/** The same for a list that may be left out. */
export const list = <Schema extends v.GenericSchema>(item: Schema) => maybe(entries(item));

/** A list inside an entry: one that is no list counts as not stated, so that the entry itself is kept. */
export const looseList = <Schema extends v.GenericSchema>(item: Schema) => loose(entries(item));

/**
 * The same, but an entry of another shape stays in the list as null. For lists that stand for what they leave out: there,
 * an entry that cannot be read must not count as "nothing is wrong".
 */
export const everyEntry = <Schema extends v.GenericSchema>(item: Schema) => v.array(v.fallback(v.nullable(item), null));

/** Such a list inside an entry: one that is no list holds something that cannot be read. */
export const everyEntryIn = <Schema extends v.GenericSchema>(item: Schema) =>
  maybe(v.fallback(everyEntry(item), [null]));
