import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { measured, type Row } from '@/tests/bench/row';
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
function seedsOf(days: number): Seed[] {
  return Array.from({ length: ASSISTANTS_MEASURED }, (_, index) => {
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

/** Time to the first rows in a real Chromium per visit, milliseconds. */
async function measureAll(days: number): Promise<Record<'one' | 'all', number[]>> {
  const loopback = await startLoopback({ scenario: findScenario('healthy') });
  const profile = mkdtempSync(path.join(tmpdir(), 'understudy-bench-'));
  const opened = await openChromium({ extension: path.resolve('.output/chrome-mv3'), profile, loopback });
  try {
    const page = await opened.context.newPage();
    const url = `chrome-extension://${opened.extensionId}/history.html`;
    await page.goto(url);
    await page.locator('.history').waitFor();
    await seedHistory(page, seedsOf(days), Date.now());
    await page.addInitScript(noteFirstRow);
    return { one: await timesOf(page, `${url}#claude`), all: await timesOf(page, `${url}#compare`) };
  } finally {
    await opened.close();
    await loopback.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Time to the first rows of the history page, with a week and with two years of twenty-five assistants. */
export async function measureHistory(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, days } of SIZES) {
    const { one, all } = await measureAll(days);
    rows.push(measured(`${name}, one assistant`, one, 'ms'), measured(`${name}, side by side`, all, 'ms'));
  }
  return rows;
}
