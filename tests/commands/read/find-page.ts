import type { ReadFailureKind } from '@/utils/model/failure';
import type { Reading } from '@/utils/platforms/adapter';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { type DetectedPlatform, detectPlatform, probePathsOf } from '@/utils/platforms/detect-platform';
import type { Fetcher } from './fetch-place';

export interface FoundPage {
  page: DetectedPlatform;
  reading: Reading;
  documents: string[];
}

/** Why there is nothing: what the host's last answer was, or that nothing in its answers is known. */
export type NotFound = { page: null; reason: ReadFailureKind | 'not_recognised' };

/** The status page at an address, by what its host answers, and what it says. */
export async function findPage(fetchDocument: Fetcher, address: string): Promise<FoundPage | NotFound> {
  const { host } = new URL(address);
  const bodies: Record<string, string> = {};
  let reason: NotFound['reason'] = 'not_recognised';
  for (const path of probePathsOf(host)) {
    const fetched = await fetchDocument(`https://${host}${path}`, [host]);
    if (fetched.ok) bodies[path] = fetched.body;
    else reason = fetched.failure.kind;
  }
  const page = detectPlatform(host, bodies);
  if (page === null) return { page, reason: Object.keys(bodies).length > 0 ? 'not_recognised' : reason };
  const { platform, origin, pageId } = page;
  const { requests, parse } = ADAPTERS[platform];
  const documents: Record<string, string> = {};
  for (const { name, url } of requests(origin, pageId).filter(({ need }) => need === undefined)) {
    const fetched = await fetchDocument(url, [host]);
    if (!fetched.ok) return { page, reading: fetched, documents: [name] };
    documents[name] = fetched.body;
  }
  return { page, reading: parse(documents, { pageId, origin }), documents: Object.keys(documents) };
}
