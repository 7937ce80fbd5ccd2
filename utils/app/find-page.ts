import type { ReadFailure, ReadFailureKind } from '@/utils/model/failure';
import type { Reading } from '@/utils/platforms/adapter';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { type DetectedPlatform, detectPlatform, probePathsOf } from '@/utils/platforms/detect-platform';
import type { Fetched } from './ports';

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
