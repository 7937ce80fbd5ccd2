import type { PlatformId } from '@/utils/model/report';

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
