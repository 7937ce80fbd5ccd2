import { patternOf } from '@/utils/model/address';
import type { ReadFailure, ReadFailureKind } from '@/utils/model/failure';
import { isOpen } from '@/utils/model/report';
import { isOwnPagePlatform, type PageSearch } from '@/utils/model/status-page';
import { ADAPTERS, type Reading } from '@/utils/platforms/adapters';
import { type DetectedPlatform, detectPlatform, flashdutyPageAt, probePathsOf } from '@/utils/platforms/detect';
import { pageNameOf } from '@/utils/platforms/read-body';
import { UNREADABLE_PART } from '@/utils/platforms/util';
import type { Fetched, Ports } from './ports';

export interface FoundPage {
  page: DetectedPlatform;
  reading: Reading;
  /** By their name in the adapter. Documents that could not be read are missing. */
  documents: Readonly<Record<string, string>>;
}

/** Why no page was found: the last failure of the host, or that none of its responses has a known format. */
export type NotFound = { page: null; reason: ReadFailureKind | 'not_recognized' };

const isAbsent = (failure: ReadFailure): boolean => failure.kind === 'http_error' && failure.status === 404;

/** The status page of a host, recognized by the responses of the host, with its report. */
export async function findPage(
  fetchDocument: (url: string) => Promise<Fetched>,
  host: string,
): Promise<FoundPage | NotFound> {
  const asked = probePathsOf(host).map(async (path) => [path, await fetchDocument(`https://${host}${path}`)] as const);
  const bodies: Record<string, string> = {};
  let reason: NotFound['reason'] = 'not_recognized';
  for (const [path, fetched] of await Promise.all(asked)) {
    if (fetched.ok) bodies[path] = fetched.body;
    // A missing path says nothing about the others.
    else if (!isAbsent(fetched.failure)) reason = fetched.failure.kind;
  }
  const page = detectPlatform(host, bodies);
  if (page === null) return { page, reason: Object.keys(bodies).length > 0 ? 'not_recognized' : reason };
  return readFound(fetchDocument, page);
}

async function readFound(fetchDocument: (url: string) => Promise<Fetched>, page: DetectedPlatform): Promise<FoundPage> {
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
 * Finds a supported status page on the host of an address. Reads pages with open CORS headers without a permission; for
 * others, the host must be granted first. Never rejects.
 */
export async function searchOwnPage(
  { fetchDocument, hasAccess }: Pick<Ports, 'fetchDocument' | 'hasAccess'>,
  address: string,
): Promise<PageSearch> {
  const { host } = new URL(address);
  // If the permission can't be read, treat it as not granted.
  const isGranted = await hasAccess([patternOf(host)]).catch(() => false);
  const fetchOpen = (url: string) => fetchDocument({ url, hosts: [host], isCorsOpen: true });
  const known = flashdutyPageAt(address);
  // An adapter that throws is our bug. The search must end all the same.
  const found = await (known === null ? findPage(fetchOpen, host) : readFound(fetchOpen, known)).catch(() => null);
  if (found === null) return { kind: 'not_found', reason: 'wrong_shape' };
  if (found.page === null) {
    return isGranted ? { kind: 'not_found', reason: found.reason } : { kind: 'needs_access', host };
  }
  const { page, reading, documents } = found;
  const { platform, origin, pageId } = page;
  if (!isOwnPagePlatform(platform)) return { kind: 'not_watchable', platform };
  if (!reading.ok) {
    const { kind } = reading.failure;
    // Without a permission, a host without CORS headers looks unreachable.
    return kind === 'unreachable' && !isGranted ? { kind: 'needs_access', host } : { kind: 'not_found', reason: kind };
  }
  const { incidents } = reading.report;
  // As a core part, what cannot be read now would be missing once it can be.
  const components = reading.report.components.filter(({ id }) => id !== UNREADABLE_PART.id);
  if (components.length === 0) return { kind: 'lists_nothing' };
  return {
    kind: 'found',
    page: {
      platform,
      address: origin,
      pageId,
      // Once granted, it is unknown whether the grant was needed. Statuspage has open CORS headers on public pages:
      // https://support.atlassian.com/statuspage/docs/what-are-the-different-apis-under-statuspage
      isCorsOpen: !isGranted || platform === 'statuspage',
      name: pageNameOf(documents) ?? host,
      components,
      openIncidents: incidents.filter(isOpen).length,
    },
  };
}
