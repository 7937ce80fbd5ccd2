import type { Fetched } from '@/utils/app/ports';
import { GUARD_STATUSES, type ReadFailure } from '@/utils/model/failure';
import { retryAfterTime } from '@/utils/model/limit';

/**
 * Requests an address without cookies or referrer. Redirects are not followed: browsers reveal the target only by
 * requesting it, and that host may not belong to the site. The response of one has the type `opaqueredirect` and status 0.
 */
export function request(url: string, signal: AbortSignal, cache: RequestCache): Promise<Response> {
  return fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'manual', cache, signal });
}

/** The charset of a UTF-16 byte order mark. The decoder itself removes that of UTF-8. */
function markedCharset([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/**
 * Decodes a body in the first charset that fits all of it: that of its byte order mark, UTF-8, or that of the
 * `content-type` header. If none fits, invalid bytes become U+FFFD.
 */
export function decodeBody(body: ArrayBuffer, contentType: string | null): string {
  const named = contentType?.match(/charset\s*=\s*["']?([\w.:-]+)/i)?.[1];
  // UTF-16 without a byte order mark would also decode as UTF-8, with a NUL beside each letter.
  const wide = /^utf-16/i.test(named ?? '') ? named : undefined;
  // With undefined, the decoder uses UTF-8.
  for (const charset of [markedCharset(new Uint8Array(body)) ?? wide, 'utf-8', named]) {
    try {
      return new TextDecoder(charset, { fatal: true }).decode(body);
    } catch {
      // Try the next charset.
    }
  }
  return new TextDecoder().decode(body);
}

/**
 * The largest page recorded is 1.35 MB (Google Cloud, 2022-07-03):
 * https://github.com/moritalous/cloud-status-history/blob/3e036a2ac815f40879b653f72e9d1e8a9403f822/app/public/incidents.json
 */
const MAX_BYTES = 4_000_000;

const isWebPage = (headers: Headers): boolean => /^\s*text\/html\b/i.test(headers.get('content-type') ?? '');

/**
 * Detects a response that does not come from the status page: bot protection, by its status or the documented headers of
 * Cloudflare and AWS WAF, or a network that requires a sign-in, by its status (RFC 6585).
 */
function guardOf({ headers, status }: Response): ReadFailure | null {
  if (headers.get('cf-mitigated') === 'challenge' || headers.has('x-amzn-waf-action')) return { kind: 'challenge' };
  if (GUARD_STATUSES.includes(status) && isWebPage(headers)) return { kind: 'challenge' };
  return status === 511 ? { kind: 'sign_in' } : null;
}

function failureOf(response: Response, now: number): ReadFailure | null {
  const guard = guardOf(response);
  if (guard !== null || response.ok) return guard;
  const comeBackAt = retryAfterTime(response.headers.get('retry-after'), now);
  if (response.status === 429 || comeBackAt !== null) return { kind: 'rate_limited', retryAt: comeBackAt };
  return { kind: 'http_error', status: response.status };
}

/** Null if the body is larger than `MAX_BYTES`; the rest is not read then. */
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

/** The document in a response, or why there is none. Rejects if the connection breaks while the body is read. */
export async function readResponse(response: Response, now: number): Promise<Fetched> {
  const failure = failureOf(response, now);
  if (failure !== null) return { ok: false, failure };
  const body = await readCapped(response);
  return body === null ? { ok: false, failure: { kind: 'too_large' } } : { ok: true, body };
}
