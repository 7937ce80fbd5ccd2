import * as v from 'valibot';
import type { ReadFailure, ReadFailureKind } from '@/utils/model/failure';
import type { LocalModelId } from '@/utils/model/fallback';
import { plainLine } from './text';

export type BodyKind = Extract<
  ReadFailureKind,
  'html' | 'sign_in' | 'challenge' | 'truncated' | 'wrong_charset' | 'not_json'
>;

const HTML = /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|body|title|meta)\b/i;

/**
 * Detects bot protection by markers that only its own pages have: the titles of Cloudflare's pages, its challenge's
 * settings (its scripts occur in ordinary pages too), and markers of AWS WAF, DataDome and HUMAN.
 */
const CHALLENGE =
  /<title>[^<]*(?:just a moment|attention required|checking your browser|you(?: are|'re)?(?: an?)? human|not a robot)|_cf_chl_opt|gokuProps|captcha-delivery\.com|px-captcha/i;

/** Detects sign-in pages: a password field, a title that says so, or a captive portal's message to devices (WISPr). */
const SIGN_IN =
  /<input[^<>]*\stype\s*=\s*["']?password|<title>[^<]*\b(?:(?:sign|log)[ -]?[io]n|captive portal|hotspot)\b|<WISPAccessGatewayParam/i;

/** Undecodable bytes, and the zero bytes of UTF-16 read as an 8-bit charset. */
const NO_LETTER = /[\0\uFFFD]/;

/** Whether quotation marks or brackets are still open at the end. */
function isCutJson(text: string): boolean {
  let [depth, isInText] = [0, false];
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i] ?? '';
    if (isInText && character === '\\') i += 1;
    else if (character === '"') isInText = !isInText;
    else if (!isInText && '{['.includes(character)) depth += 1;
    else if (!isInText && '}]'.includes(character)) depth -= 1;
  }
  return isInText || depth > 0;
}

/** Whether a body begins like RSS or Atom. */
export const isFeedBody = (text: string): boolean => /^\s*(?:<\?xml[^>]*>\s*)?<(?:rss|feed)\b/.test(text);

/** Whether the root element is not closed. */
const isCutFeed = (text: string): boolean => isFeedBody(text) && !/<\/\w+>$/.test(text);

function isCut(text: string): boolean {
  // Ignore half a character at the end of a cut body.
  const whole = text.replace(/\uFFFD$/, '');
  return !NO_LETTER.test(whole) && (/^[{[]/.test(whole) ? isCutJson(whole) : isCutFeed(whole));
}

/** What a body is that could not be parsed as JSON or a feed. Pure; never throws. */
export function explainBody(body: string): BodyKind {
  const text = body.replace(/^\uFEFF/, '').trim();
  if (HTML.test(text)) return CHALLENGE.test(text) ? 'challenge' : SIGN_IN.test(text) ? 'sign_in' : 'html';
  if (isCut(text)) return 'truncated';
  return NO_LETTER.test(text) ? 'wrong_charset' : 'not_json';
}

export interface Failed {
  ok: false;
  failure: ReadFailure;
}

/** A reading that failed because of the documents' content, not their transport. */
export const failed = (kind: Exclude<ReadFailureKind, 'http_error' | 'rate_limited'>): Failed => ({
  ok: false,
  failure: { kind },
});

/** A field that platforms omit or set to null if there is nothing to say. */
export const maybe = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.nullable(schema));

export const text = maybe(v.string());

/**
 * Like `maybe`, but a value of the wrong type counts as missing. Only for fields whose absence never means operational:
 * a component without a level word is unknown, an incident without one is open.
 */
export const loose = <Schema extends v.GenericSchema>(schema: Schema) => v.fallback(maybe(schema), null);

export const looseText = loose(v.string());

/**
 * A list whose entries are parsed one by one: an entry of another shape is left out and does not fail the document. A
 * value that is not a list still fails. Make the fields of an entry `loose` if leaving it out could hide an outage.
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

/** Like `entries`, for a list that may be omitted. */
export const list = <Schema extends v.GenericSchema>(item: Schema) => maybe(entries(item));

/** A list inside an entry: a value that is not a list counts as missing, so that the entry is kept. */
export const looseList = <Schema extends v.GenericSchema>(item: Schema) => loose(entries(item));

/**
 * Like `entries`, but an entry of another shape stays as null. For lists whose completeness means operational: there,
 * an unreadable entry must not count as "nothing is wrong".
 */
export const everyEntry = <Schema extends v.GenericSchema>(item: Schema) => v.array(v.fallback(v.nullable(item), null));

/** Like `everyEntry`, inside an entry: a value that is not a list counts as one unreadable entry. */
export const everyEntryIn = <Schema extends v.GenericSchema>(item: Schema) =>
  maybe(v.fallback(everyEntry(item), [null]));

/** An id of a platform that writes ids as numbers in one place and as text in another: always text. */
export const idSchema = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((id) => String(id)),
);

/** RFC 8259 lets parsers ignore a byte order mark; `JSON.parse` does not. */
const BYTE_ORDER_MARK = /^\uFEFF/;

/** Parses a document with its schema, or returns why that failed. A missing document counts as not JSON. */
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

const named = maybe(v.object({ name: looseText }));

/** Where the platforms state the name of a page; Better Stack states that of the company. */
const namesSchema = v.object({
  name: looseText,
  page: named,
  data: maybe(v.object({ page: named, attributes: maybe(v.object({ company_name: looseText })) })),
});

/** The name that a status page states; null for a platform without names. */
export function pageNameOf(documents: Readonly<Record<string, string>>): string | null {
  for (const body of Object.values(documents)) {
    const read = readJson(body, namesSchema);
    if (!read.ok) continue;
    const { name, page, data } = read.value;
    const stated = [page?.name, data?.page?.name, data?.attributes?.company_name, name].map(plainLine);
    const first = stated.find((one) => one !== '');
    if (first !== undefined) return first;
  }
  return null;
}

const ollama = v.object({ models: v.array(v.object({ name: v.string() })) });
/** List of models in the format of OpenAI's API. */
const openAi = v.object({ data: v.array(v.object({ id: v.string() })) });

/** Number of models that a local app lists; null if the body is not a list of models. */
export function countModels(id: LocalModelId, body: string): number | null {
  if (id === 'ollama') {
    const list = readJson(body, ollama);
    return list.ok ? list.value.models.length : null;
  }
  const list = readJson(body, openAi);
  return list.ok ? list.value.data.length : null;
}
