import type { PlatformId } from '@/utils/model/report';

/** One document that tells a dialect by itself. */
export interface Probe {
  platform: PlatformId;
  /** Where it lies on the host. */
  path: string;
  /** What the adapter calls it. */
  document: string;
  /** Where the page's documents lie below, on that host. */
  below: string;
  /** The only hosts that have it; null: any may. */
  hosts: readonly string[] | null;
}

const onAnyHost = (platform: PlatformId, path: string, document: string): Probe => ({
  platform,
  path,
  document,
  below: '',
  hosts: null,
});

/**
 * In the order in which they are believed: pages with a dialect of their own first, by their host; then documents
 * that carry an identity; then feeds, which say least. Statuspage and incident.io share a path, and are told apart by
 * the page's id.
 */
export const PROBES: readonly Probe[] = [
  {
    platform: 'google',
    path: '/appsstatus/dashboard/incidents.json',
    document: 'incidents',
    below: '/appsstatus/dashboard',
    hosts: ['www.google.com'],
  },
  { ...onAnyHost('google', '/incidents.json', 'incidents'), hosts: ['status.cloud.google.com'] },
  { ...onAnyHost('xai', '/feed.xml', 'feed'), hosts: ['status.x.ai'] },
  { ...onAnyHost('microsoft', '/api/posts/m365Consumer', 'posts'), hosts: ['status.cloud.microsoft'] },
  onAnyHost('statuspage', '/api/v2/summary.json', 'summary'),
  onAnyHost('incidentio', '/api/v2/summary.json', 'summary'),
  onAnyHost('instatus', '/summary.json', 'summary'),
  onAnyHost('betterstack', '/index.json', 'index'),
  { ...onAnyHost('feed', '/feed.rss', 'feed'), below: '/feed.rss' },
  { ...onAnyHost('feed', '/history.atom', 'feed'), below: '/history.atom' },
  { ...onAnyHost('feed', '/feed.xml', 'feed'), below: '/feed.xml' },
];
