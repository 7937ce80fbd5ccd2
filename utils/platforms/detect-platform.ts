import type { PlatformId } from '@/utils/model/report';
import { ADAPTERS } from './adapters';
import { identifyPage } from './identify-page';
import { HOST_PROBES, PROBE_PATHS } from './probes';

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
