import * as v from 'valibot';
import { explainBody } from './explain-body';
import { type Failed, failed } from './failed';

/** RFC 8259 lets parsers ignore a byte order mark; `JSON.parse` does not. */
const BYTE_ORDER_MARK = /^\uFEFF/;

/** The document in the shape of its schema, or why it is not. A document that is missing is no JSON. */
export function readJson<Schema extends v.GenericSchema>(
  body: string | undefined,
  schema: Schema,
): { ok: true; value: v.InferOutput<Schema> } | Failed {
  let json: unknown;
  try {
    json = JSON.parse((body ?? '').replace(BYTE_ORDER_MARK, ''));
  } catch {
    return failed(explainBody(body ?? ''));
  }
  const parsed = v.safeParse(schema, json);
  return parsed.success ? { ok: true, value: parsed.output } : failed('wrong_shape');
}
