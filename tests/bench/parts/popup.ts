import type { CDPSession, Page } from '@playwright/test';
import { measured, type Row } from '@/tests/bench/row';
import { withChromium } from '@/tests/bench/with-chromium';
import { stopWorkers } from '@/tests/browser/control-page';
import { seedHistory } from '@/tests/browser/seed-history';
import type { Understudy } from '@/tests/browser/understudy';
import { ASSISTANTS } from '@/utils/assistants/assistants';

const VISITS = 24;
const HEAP_BUDGET = 10_000_000;
const POPUP = { width: 380, height: 600 };
const PAGES = ['popup', 'plain'] as const;
type PageName = (typeof PAGES)[number];

interface Visit {
  /** First contentful paint, milliseconds since navigation start. */
  paintMs: number;
  /** Milliseconds since navigation start until a click has opened each row. */
  readyMs: number;
  /** JavaScript heap after a garbage collection, bytes. */
  heap: number;
}

/** What a measured page writes to its console when every row has opened. */
const READY = 'every row opens';

declare global {
  interface Window {
    readyMs?: number;
  }
}

/**
 * Clicks each row that is still closed, again and again, until every row has reacted. Starts at the first paint, because
 * nobody can click earlier, and because a click that opens a row before the first paint would delay it.
 */
function clickAllRows(ready: string): void {
  const opened = new Set<Element>();
  new PerformanceObserver(() => {
    setInterval(() => {
      const openers = [...document.querySelectorAll<HTMLElement>('.row .opener')];
      for (const opener of openers) {
        if (opener.ariaExpanded === 'true') opened.add(opener);
        else if (!opened.has(opener)) opener.click();
      }
      if (window.readyMs !== undefined || openers.length === 0) return;
      if (!openers.every((opener) => opened.has(opener))) return;
      window.readyMs = performance.now();
      console.info(ready);
    }, 1);
  }).observe({ type: 'paint', buffered: true });
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

async function visit(page: Page, session: CDPSession, url: string): Promise<Visit> {
  await page.goto('about:blank');
  // To ask the page would load Playwright's own script into it, some 10 ms of work at the very moment that is measured.
  const isReady = page.waitForEvent('console', (message) => message.text() === READY);
  await page.goto(url);
  await isReady;
  const times = await page.evaluate(() => ({
    paintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    readyMs: window.readyMs ?? Number.NaN,
  }));
  return { ...times, heap: await heapOf(session) };
}

/** Visits the popup and the plain page alternately, so that other load on the machine affects both. */
async function compare(understudy: Understudy, name: string, isCold: boolean): Promise<Row[]> {
  const page = await understudy.context.newPage();
  await page.setViewportSize(POPUP);
  await page.addInitScript(clickAllRows, READY);
  const session = await page.context().newCDPSession(page);
  const visits: Record<PageName, Visit[]> = { popup: [], plain: [] };
  for (let round = 0; round <= VISITS; round += 1) {
    for (const which of round % 2 === 0 ? PAGES : PAGES.toReversed()) {
      if (isCold) await stopWorkers(page);
      const one = await visit(page, session, `chrome-extension://${understudy.id}/${which}.html`);
      // The first visit to each fills the browser's caches.
      if (round > 0) visits[which].push(one);
    }
  }
  await page.close();
  const { popup, plain } = visits;
  const ratios = popup.map(({ paintMs }, index) => paintMs / (plain[index]?.paintMs ?? Number.NaN));
  const readyRatios = popup.map(({ readyMs }, index) => readyMs / (plain[index]?.readyMs ?? Number.NaN));
  const gap = popup.map(({ paintMs, readyMs }) => readyMs - paintMs);
  const heaps = (of: Visit[]) => of.map(({ heap }) => heap);
  const paints = (of: Visit[]) => of.map(({ paintMs }) => paintMs);
  return [
    measured(`popup, ${name}: first paint`, paints(popup), 'ms'),
    measured(`plain page, ${name}: first paint`, paints(plain), 'ms'),
    measured(`${name}: first paint, popup against plain page`, ratios, '×', 1.2),
    measured(`popup, ${name}: from first paint until every row opens`, gap, 'ms', 150),
    measured(`${name}: every row opens, popup against plain page`, readyRatios, '×', 1.3),
    measured(`popup, ${name}: heap`, heaps(popup), 'B', HEAP_BUDGET),
    measured(`plain page, ${name}: heap`, heaps(plain), 'B'),
  ];
}

/** First paint, time until every row opens, and heap, next to a plain page that shows the same data. */
export function measurePopup(): Promise<Row[]> {
  return withChromium({ scenario: 'claude-outage', grants: [] }, async (understudy) => {
    await understudy.isReady();
    const rows = [
      ...(await compare(understudy, 'worker awake, new', false)),
      ...(await compare(understudy, 'worker stopped, new', true)),
    ];
    const history = await understudy.openHistory('');
    await history.locator('.history').waitFor();
    const seeds = ASSISTANTS.map(({ id, statusPages: [page] }) => ({
      assistantId: id,
      core: page?.core[0]?.id ?? 'core',
      days: 730,
    }));
    await seedHistory(history, seeds, Date.now());
    await history.close();
    return [
      ...rows,
      ...(await compare(understudy, 'worker awake, two years', false)),
      ...(await compare(understudy, 'worker stopped, two years', true)),
    ];
  });
}
