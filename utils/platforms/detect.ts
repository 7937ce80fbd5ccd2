import * as v from 'valibot';
import type { PlatformId } from '@/utils/model/report';
import { type DetectedPlatformId, flashdutyIdIn } from '@/utils/model/status-page';
import { ADAPTERS } from './adapters';
import { isFeedBody, looseText, maybe, readJson, text } from './read-body';

const schema = v.object({
  id: looseText,
  domainPrefix: looseText,
  page: maybe(v.object({ id: text, name: text, status: text })),
  data: maybe(v.object({ id: text, type: text })),
});

const STATUSPAGE_ID = /^[a-z0-9]{12}$/;
/** A ULID, in Crockford's base 32. */
const INCIDENTIO_ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;
const INSTATUS_WORD = /^(?:UP|HASISSUES|UNDERMAINTENANCE|(?:ALL|SOME|ONE)[A-Z]*(?:OUTAGE|PERFORMANCE|MAINTENANCE))$/;

export interface PageIdentity {
  platform: DetectedPlatformId;
  pageId: string;
}

/**
 * The identity and platform that a document states; null if it states neither. Statuspage and incident.io differ in the
 * format of the page's id; a feed is identified by its host.
 */
export function identifyPage(body: string, host: string): PageIdentity | null {
  if (isFeedBody(body)) return { platform: 'feed', pageId: host };
  const read = readJson(body, schema);
  if (!read.ok) return null;
  const { page, data, id: own, domainPrefix } = read.value;
  const id = page?.id ?? '';
  if (STATUSPAGE_ID.test(id)) return { platform: 'statuspage', pageId: id };
  if (INCIDENTIO_ID.test(id)) return { platform: 'incidentio', pageId: id };
  if (page?.name && INSTATUS_WORD.test(page.status ?? '')) return { platform: 'instatus', pageId: page.name };
  if (data?.id && data.type === 'status_page') return { platform: 'betterstack', pageId: data.id };
  return own && domainPrefix ? { platform: 'datadog', pageId: own } : null;
}

/**
 * Paths at which any host may have a document that identifies its platform, in order of priority: documents with an
 * identity first, then feeds, which are the least specific.
 */
export const PROBE_PATHS = [
  '/api/v2/summary.json',
  '/summary.json',
  '/index.json',
  '/config.json',
  '/feed.rss',
  '/history.atom',
  '/feed.xml',
] as const;

/** A host with its own platform. */
export interface HostProbe {
  platform: PlatformId;
  /** No trailing slash. */
  origin: string;
  pageId: string | null;
  /** Path of its first document. */
  path: string;
}

/** These take precedence. */
export const HOST_PROBES: readonly HostProbe[] = [
  {
    platform: 'google',
    origin: 'https://www.google.com/appsstatus/dashboard',
    pageId: null,
    path: '/appsstatus/dashboard/incidents.json',
  },
  { platform: 'google', origin: 'https://status.cloud.google.com', pageId: null, path: '/incidents.json' },
  { platform: 'xai', origin: 'https://status.x.ai', pageId: 'status.x.ai', path: '/feed.xml' },
  { platform: 'microsoft', origin: 'https://status.cloud.microsoft', pageId: null, path: '/api/posts/m365Consumer' },
];

/** What the registry needs to read a status page. */
export interface DetectedPlatform {
  platform: PlatformId;
  /** No trailing slash. */
  origin: string;
  /** Null if the platform's documents state none. */
  pageId: string | null;
}

/**
 * The Flashduty page whose documents are at an address. Flashduty's pages are not detected by their host alone, because
 * their documents are below the id of the page, and no document without it is known to state the id.
 */
export function flashdutyPageAt(address: string): DetectedPlatform | null {
  const { origin, pathname } = new URL(address);
  const pageId = flashdutyIdIn(pathname);
  return pageId === null ? null : { platform: 'flashduty', origin, pageId };
}

/** Every path to probe on a host. */
export const probePathsOf = (host: string): string[] => [
  ...HOST_PROBES.filter(({ origin }) => new URL(origin).host === host).map(({ path }) => path),
  ...PROBE_PATHS,
];

/** Whether this is the platform's first document, and its adapter can parse it and finds the identity in it. */
function isAccepted({ platform, origin, pageId }: DetectedPlatform, url: string, body: string): boolean {
  const { requests, parse } = ADAPTERS[platform];
  const [first] = requests(origin, pageId);
  return first?.url === url && parse({ [first.name]: body }, { pageId, origin }).ok;
}

/**
 * The platform of a host's status page, from the bodies by path; paths without an answer are left out. A platform is
 * accepted only if its adapter can parse the document and finds the identity in it: many hosts answer every path with
 * HTML, and old pages keep answering after a move. Null if none is accepted.
 */
export function detectPlatform(host: string, bodies: Readonly<Record<string, string>>): DetectedPlatform | null {
  const bodyOf = (path: string) => (Object.hasOwn(bodies, path) ? (bodies[path] ?? '') : '');
  for (const { path, ...page } of HOST_PROBES) {
    if (isAccepted(page, `https://${host}${path}`, bodyOf(path))) return page;
  }
  for (const path of PROBE_PATHS) {
    const url = `https://${host}${path}`;
    const identity = identifyPage(bodyOf(path), host);
    const page = identity && { ...identity, origin: identity.platform === 'feed' ? url : `https://${host}` };
    if (page !== null && isAccepted(page, url, bodyOf(path))) return page;
  }
  return null;
}
