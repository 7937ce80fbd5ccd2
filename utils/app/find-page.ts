import { patternOf } from '@/utils/assistants/patterns';
import type { ReadFailure, ReadFailureKind } from '@/utils/model/failure';
import { isOwnPagePlatform, type PageSearch } from '@/utils/model/own-page';
import { isOpen } from '@/utils/model/report';
import type { Reading } from '@/utils/platforms/adapter';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { type DetectedPlatform, detectPlatform, probePathsOf } from '@/utils/platforms/detect';
import { pageNameOf } from '@/utils/platforms/util';
import type { Fetched, Ports } from './ports';

export interface FoundPage {
  page: DetectedPlatform;
  reading: Reading;
  /** By the name that the adapter gave them; without those that did not arrive. */
  documents: Readonly<Record<string, string>>;
}

/** Why there is nothing: what the host's last answer was, or that nothing in its answers is known. */
export type NotFound = { page: null; reason: ReadFailureKind | 'not_recognised' };

const isAbsent = (failure: ReadFailure): boolean => failure.kind === 'http_error' && failure.status === 404;

/** The status page of a host, recognized by what the host answers, and what it says. */
export async function findPage(
  fetchDocument: (url: string) => Promise<Fetched>,
  host: string,
): Promise<FoundPage | NotFound> {
  const asked = probePathsOf(host).map(async (path) => [path, await fetchDocument(`https://${host}${path}`)] as const);
  const bodies: Record<string, string> = {};
  let reason: NotFound['reason'] = 'not_recognised';
  for (const [path, fetched] of await Promise.all(asked)) {
    if (fetched.ok) bodies[path] = fetched.body;
    // A path that is not there says nothing of the others.
    else if (!isAbsent(fetched.failure)) reason = fetched.failure.kind;
  }
  const page = detectPlatform(host, bodies);
  if (page === null) return { page, reason: Object.keys(bodies).length > 0 ? 'not_recognised' : reason };
  const { platform, origin, pageId } = page;
  const { requests, parse } = ADAPTERS[platform];
  const documents: Record<string, string> = {};
  for (const { name, url } of requests(origin, pageId).filter(({ need }) => need === undefined)) {
    const fetched = await fetchDocument(url);
    if (!fetched.ok) return { page, reading: fetched, documents };
    documents[name] = fetched.body;
  }
  return { page, reading: parse(documents, { pageId, origin }), documents };
}

/**
 * Looks whether the host of an address has a status page that can be watched. What anybody may read is read without a
 * permission; where nothing is, the host has to be granted first. Never rejects.
 */
export async function searchOwnPage(
  { fetchDocument, hasAccess }: Pick<Ports, 'fetchDocument' | 'hasAccess'>,
  address: string,
): Promise<PageSearch> {
  const { host } = new URL(address);
  const isGranted = await hasAccess([patternOf(host)]);
  const found = await findPage((url) => fetchDocument({ url, hosts: [host], isCorsOpen: true }), host);
  if (found.page === null) {
    return isGranted ? { kind: 'not_found', reason: found.reason } : { kind: 'needs_access', host };
  }
  const { page, reading, documents } = found;
  const { platform, origin, pageId } = page;
  if (!isOwnPagePlatform(platform)) return { kind: 'not_watchable', platform };
  if (!reading.ok) return { kind: 'not_found', reason: reading.failure.kind };
  const { components, incidents } = reading.report;
  if (components.length === 0) return { kind: 'lists_nothing' };
  return {
    kind: 'found',
    page: {
      platform,
      address: origin,
      pageId,
      // With a grant nobody can tell whether it was needed; Statuspage lets everybody read (documented).
      isCorsOpen: !isGranted || platform === 'statuspage',
      name: pageNameOf(documents) ?? host,
      components,
      openIncidents: incidents.filter(isOpen).length,
    },
  };
}
