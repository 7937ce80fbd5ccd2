import type { Page } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import { englishLike } from '@/tests/fakes/english-like';
import type { Glance } from '@/utils/model/views';
import { expect } from './expect';
import { test } from './fixtures';

test.use({ scenario: 'healthy', grants: [] });

declare const chrome: {
  storage: {
    onChanged: { addListener(callBack: () => void): void };
    local: {
      get(key: 'status'): Promise<{ status: { value: object } }>;
      set(values: { status: object }): Promise<void>;
    };
  };
};

/** The snapshot's text before the page replaced it. */
interface First {
  age: string;
  text: string;
  signs: string[];
  rowTops: number[];
}

declare global {
  interface Window {
    first?: First;
  }
}

/** Records the first painted snapshot and the positions of its rows. */
function recordFirstPaint(): void {
  new MutationObserver((_, observer) => {
    const main = document.querySelector<HTMLElement>('main.popup');
    if (main === null) return;
    observer.disconnect();
    window.first = {
      age: main.dataset.glance ?? 'none',
      text: main.innerText,
      signs: [...main.querySelectorAll<SVGElement>('.sign')].map((sign) => sign.dataset.sign ?? ''),
      rowTops: [...main.querySelectorAll('.row')].map((row) => row.getBoundingClientRect().top),
    };
  }).observe(document, { childList: true, subtree: true });
}

/** The page, once it has replaced the snapshot. */
async function waitForPage(page: Page): Promise<void> {
  await expect(page.locator('[data-assistant="claude"]')).toBeVisible();
}

async function changeGlance(page: Page, change: Partial<Glance>): Promise<void> {
  await page.evaluate((changed) => {
    const glance = JSON.parse(localStorage.getItem('glance') ?? 'null');
    localStorage.setItem('glance', JSON.stringify({ ...glance, ...changed }));
  }, change);
}

test('the popup paints its last snapshot at once and replaces it without a layout shift', async ({ understudy }) => {
  await understudy.isReady();
  const page = await understudy.openPopup();
  await waitForPage(page);
  await expect(page.locator('h1')).toHaveText(english('popup_summary_up', 'Claude and ChatGPT'));
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('glance')))
    .toContain(english('popup_summary_up', 'Claude and ChatGPT'));

  await page.addInitScript(recordFirstPaint);
  await page.reload();
  await waitForPage(page);
  const first = await page.evaluate(() => window.first);
  expect(first).toMatchObject({ age: 'good', signs: ['up', 'up', 'up'] });
  expect(first?.text).toContain(english('popup_summary_up', 'Claude and ChatGPT'));
  const tops = await page.locator('.row').evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().top));
  expect(first?.rowTops).toEqual(tops);
  expect(await page.evaluate(() => getComputedStyle(document.body).inlineSize)).toBe('380px');
});

test('an outdated snapshot shows its time and nothing green', async ({ understudy }) => {
  await understudy.isReady();
  const page = await understudy.openPopup();
  await waitForPage(page);
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('glance')))
    .toContain(english('popup_summary_up', 'Claude and ChatGPT'));
  await page.addInitScript(recordFirstPaint);
  await page.goto('about:blank');
  await page.goto(`chrome-extension://${understudy.id}/options.html`);
  await changeGlance(page, { goodUntil: Date.now() - 1_000 });
  await page.goto(`chrome-extension://${understudy.id}/popup.html`);
  await waitForPage(page);
  const first = await page.evaluate(() => window.first);
  expect(first).toMatchObject({ age: 'past', signs: ['unknown', 'unknown', 'unknown'] });
  expect(first?.text.split('\n')[0]).toMatch(
    englishLike('popup_glance_past', /\d+:\d\d[^:]*/, english('popup_summary_up', 'Claude and ChatGPT')),
  );
  expect(first?.text).not.toContain(english('level_operational'));
});

test('visiting "Is it me?" keeps the snapshot of the list', async ({ understudy }) => {
  await understudy.isReady();
  const page = await understudy.openPopup();
  await waitForPage(page);
  const place = () => page.evaluate(() => JSON.parse(localStorage.getItem('glance') ?? 'null')?.place);
  await expect.poll(place).toHaveProperty('rowHeights.length', 2);
  const before = await place();
  await page.evaluate(() => {
    location.hash = '#check=claude';
  });
  await expect(page.locator('.popup.check')).toBeVisible();
  // The stored status changes in the meantime, as it does on every visit.
  await page.evaluate(async () => {
    const { local, onChanged } = chrome.storage;
    const shown = new Promise((resolve) => {
      onChanged.addListener(() => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    });
    const { status } = await local.get('status');
    await local.set({ status: { ...status, value: { ...status.value, tickedAt: Date.now() } } });
    await shown;
  });
  expect(await place()).toEqual(before);
});

test('erasing all data erases the snapshot', async ({ understudy }) => {
  await understudy.isReady();
  const popup = await understudy.openPopup();
  await waitForPage(popup);
  await expect.poll(() => popup.evaluate(() => localStorage.getItem('glance'))).not.toBeNull();
  await popup.close();
  const options = await understudy.openOptions();
  await options.getByRole('button', { name: english('erase_ask') }).click();
  await options.getByRole('button', { name: english('erase_confirm') }).click();
  await expect.poll(() => options.evaluate(() => localStorage.getItem('glance'))).toBeNull();
});
