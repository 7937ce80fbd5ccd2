import type { DocumentAddress, Fetched } from '@/utils/app/ports';
import type { ReadFailureKind } from '@/utils/model/failure';
import * as clock from './clock';
import { hasAccess } from './permissions';
import { isElsewhere, readResponse } from './read-response';

/** Over everything, the body included. */
const TIMEOUT_MS = 10_000;
/** A person waits for the list that this is for. */
const LOCAL_TIMEOUT_MS = 1_500;

const failed = (kind: Exclude<ReadFailureKind, 'http_error' | 'rate_limited'>): Fetched => ({
  ok: false,
  failure: { kind },
});

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
    return isMoved(response) ? failed('moved') : await readResponse(response, clock.now());
  } catch (error) {
    const isTimeout = error instanceof DOMException && error.name === 'TimeoutError';
    return failed(isTimeout ? 'timeout' : 'unreachable');
  }
}

/**
 * Reads one document of a status page, revalidated where the server has a validator (`no-cache` lets the browser's
 * own cache answer a 304). Never rejects.
 */
export async function fetchDocument({ url, hosts, isCorsOpen }: DocumentAddress): Promise<Fetched> {
  // A browser that does not tell has not allowed it.
  const isReadable = isCorsOpen || (await hasAccess(hosts.map((host) => `https://${host}/*`)).catch(() => false));
  if (!isReadable) return failed('not_allowed');
  return get(url, TIMEOUT_MS, { cache: 'no-cache' }, (response) => isElsewhere(response.url, hosts));
}

/** Asks a programme on this machine, which must answer itself. Never rejects. */
export function fetchLocal(url: string): Promise<Fetched> {
  return get(url, LOCAL_TIMEOUT_MS, { cache: 'no-store', redirect: 'error' }, () => false);
}
