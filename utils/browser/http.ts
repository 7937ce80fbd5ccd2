import type { DocumentAddress, Fetched } from '@/utils/app/ports';
import { patternOf, withHost } from '@/utils/model/address';
import { isTimeout, type ReadFailureKind } from '@/utils/model/failure';
import * as clock from './clock';
import { hasAccess } from './permissions';
import { readResponse, request } from './response';

/** For all requests of a document, including the body. */
const TIMEOUT_MS = 10_000;
/** Short, because the user waits for the list of fallbacks. */
const LOCAL_TIMEOUT_MS = 1_500;

const failed = (kind: Exclude<ReadFailureKind, 'http_error' | 'rate_limited'>): Fetched => ({
  ok: false,
  failure: { kind },
});

/** One request, limited in time and size. Never rejects. */
async function get(url: string, signal: AbortSignal, cache: RequestCache): Promise<Fetched> {
  try {
    const sentAt = clock.now();
    const response = await request(url, signal, cache);
    if (response.type === 'opaqueredirect') return failed('moved');
    const answeredAt = clock.now();
    const fetched = await readResponse(response, answeredAt);
    // Real time, also in the demo, whose clock is faster.
    const answeredMs = Math.max(0, clock.realTimeOf(answeredAt) - clock.realTimeOf(sentAt));
    return fetched.ok ? { ...fetched, answeredMs } : fetched;
  } catch (error) {
    return failed(isTimeout(error) ? 'timeout' : 'unreachable');
  }
}

const isMoved = (fetched: Fetched): boolean => !fetched.ok && fetched.failure.kind === 'moved';

/**
 * Reads one document of a status page. `no-cache` makes the browser revalidate its cached copy, so that a 304 costs no
 * body. If the host redirects, requests the same document from the other hosts of the page; if all redirect, the page has
 * moved. Never rejects.
 */
export async function fetchDocument({ url, hosts, isCorsOpen }: DocumentAddress): Promise<Fetched> {
  // If the permission can't be read, treat it as not granted.
  const isReadable = isCorsOpen || (await hasAccess(hosts.map(patternOf)).catch(() => false));
  if (!isReadable) return failed('not_allowed');
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const first = await get(url, signal, 'no-cache');
  if (!isMoved(first)) return first;
  const { host: asked } = new URL(url);
  for (const host of hosts.filter((other) => other !== asked)) {
    const fetched = await get(withHost(url, host), signal, 'no-cache');
    if (!isMoved(fetched)) return fetched;
  }
  return first;
}

/** Requests an address of a program on this device, without the cache. Never rejects. */
export function fetchLocal(url: string): Promise<Fetched> {
  return get(url, AbortSignal.timeout(LOCAL_TIMEOUT_MS), 'no-store');
}
