import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { counted, measured, type Row } from '@/tests/bench/row';
import { openChromium } from '@/tests/browser/open-chromium';
import { type Seed, seedHistory } from '@/tests/browser/seed-history';
import { findScenario } from '@/tests/loopback/scenarios/find-scenario';
import { startLoopback } from '@/tests/loopback/start-loopback';
import { ASSISTANTS } from '@/utils/assistants/assistants';

const ASSISTANTS_MEASURED = 25;
const VISITS = 15;
const SIZES = [
  { name: 'a week', days: 7 },
  { name: 'two years', days: 730 },
] as const;

/** The registered assistants, then invented ones, whose rows are in the same stores. */
function seedsOf(days: number, length = ASSISTANTS_MEASURED): Seed[] {
  return Array.from({ length }, (_, index) => {
    const assistant = ASSISTANTS[index];
    const core = assistant?.statusPages[0]?.core[0]?.id ?? 'core';
    return { assistantId: assistant?.id ?? `made-up-${index}`, core, days };
  });
}

declare global {
  interface Window {
    /** From navigation to the first row of the timeline; milliseconds. */
    firstRowAt?: number;
  }
}

/** Records when the first row is in the page. */
function noteFirstRow(): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector('.timeline > li') === null) return;
    window.firstRowAt = performance.now();
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}

async function timesOf(page: Page, url: string): Promise<number[]> {
  const times: number[] = [];
  for (let visit = 0; visit < VISITS; visit += 1) {
    await page.goto('about:blank');
    await page.goto(url);
    await page.waitForFunction(() => window.firstRowAt !== undefined);
    times.push(await page.evaluate(() => window.firstRowAt ?? 0));
  }
  return times;
}

/** Measures in a real Chromium whose history page was opened once, so that its database is there. */
async function onHistoryPage<T>(measure: (page: Page, url: string) => Promise<T>): Promise<T> {
  const loopback = await startLoopback({ scenario: findScenario('healthy') });
  const profile = mkdtempSync(path.join(tmpdir(), 'understudy-bench-'));
  const opened = await openChromium({ extension: path.resolve('.output/chrome-mv3'), profile, loopback });
  try {
    const page = await opened.context.newPage();
    const url = `chrome-extension://${opened.extensionId}/history.html`;
    await page.goto(url);
    await page.locator('.history').waitFor();
    return await measure(page, url);
  } finally {
    await opened.close();
    await loopback.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Time to the first rows per visit, milliseconds. */
const measureAll = (days: number): Promise<Record<'one' | 'all', number[]>> =>
  onHistoryPage(async (page, url) => {
    await seedHistory(page, seedsOf(days), Date.now());
    await page.addInitScript(noteFirstRow);
    return { one: await timesOf(page, `${url}#claude`), all: await timesOf(page, `${url}#compare`) };
  });

const MOST_ASSISTANTS = 40;
const MOST_BYTES = 15_000_000;
const MINUTES = 25;
const DAY = 24 * 3_600_000;

/** The value of a `datetime-local` field. The bench and the browser are in one time zone. */
function fieldValue(at: number): string {
  return new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** From the press to the answer in the page, for minutes spread over two years. */
async function minuteTimes(page: Page, now: number): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < MINUTES; index += 1) {
    await page.locator('.minute input').fill(fieldValue(now - Math.round(((index + 0.37) / MINUTES) * 730 * DAY)));
    times.push(
      await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const answer = document.querySelector('.answered');
            const startedAt = performance.now();
            const observer = new MutationObserver(() => {
              observer.disconnect();
              resolve(performance.now() - startedAt);
            });
            if (answer !== null) observer.observe(answer, { childList: true, subtree: true, characterData: true });
            document.querySelector<HTMLButtonElement>('.minute button')?.click();
          }),
      ),
    );
  }
  return times;
}

/** Two years of forty assistants: what they take on disk, and how long the answer about a minute takes. */
const measureMinutes = (): Promise<Row[]> =>
  onHistoryPage(async (page, url) => {
    const now = Date.now();
    const usage = () => page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    const before = await usage();
    await seedHistory(page, seedsOf(730, MOST_ASSISTANTS), now);
    const used = (await usage()) - before;
    const rows = [counted(`two years of history of ${MOST_ASSISTANTS} assistants, on disk`, used, 'B', MOST_BYTES)];
    for (const [name, hash] of [
      ['one assistant', '#claude'],
      ['side by side', '#compare'],
    ] as const) {
      await page.goto('about:blank');
      await page.goto(`${url}${hash}`);
      await page.locator('.minute input').waitFor();
      rows.push(measured(`the answer about a minute, ${name}`, await minuteTimes(page, now), 'ms', 100));
    }
    return rows;
  });

/** Time to the first rows of the history page, with a week and with two years of twenty-five assistants. */
export async function measureHistory(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, days } of SIZES) {
    const { one, all } = await measureAll(days);
    rows.push(measured(`${name}, one assistant`, one, 'ms'), measured(`${name}, side by side`, all, 'ms'));
  }
  return [...rows, ...(await measureMinutes())];
}
