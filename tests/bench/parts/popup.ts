import type { Page } from '@playwright/test';
import { measured, type Row } from '@/tests/bench/row';
import { stopWorker, withChromium } from '@/tests/bench/with-chromium';
import { seedHistory } from '@/tests/browser/seed-history';
import type { Understudy } from '@/tests/browser/understudy';
import { ASSISTANTS } from '@/utils/assistants/assistants';

const VISITS = 24;
const POPUP = { width: 380, height: 600 };

interface Seen {
  /** First contentful paint from navigation; milliseconds. */
  paintMs: number;
  /** When a click first opened the first row. */
  readyMs: number;
}

declare global {
  interface Window {
    readyMs?: number;
  }
}

/** Clicks the first row repeatedly until it opens. */
function noteReady(): void {
  setInterval(() => {
    const opener = document.querySelector<HTMLElement>('.row .opener');
    if (opener?.ariaExpanded === 'true') window.readyMs ??= performance.now();
    else opener?.click();
  }, 1);
}

async function visit(page: Page, url: string): Promise<Seen> {
  await page.goto('about:blank');
  await page.goto(url);
  await page.waitForFunction(() => window.readyMs !== undefined);
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  return page.evaluate(() => ({
    paintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    readyMs: window.readyMs ?? 0,
  }));
}

/** The popup and the plain page alternate, so other load on the machine affects both. */
async function pairs(understudy: Understudy, name: string, isCold: boolean): Promise<Row[]> {
  const page = await understudy.context.newPage();
  await page.setViewportSize(POPUP);
  // The snapshot exists: the user opened the popup before and stayed until it was saved.
  await page.goto(`chrome-extension://${understudy.id}/popup.html`);
  await page.waitForFunction(() => localStorage.getItem('glance') !== null);
  await page.addInitScript(noteReady);
  const seen: Record<'popup' | 'plain', Seen[]> = { popup: [], plain: [] };
  for (let round = 0; round <= VISITS; round += 1) {
    for (const which of ['popup', 'plain'] as const) {
      if (isCold) await stopWorker(page);
      const one = await visit(page, `chrome-extension://${understudy.id}/${which}.html`);
      // The first visit of each fills caches and is left out.
      if (round > 0) seen[which].push(one);
    }
  }
  await page.close();
  const paints = (which: 'popup' | 'plain') => seen[which].map(({ paintMs }) => paintMs);
  const [, slowest] = measured('', paints('plain'), 'ms').spread ?? [];
  const plain = measured(`plain page, ${name}: first paint`, paints('plain'), 'ms');
  const gap = seen.popup.map(({ paintMs, readyMs }) => readyMs - paintMs);
  return [
    measured(`popup, ${name}: first paint`, paints('popup'), 'ms', Math.max(plain.value, slowest ?? 0)),
    plain,
    measured(`popup, ${name}: from paint to interactive`, gap, 'ms', 150),
  ];
}

/** Time to the first paint and to the first effective click, compared with a plain page with the same data. */
export function measurePopup(): Promise<Row[]> {
  return withChromium({ scenario: 'claude-outage', grants: [] }, async (understudy) => {
    await understudy.isReady();
    const rows = [
      ...(await pairs(understudy, 'worker awake, new', false)),
      ...(await pairs(understudy, 'worker stopped, new', true)),
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
      ...(await pairs(understudy, 'worker awake, two years', false)),
      ...(await pairs(understudy, 'worker stopped, two years', true)),
    ];
  });
}
