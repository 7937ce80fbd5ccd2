import { expect, type Page } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import { englishLike } from '@/tests/fakes/english-like';
import type { Glance } from '@/utils/model/views';
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

/** What stood there first, before the page took its place. */
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

/** Notes the first glance that is painted, with the places of its rows. */
function noteFirst(): void {
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

/** The page itself, once it has taken the glance's place. */
async function settle(page: Page): Promise<void> {
  await expect(page.locator('[data-assistant="claude"]')).toBeVisible();
}

async function changeGlance(page: Page, change: Partial<Glance>): Promise<void> {
  await page.evaluate((changed) => {
    const glance = JSON.parse(localStorage.getItem('glance') ?? 'null');
    localStorage.setItem('glance', JSON.stringify({ ...glance, ...changed }));
  }, change);
}

test('the popup is there at once with what it said last, and the page takes its place without a jump', async ({
  understudy,
}) => {
  await understudy.isReady();
  const page = await understudy.openPopup();
  await settle(page);
  await expect(page.locator('h1')).toHaveText(english('popup_summary_up', 'Claude and ChatGPT'));
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('glance')))
    .toContain(english('popup_summary_up', 'Claude and ChatGPT'));

  await page.addInitScript(noteFirst);
  await page.reload();
  await settle(page);
  const first = await page.evaluate(() => window.first);
  expect(first).toMatchObject({ age: 'good', signs: ['up', 'up', 'up'] });
  expect(first?.text).toContain(english('popup_summary_up', 'Claude and ChatGPT'));
  const tops = await page.locator('.row').evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().top));
  expect(first?.rowTops).toEqual(tops);
  expect(await page.evaluate(() => getComputedStyle(document.body).inlineSize)).toBe('380px');
});

test('what is past is said with its time, and nothing in it is green', async ({ understudy }) => {
  await understudy.isReady();
  const page = await understudy.openPopup();
  await settle(page);
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('glance')))
    .toContain(english('popup_summary_up', 'Claude and ChatGPT'));
  await page.addInitScript(noteFirst);
  await page.goto('about:blank');
  await page.goto(`chrome-extension://${understudy.id}/options.html`);
  await changeGlance(page, { goodUntil: Date.now() - 1_000 });
  await page.goto(`chrome-extension://${understudy.id}/popup.html`);
  await settle(page);
  const first = await page.evaluate(() => window.first);
  expect(first).toMatchObject({ age: 'past', signs: ['unknown', 'unknown', 'unknown'] });
  expect(first?.text.split('\n')[0]).toMatch(
    englishLike('popup_glance_past', /\d+:\d\d[^:]*/, english('popup_summary_up', 'Claude and ChatGPT')),
  );
  expect(first?.text).not.toContain(english('level_operational'));
});

test('whoever looks into “Is it me?” leaves the place of the list as it was', async ({ understudy }) => {
  await understudy.isReady();
  const page = await understudy.openPopup();
  await settle(page);
  const place = () => page.evaluate(() => JSON.parse(localStorage.getItem('glance') ?? 'null')?.place);
  await expect.poll(place).toHaveProperty('rowHeights.length', 2);
  const before = await place();
  await page.evaluate(() => {
    location.hash = '#check=claude';
  });
  await expect(page.locator('.popup.check')).toBeVisible();
  // What is remembered changes meanwhile, as it does with every look.
  await page.evaluate(async () => {
    const { local, onChanged } = chrome.storage;
    const shown = new Promise((resolve) => {
      onChanged.addListener(() => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    });
    const { status } = await local.get('status');
    await local.set({ status: { ...status, value: { ...status.value, repairedAt: Date.now() } } });
    await shown;
  });
  expect(await place()).toEqual(before);
});

test('whoever has everything erased has this erased too', async ({ understudy }) => {
  await understudy.isReady();
  const popup = await understudy.openPopup();
  await settle(popup);
  await expect.poll(() => popup.evaluate(() => localStorage.getItem('glance'))).not.toBeNull();
  await popup.close();
  const options = await understudy.openOptions();
  await options.getByRole('button', { name: english('erase_ask') }).click();
  await options.getByRole('button', { name: english('erase_confirm') }).click();
  await expect.poll(() => options.evaluate(() => localStorage.getItem('glance'))).toBeNull();
});
