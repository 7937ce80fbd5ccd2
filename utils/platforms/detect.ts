import * as v from 'valibot';
import type { DetectedPlatformId } from '@/utils/model/page-memory';
import type { PlatformId } from '@/utils/model/report';
import { ADAPTERS } from './adapters';
import { isFeedBody } from './explain-body';
import { maybe, readJson, text } from './util';

const schema = v.object({
  page: maybe(v.object({ id: text, name: text, status: text })),
  data: maybe(v.object({ id: text, type: text })),
});

const STATUSPAGE_ID = /^[a-z0-9]{12}$/;
/** A ULID: Crockford's alphabet. */
const INCIDENTIO_ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;
const INSTATUS_WORD = /^(?:UP|HASISSUES|UNDERMAINTENANCE|(?:ALL|SOME|ONE)[A-Z]*(?:OUTAGE|PERFORMANCE|MAINTENANCE))$/;

export interface PageIdentity {
  platform: DetectedPlatformId;
  pageId: string;
}

/**
 * Whose status page a document says that it is of, and in which dialect; null when it says neither. Statuspage and
 * incident.io are told apart by the page's id; a feed is its host's.
 */
export function identifyPage(body: string, host: string): PageIdentity | null {
  if (isFeedBody(body)) return { platform: 'feed', pageId: host };
  const read = readJson(body, schema);
  if (!read.ok) return null;
  const { page, data } = read.value;
  const id = page?.id ?? '';
  if (STATUSPAGE_ID.test(id)) return { platform: 'statuspage', pageId: id };
  if (INCIDENTIO_ID.test(id)) return { platform: 'incidentio', pageId: id };
  if (page?.name && INSTATUS_WORD.test(page.status ?? '')) return { platform: 'instatus', pageId: page.name };
  return data?.id && data.type === 'status_page' ? { platform: 'betterstack', pageId: data.id } : null;
}

/**
 * Where any host may have a document that tells its dialect by itself, in the order in which they are believed:
 * documents that carry an identity, then feeds, which say least.
 */
export const PROBE_PATHS = [
  '/api/v2/summary.json',
  '/summary.json',
  '/index.json',
  '/feed.rss',
  '/history.atom',
  '/feed.xml',
] as const;

/** The page of a host that speaks a dialect of its own. */
export interface HostProbe {
  platform: PlatformId;
  /** Without a slash at the end. */
  origin: string;
  pageId: string | null;
  /** Where its first document lies on the host. */
  path: string;
}

/** These are believed first. */
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

/** What a registry needs to know of a status page to have it read. */
export interface DetectedPlatform {
  platform: PlatformId;
  /** Without a slash at the end. */
  origin: string;
  /** Null where the dialect's documents carry none. */
  pageId: string | null;
}

/** Every path that is worth asking a host for. */
export const probePathsOf = (host: string): string[] => [
  ...HOST_PROBES.filter(({ origin }) => new URL(origin).host === host).map(({ path }) => path),
  ...PROBE_PATHS,
];

/** Whether this is the dialect's first document, and the dialect can read it and finds the identity in it. */
function isBelieved({ platform, origin, pageId }: DetectedPlatform, url: string, body: string): boolean {
  const { requests, parse } = ADAPTERS[platform];
  const [first] = requests(origin, pageId);
  return first?.url === url && parse({ [first.name]: body }, { pageId, origin }).ok;
}

/**
 * Which dialect the status page of a host speaks, from what it answered, by path; a path that did not answer is left
 * out. A dialect is believed only when its adapter can read the document and finds the identity in it: many hosts
 * answer every path with HTML, and old pages go on answering after a move. Null when nothing is believed.
 */
export function detectPlatform(host: string, bodies: Readonly<Record<string, string>>): DetectedPlatform | null {
  const bodyOf = (path: string) => (Object.hasOwn(bodies, path) ? (bodies[path] ?? '') : '');
  for (const { path, ...page } of HOST_PROBES) {
    if (isBelieved(page, `https://${host}${path}`, bodyOf(path))) return page;
  }
  for (const path of PROBE_PATHS) {
    const url = `https://${host}${path}`;
    const identity = identifyPage(bodyOf(path), host);
    const page = identity && { ...identity, origin: identity.platform === 'feed' ? url : `https://${host}` };
    if (page !== null && isBelieved(page, url, bodyOf(path))) return page;
  }
  return null;
}
