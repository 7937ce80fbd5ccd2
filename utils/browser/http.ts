import type { DocumentAddress, Fetched } from '@/utils/app/ports';
import type { ReadFailureKind } from '@/utils/model/failure';
import * as clock from './clock';
import { hasAccess } from './permissions';
import { readResponse } from './response';

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
