import * as v from 'valibot';

/** What came from outside, in the shape of its schema; null where it does not fit, and where nothing is there. */
export function fitting<Schema extends v.GenericSchema>(schema: Schema, raw: unknown): v.InferOutput<Schema> | null {
  const parsed = v.safeParse(schema, raw);
  return parsed.success ? parsed.output : null;
}
