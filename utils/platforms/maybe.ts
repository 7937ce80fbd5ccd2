import * as v from 'valibot';

/** What dialects leave out, or write as null, where there is nothing to say. */
export const maybe = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.nullable(schema));

export const text = maybe(v.string());

export const list = <Schema extends v.GenericSchema>(item: Schema) => maybe(v.array(item));
