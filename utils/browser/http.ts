import type { DocumentAddress, Fetched } from '@/utils/app/ports';
import type { ReadFailure, ReadFailureKind } from '@/utils/model/failure';
import * as clock from './clock';
import { hasAccess } from './permissions';

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

/** Over everything, the body included. */
const TIMEOUT_MS = 10_000;
/** A person waits for the list that this is for. */
const LOCAL_TIMEOUT_MS = 1_500;

const failed = (kind: Exclude<ReadFailureKind, 'http_error' | 'rate_limited'>): Fetched => ({
  ok: false,
  failure: { kind },
});

/**
 * One request without cookies or referrer, within a time and a size. A redirect is not followed: a browser tells where it
 * leads only by going there, and then a host that is not the page's own has been asked. Never rejects.
 */
async function get(url: string, timeoutMs: number, cache: RequestCache): Promise<Fetched> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      cache,
      signal,
    });
    return response.type === 'opaqueredirect' ? failed('moved') : await readResponse(response, clock.now());
  } catch (error) {
    const isTimeout = error instanceof DOMException && error.name === 'TimeoutError';
    return failed(isTimeout ? 'timeout' : 'unreachable');
  }
}

const isMoved = (fetched: Fetched): boolean => !fetched.ok && fetched.failure.kind === 'moved';

/**
 * Reads one document of a status page, revalidated where the server has a validator (`no-cache` lets the browser's
 * own cache answer a 304). Where it redirects, the same document is asked for at the other hosts of the page; a page that
 * leads anywhere else has moved. Never rejects.
 */
export async function fetchDocument({ url, hosts, isCorsOpen }: DocumentAddress): Promise<Fetched> {
  // A browser that does not tell has not allowed it.
  const isReadable = isCorsOpen || (await hasAccess(hosts.map((host) => `https://${host}/*`)).catch(() => false));
  if (!isReadable) return failed('not_allowed');
  const first = await get(url, TIMEOUT_MS, 'no-cache');
  if (!isMoved(first)) return first;
  const { host: asked } = new URL(url);
  for (const host of hosts.filter((other) => other !== asked)) {
    const fetched = await get(Object.assign(new URL(url), { host }).href, TIMEOUT_MS, 'no-cache');
    if (!isMoved(fetched)) return fetched;
  }
  return first;
}

/** Asks a programme on this machine, which must answer itself. Never rejects. */
export function fetchLocal(url: string): Promise<Fetched> {
  return get(url, LOCAL_TIMEOUT_MS, 'no-store');
}
