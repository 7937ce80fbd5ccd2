import * as v from 'valibot';

type Read = (keys?: string | string[] | null) => Promise<Record<string, unknown>>;

/** Where a page reads: the browser, or what was read of it before. May answer with more keys than asked for. */
export interface ReadSource {
  storage: Record<'local' | 'session' | 'managed', { get: Read }>;
  permissions: { getAll(): Promise<{ origins?: string[]; permissions?: string[] }> };
  /** Undefined in Firefox for Android. */
  windows?: { getCurrent(): Promise<{ incognito: boolean }> } | undefined;
}

/** Turns the value of one version into that of the next. Pure; the input may be any JSON. */
export type Migration = (old: Record<string, unknown>) => Record<string, unknown>;

/** A record. Its entries are parsed one by one, so that a damaged entry does not affect the others. */
export interface EntriesPart<Entry extends v.GenericSchema = v.GenericSchema> {
  /** Entries of other keys are dropped. */
  isKey(key: string): boolean;
  /** Whether values of earlier builds lack it. */
  isOptional?: boolean;
  entry: Entry;
}

/** The type without `readonly`, which says nothing about what is stored. */
type Plain<T> = T extends object ? { -readonly [Key in keyof T]: Plain<T[Key]> } : T;
/** The type with nothing optional, for comparison: an optional field that a schema lacks would be lost unnoticed. */
type Complete<T> = T extends object ? { -readonly [Key in keyof T]-?: Complete<Exclude<T[Key], undefined>> } : T;

/**
 * The schema if it fits the type, otherwise a type that it does not satisfy: it returns nothing else than the type, loses
 * nothing of it, and accepts everything of it.
 */
export type SchemaFor<T, Schema extends v.GenericSchema> = [
  v.InferOutput<Schema>,
  Complete<v.InferOutput<Schema>>,
  Complete<T>,
  Plain<T>,
] extends [T, Complete<T>, Complete<v.InferOutput<Schema>>, Plain<v.InferInput<Schema>>]
  ? Schema
  : { doesNotFit: T };

/** The same for each part of a stored value. */
export type FieldsFor<T, Fields extends Record<keyof T, v.GenericSchema | EntriesPart>> = {
  [Name in keyof T]: Fields[Name] extends EntriesPart<infer Entry>
    ? { entry: SchemaFor<NonNullable<T[Name][keyof T[Name]]>, Entry> }
    : Fields[Name] extends v.GenericSchema
      ? SchemaFor<T[Name], Fields[Name]>
      : never;
};

/** How one value is stored. */
export interface StoredShape<T extends object> {
  key: string;
  /** One schema for each part of the value. */
  fields: Record<keyof T, v.GenericSchema | EntriesPart>;
  fallback: T;
  /** The first turns version 1 into version 2, and so on. The current version is their number plus one. */
  migrations: readonly Migration[];
}

export interface Restored<T> {
  value: T;
  /** Parts that did not fit, in whole or in part. */
  damaged: (keyof T)[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const versionOf = ({ migrations }: Pick<StoredShape<object>, 'migrations'>): number => migrations.length + 1;

/** A value without a version is version 1. */
function open(raw: unknown): { version: number; value: unknown } {
  if (isRecord(raw) && typeof raw.version === 'number' && 'value' in raw) {
    return { version: raw.version, value: raw.value };
  }
  return { version: 1, value: raw };
}

/** Whether a newer version of this extension wrote the value. Its known parts are read, and it is never overwritten. */
export function isOfLaterVersion(shape: Pick<StoredShape<object>, 'migrations'>, raw: unknown): boolean {
  return open(raw).version > versionOf(shape);
}

/** The value with its version, as it is stored. */
export function serialize<T extends object>(shape: StoredShape<T>, value: T): { version: number; value: T } {
  return { version: versionOf(shape), value };
}

/** The schema of the items of a list; null for other schemas. */
const itemOf = (part: v.GenericSchema): v.GenericSchema | null =>
  part.type === 'array' && 'item' in part ? (part.item as v.GenericSchema) : null;

/** A list without its damaged items. The rest is parsed again as a whole, because the list itself may have rules. */
function parseItems(part: v.GenericSchema, raw: unknown): { value?: unknown; isWhole: boolean } {
  const item = itemOf(part);
  if (item === null || !Array.isArray(raw)) return { isWhole: false };
  const parsed = v.safeParse(
    part,
    raw.filter((one) => v.safeParse(item, one).success),
  );
  return parsed.success ? { value: parsed.output, isWhole: false } : { isWhole: false };
}

/** `value` is undefined when nothing fits. */
function parsePart(part: v.GenericSchema | EntriesPart, raw: unknown): { value?: unknown; isWhole: boolean } {
  if (!('entry' in part)) {
    const parsed = v.safeParse(part, raw);
    return parsed.success ? { value: parsed.output, isWhole: true } : parseItems(part, raw);
  }
  if (raw === undefined && part.isOptional) return { value: {}, isWhole: true };
  if (!isRecord(raw)) return { isWhole: false };
  const present = Object.keys(raw).filter((key) => part.isKey(key) && raw[key] !== undefined);
  const parsed = present.map((key) => [key, v.safeParse(part.entry, raw[key])] as const);
  const good = parsed.flatMap(([key, result]) => (result.success ? [[key, result.output]] : []));
  return { value: Object.fromEntries(good), isWhole: good.length === present.length };
}

/** Whether a record has entries of keys that this version does not know. Parsing drops them. */
export const hasUnknownKeys = (part: v.GenericSchema | EntriesPart, raw: unknown): boolean =>
  'entry' in part && isRecord(raw) && !Object.keys(raw).every((key) => part.isKey(key));

/** Migrates a stored value and parses it part by part. `undefined`, for nothing stored, gives the fallback. */
export function deserialize<T extends object>(shape: StoredShape<T>, raw: unknown): Restored<T> {
  if (raw === undefined) return { value: shape.fallback, damaged: [] };
  const opened = open(raw);
  const names = Object.keys(shape.fields) as (keyof T)[];
  if (!isRecord(opened.value)) return { value: shape.fallback, damaged: names };
  const due = shape.migrations.slice(Math.max(0, opened.version - 1));
  const current = due.reduce<Record<string, unknown>>((value, migrate) => migrate(value), opened.value);
  const value = { ...shape.fallback };
  const damaged: (keyof T)[] = [];
  for (const name of names) {
    const parsed = parsePart(shape.fields[name], current[name as string]);
    if (parsed.value !== undefined) value[name] = parsed.value as T[typeof name];
    if (!parsed.isWhole) damaged.push(name);
  }
  return { value, damaged };
}

/** The parsed value; null when it does not fit. */
export function parseOrNull<Schema extends v.GenericSchema>(
  schema: Schema,
  raw: unknown,
): v.InferOutput<Schema> | null {
  const parsed = v.safeParse(schema, raw);
  return parsed.success ? parsed.output : null;
}

/** Deep equality of JSON values. Order of keys does not matter, as browsers sort them; undefined counts as absent. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    return one.every((item, index) => isSameValue(item, other[index]));
  }
  if (!isRecord(one) || !isRecord(other)) return false;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => isSameValue(one[key], other[key]));
}
