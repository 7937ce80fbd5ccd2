import type { DocumentAddress, Fetched } from '@/utils/app/ports';
import type { ReadFailure } from '@/utils/model/failure';
import * as clock from './clock';
import { decodeBody } from './decode-body';
import { hasAccess } from './permissions';

/** Over everything, the body included. */
const TIMEOUT_MS = 10_000;
/** A person waits for the list that this is for. */
const LOCAL_TIMEOUT_MS = 1_500;
/** The largest page recorded is 1.35 MB (Google Cloud, 2022). */
const MAX_BYTES = 8_000_000;

const failed = (failure: ReadFailure): Fetched => ({ ok: false, failure });

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

function failureOf(response: Response): ReadFailure | null {
  const guard = guardOf(response);
  if (guard !== null || response.ok) return guard;
  const comeBackAt = retryAt(response.headers.get('retry-after'), clock.now());
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

function isElsewhere({ url }: Response, hosts: readonly string[]): boolean {
  const { protocol, host } = new URL(url);
  return protocol !== 'https:' || !hosts.includes(host);
}

/** One request without cookies or referrer, within a time and a size. Never rejects. */
async function get(
  url: string,
  timeoutMs: number,
  init: RequestInit,
  isMoved: (response: Response) => boolean,
): Promise<Fetched> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', signal, ...init });
    const failure: ReadFailure | null = isMoved(response) ? { kind: 'moved' } : failureOf(response);
    if (failure !== null) return failed(failure);
    const body = await readCapped(response);
    return body === null ? failed({ kind: 'too_large' }) : { ok: true, body };
  } catch (error) {
    const isTimeout = error instanceof DOMException && error.name === 'TimeoutError';
    return failed({ kind: isTimeout ? 'timeout' : 'unreachable' });
  }
}

/**
 * Reads one document of a status page, revalidated where the server has a validator (`no-cache` lets the browser's
 * own cache answer a 304). Never rejects.
 */
export async function fetchDocument({ url, hosts, isCorsOpen }: DocumentAddress): Promise<Fetched> {
  const isReadable = isCorsOpen || (await hasAccess(hosts.map((host) => `https://${host}/*`)));
  if (!isReadable) return failed({ kind: 'not_allowed' });
  return get(url, TIMEOUT_MS, { cache: 'no-cache' }, (response) => isElsewhere(response, hosts));
}

/** Asks a programme on this machine, which must answer itself. Never rejects. */
export function fetchLocal(url: string): Promise<Fetched> {
  return get(url, LOCAL_TIMEOUT_MS, { cache: 'no-store', redirect: 'error' }, () => false);
}
