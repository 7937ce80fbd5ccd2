import * as v from 'valibot';
import type { AssistantId } from '@/utils/model/assistant';
import type { OpinionSourceId, OpinionValue, OpinionWord } from '@/utils/model/opinion';

/** A readable answer of a source. */
export interface Reading {
  word: OpinionWord;
  value: OpinionValue;
  /** When it was measured, epoch milliseconds; null if the source does not say. */
  at: number | null;
}

/** One public source of a second opinion. */
export interface OpinionSource {
  id: OpinionSourceId;
  name: string;
  /** The one host that is requested. */
  host: string;
  /** Whether it measures by itself. */
  isIndependent: boolean;
  /** For the documentation. */
  measures: string;
  terms: string;
  /** Date of the facts below, and what of them was not seen live. */
  asOf: string;
  doubts: string;
  /** Addresses of its documents about an assistant; empty if it has none. */
  addresses(id: AssistantId): string[];
  /** Bodies in the order of `addresses`; null for one that did not arrive. Null for any shape that is not documented. */
  parse(id: AssistantId, bodies: readonly (string | null)[]): Reading | null;
}

/** The JSON of a body in the shape of a schema; null for anything else. */
export function parseBody<Schema extends v.GenericSchema>(
  schema: Schema,
  body: string | null | undefined,
): v.InferOutput<Schema> | null {
  if (body === null || body === undefined) return null;
  try {
    const parsed = v.safeParse(schema, JSON.parse(body));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** An ISO 8601 time as epoch milliseconds. */
export const isoTime = v.pipe(
  v.string(),
  v.transform((text) => Date.parse(text)),
  v.number(),
  v.finite(),
);

/** A number of things: whole, not negative. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
