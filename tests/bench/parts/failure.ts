import type { Page } from '@playwright/test';
import { measured, type Row } from '@/tests/bench/row';
import { withChromium } from '@/tests/bench/with-chromium';
import { stopWorkers } from '@/tests/browser/control-page';
import { CHATS } from '@/tests/browser/fixtures';

const ROUNDS = 12;
const CHAT = 'https://claude.ai/chat/1';

declare global {
  interface Window {
    bannerAt?: number;
    failedAt?: number[];
  }
}

/** The globals of an extension page that are used here. */
declare const chrome: {
  runtime: { sendMessage(message: object): Promise<unknown> };
  storage: { session: { remove(key: string): Promise<void> } };
};

/** Records, by one clock, when each message was answered and when the banner appeared. */
function noteTimes(): void {
  const failedAt: number[] = [];
  window.failedAt = failedAt;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntriesByType('resource')) {
      if (entry.name.endsWith('/completion')) failedAt.push((entry as PerformanceResourceTiming).responseEnd);
    }
  }).observe({ type: 'resource' });
  new MutationObserver(() => {
    if (document.querySelector('understudy-banner') !== null) window.bannerAt ??= performance.now();
  }).observe(document, { childList: true, subtree: true });
}

async function send(page: Page, text: string, answers: number): Promise<void> {
  await page.locator('[contenteditable="true"]').click();
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
  await page.waitForFunction((count) => window.failedAt?.length === count, answers);
}

/** Milliseconds from the answer to the second failing message to the banner. */
async function round(page: Page, isCold: boolean): Promise<number> {
  await page.goto(CHAT);
  await send(page, 'First', 1);
  if (isCold) await stopWorkers(page);
  await send(page, 'Second', 2);
  await page.waitForFunction(() => window.bannerAt !== undefined);
  return page.evaluate(() => (window.bannerAt ?? 0) - (window.failedAt?.[1] ?? 0));
}

/** From a failure to its banner in a real Chromium, including the browser's own delays. */
export function measureFailure(): Promise<Row[]> {
  return withChromium({ scenario: 'healthy', grants: [...CHATS, 'webRequest'] }, async (understudy, loopback) => {
    await understudy.isReady();
    loopback.overrideSite('claude.ai', { send: { kind: 'status', status: 529 } });
    const ours = await understudy.openHistory('');
    const page = await understudy.context.newPage();
    await page.addInitScript(noteTimes);
    const taken: Record<'awake' | 'stopped', number[]> = { awake: [], stopped: [] };
    for (let count = 0; count <= ROUNDS; count += 1) {
      for (const worker of ['awake', 'stopped'] as const) {
        const ms = await round(page, worker === 'stopped');
        // The first run is left out, as everywhere.
        if (count > 0) taken[worker].push(ms / 1_000);
        await page.goto('about:blank');
        await ours.evaluate(async () => {
          await chrome.storage.session.remove('evidence');
          await chrome.runtime.sendMessage({ type: 'refresh' });
        });
      }
    }
    return (['awake', 'stopped'] as const).map((worker) =>
      measured(`two failed sends, worker ${worker}: the banner`, taken[worker], 's', 5),
    );
  });
}
