import type { Fetched } from '@/utils/app/ports';
import type { ReadFailure } from '@/utils/model/failure';

/** UTF-16 that says so with its first two bytes; the mark of UTF-8 is taken off by the decoder. */
function markedCharset([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/**
 * The text of a body, in the first charset that fits all of it: the one that it is marked with, UTF-8 as JSON has to
 * be, the one that its header names. Where none fits, what is no letter stands as U+FFFD.
 */
export function decodeBody(body: ArrayBuffer, contentType: string | null): string {
  const named = contentType?.match(/charset\s*=\s*["']?([\w.:-]+)/i)?.[1];
  // Letters of two bytes without a mark would pass for UTF-8 full of zeros.
  const wide = /^utf-16/i.test(named ?? '') ? named : undefined;
  // Without a name the decoder takes UTF-8.
  for (const charset of [markedCharset(new Uint8Array(body)) ?? wide, 'utf-8', named]) {
    try {
      return new TextDecoder(charset, { fatal: true }).decode(body);
    } catch {
      // Not this one.
    }
  }
  return new TextDecoder().decode(body);
}

/** The largest page recorded is 1.35 MB (Google Cloud, 2022). */
const MAX_BYTES = 4_000_000;

/** Seconds or an HTTP date; null when the header is absent, hidden from us (no permission), or neither. */
function retryAt(header: string | null, now: number): number | null {
  if (header === null) return null;
  const seconds = /^\d{1,6}$/.test(header.trim()) ? Number(header) : null;
  const at = seconds === null ? Date.parse(header) : now + seconds * 1_000;
  return Number.isNaN(at) ? null : at;
}

/**
 * Guards say so themselves, where their headers can be read: Cloudflare and AWS WAF, as documented. By its status a
 * network says that it wants a sign-in first (RFC 6585).
 */
function guardOf({ headers, status }: Response): ReadFailure | null {
  if (headers.get('cf-mitigated') === 'challenge' || headers.has('x-amzn-waf-action')) return { kind: 'challenge' };
  return status === 511 ? { kind: 'sign_in' } : null;
}

function failureOf(response: Response, now: number): ReadFailure | null {
  const guard = guardOf(response);
  if (guard !== null || response.ok) return guard;
  const comeBackAt = retryAt(response.headers.get('retry-after'), now);
  if (response.status === 429 || comeBackAt !== null) return { kind: 'rate_limited', retryAt: comeBackAt };
  return { kind: 'http_error', status: response.status };
}

/** Null when the body is larger than the cap; then the rest is not read. */
async function readCapped(response: Response): Promise<string | null> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > MAX_BYTES) {
      await reader.cancel();
      return null;
    }
    parts.push(part.value);
  }
  return decodeBody(await new Blob(parts).arrayBuffer(), response.headers.get('content-type'));
}

/** The document that a response carries, or why it carries none. Rejects when the connection breaks in its body. */
export async function readResponse(response: Response, now: number): Promise<Fetched> {
  const failure = failureOf(response, now);
  if (failure !== null) return { ok: false, failure };
  const body = await readCapped(response);
  return body === null ? { ok: false, failure: { kind: 'too_large' } } : { ok: true, body };
}
