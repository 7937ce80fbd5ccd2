import { measured, type Row } from '@/tests/bench/row';
import { FORMATS } from '@/tests/fixtures/formats';
import { pageReply } from '@/tests/loopback/page-reply';
import { pageStateAt } from '@/tests/loopback/page-state-at';
import { LOOPBACK_PAGES } from '@/tests/loopback/pages/loopback-pages';
import { CALM_PAGE } from '@/tests/loopback/scenario';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import type { StatusPage } from '@/utils/model/assistant';
import type { PlatformId } from '@/utils/model/report';
import { ADAPTERS, type Documents } from '@/utils/platforms/adapters';

const TIMES = 30;

interface Sample {
  platform: PlatformId;
  documents: Documents;
  pageId: string | null;
  origin: string | null;
}

/** The documents of one reading of a page of the mock network. */
function samplesOf(page: StatusPage): Sample[] {
  const { platform, address, pageId } = page;
  const loopback = LOOPBACK_PAGES.find(({ host }) => host === new URL(address).host);
  if (loopback === undefined) return [];
  const state = pageStateAt(loopback, CALM_PAGE, Date.UTC(2026, 8, 3), 0);
  const wanted = ADAPTERS[platform].requests(address, pageId).filter(({ need }) => need !== 'detail');
  const bodies = wanted.map(({ name, url }) => [name, pageReply(loopback, state, new URL(url).pathname, null).body]);
  return [{ platform, documents: Object.fromEntries(bodies), pageId, origin: address }];
}

function timesOf({ platform, documents, pageId, origin }: Sample): number[] {
  const once = () => {
    const startedAt = performance.now();
    ADAPTERS[platform].parse(documents, { pageId, origin });
    return performance.now() - startedAt;
  };
  once();
  return Array.from({ length: TIMES }, once);
}

/** Time from documents to a report for each format, including the list of past incidents. */
export async function measureParse(): Promise<Row[]> {
  const fixtures: Sample[] = FORMATS.map(({ platform, fine, documents }) => {
    const made = documents(fine[0]);
    return { platform, documents: made, pageId: null, origin: null };
  });
  const all = [...ASSISTANTS.flatMap(({ statusPages }) => statusPages.flatMap(samplesOf)), ...fixtures];
  const first = new Map(all.toReversed().map((sample) => [sample.platform, sample]));
  return [...first.values()].map((sample) => {
    const size = Object.values(sample.documents).reduce((sum, body) => sum + body.length, 0);
    return measured(`${sample.platform}, ${(size / 1_000).toFixed(1)} kB`, timesOf(sample), 'ms');
  });
}
