import { gzipSync } from 'node:zlib';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { pageReply } from '@/tests/loopback/page-reply';
import { pageStateAt } from '@/tests/loopback/page-state-at';
import type { LoopbackPage } from '@/tests/loopback/pages/loopback-page';
import { LOOPBACK_PAGES } from '@/tests/loopback/pages/loopback-pages';
import { CALM_PAGE, type PageTimeline } from '@/tests/loopback/scenario';
import { runRound } from '@/utils/app/round';
import type { AssistantId } from '@/utils/model/assistant';

/** Midnight, UTC. */
export const START = Date.UTC(2026, 8, 3);
/** Request and response headers. TLS is left out. */
const HEADERS = 700;
/** Recorded feeds gzip to a tenth; the repetitive ones of the mock network would to a twentieth. */
const compressedSize = (body: string): number => Math.max(gzipSync(body).length, Math.round(body.length / 10));

export interface SimulationOptions {
  watched: AssistantId[];
  /** Match patterns of chats that stay open. */
  chats: readonly string[];
  /** By status host; times are offsets. A host without a timeline is operational. */
  pages: Readonly<Record<string, PageTimeline>>;
  forMs: number;
  random: () => number;
}

export interface SimulationResult {
  browser: FakeBrowser;
  requests: number;
  bytes: number;
  wakeUps: number;
  /** Times of notifications, offsets in milliseconds. */
  notifiedAt: number[];
}

/** Documents at an offset, cached between two moments of the timeline. */
function answers(
  pages: SimulationOptions['pages'],
): (page: LoopbackPage, path: string, offset: number) => string | null {
  const known = new Map<string, string | null>();
  return (page, path, offset) => {
    const timeline = pages[page.host] ?? CALM_PAGE;
    const posts = timeline.incidents.flatMap(({ updates }) => updates);
    const past = [...timeline.componentMoments, ...posts].filter(({ at }) => at <= offset).length;
    const key = `${page.host} ${path} ${past}`;
    const made = () => {
      const reply = pageReply(page, pageStateAt(page, timeline, START, offset), path, null);
      return reply.status === 200 ? reply.body : null;
    };
    const body = known.has(key) ? (known.get(key) ?? null) : made();
    known.set(key, body);
    return body;
  };
}

/** Real rounds over the mock network's documents in virtual time, counting bytes on the wire. */
export async function simulateRounds({
  watched,
  chats,
  pages,
  forMs,
  random,
}: SimulationOptions): Promise<SimulationResult> {
  const browser = new FakeBrowser();
  browser.now = START;
  browser.options = { ...browser.options, watched };
  browser.openChats = chats;
  const answer = answers(pages);
  const cached = new Map<string, string>();
  const counted = { requests: 0, bytes: 0, wakeUps: 0 };
  browser.answerFrom((url) => {
    const { host, pathname } = new URL(url);
    const page = LOOPBACK_PAGES.find((one) => one.host === host);
    if (page === undefined) return { kind: 'unreachable' };
    const body = answer(page, pathname, browser.now - START);
    const isUnchanged = page.format.validators === 'etag' && body !== null && cached.get(url) === body;
    if (body !== null) cached.set(url, body);
    counted.requests += 1;
    counted.bytes += HEADERS + (body === null || isUnchanged ? 0 : compressedSize(body));
    return body ?? { kind: 'http_error', status: 404 };
  });
  const notifiedAt: number[] = [];
  while (browser.now < START + forMs) {
    const before = browser.notices.length;
    counted.wakeUps += 1;
    await runRound({ ...browser.ports(), random });
    notifiedAt.push(...browser.notices.slice(before).map(() => browser.now - START));
    browser.now = Math.max(browser.wakesAt ?? 0, browser.now + 30_000);
  }
  return { browser, ...counted, notifiedAt };
}
