import * as v from 'valibot';

/** An id of a dialect that writes ids as numbers in one place and as text in another: always text. */
export const idSchema = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((id) => String(id)),
);
