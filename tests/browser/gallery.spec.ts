import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { findChromium } from '@/scripts/find-chromium.mjs';
import { english } from '@/tests/fakes/english';
import { englishLike } from '@/tests/fakes/english-like';
import { buildGallery } from '@/tests/gallery/build-gallery';
import { type Served, serveFolder } from '@/tests/gallery/serve-folder';
import { ALL_STATES } from '@/tests/gallery/states/all-states';

// One build, one browser, one page for all states: they are switched by the hash.
test.describe.configure({ mode: 'default' });

const PICTURES = 'test-results/pictures';
let browser: Browser;
let served: Served;
let page: Page;

test.beforeAll(async () => {
  served = await serveFolder(await buildGallery());
  const executablePath = findChromium();
  browser = await chromium.launch(executablePath === null ? {} : { executablePath });
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC' });
  page = await context.newPage();
});

test.afterAll(async () => {
  await browser?.close();
  served?.close();
});

test.beforeEach(async () => {
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 380, height: 600 });
});

/** Brings a state on and, where it needs a press to show itself, presses. */
async function show(name: string): Promise<void> {
  if (!page.url().startsWith(served.url)) await page.goto(served.url);
  await page.evaluate((hash) => {
    location.hash = '';
    location.hash = hash;
  }, name);
  await expect(page.locator('html')).toHaveAttribute('data-shown', name);
  const state = ALL_STATES[name];
  if (state?.surface === 'banner' && state.isListOpen) {
    await page.getByRole('button', { name: english('banner_continue') }).click();
    await expect(page.getByRole('button', { name: 'Gemini' })).toBeVisible();
  }
  if (state?.surface === 'welcome' && state.isSampleShown === true) {
    await page.getByRole('button', { name: english('welcome_sample_show') }).click();
  }
  if (state?.surface === 'popup' && state.isCopyRefused === true) {
    await page.getByRole('button', { name: english('popup_copy_team') }).click();
    await expect(page.getByRole('textbox')).toBeVisible();
  }
}

const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

for (const name of Object.keys(ALL_STATES)) {
  test(name, async () => {
    await show(name);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${PICTURES}/${name}-${colorScheme}.png`, fullPage: true });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    }
    expect(await overflow(), 'at 380 px').toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 320, height: 600 });
    expect(await overflow(), 'at 320 px').toBeLessThanOrEqual(0);
    await page.screenshot({ path: `${PICTURES}/${name}-320.png`, fullPage: true });
  });
}

/** One of each surface: German is longer than English, and the other runs from right to left. */
const TRANSLATED = [
  'trouble-open',
  'trouble-draft-kept',
  'disk-full',
  'options-granted',
  'options-preset-partly',
  'options-sync-hampered',
  'welcome-all-watched',
  'banner-trouble',
  'history',
];

for (const name of TRANSLATED.flatMap((state) => [`${state}@de`, `${state}@rtl`])) {
  test(name, async () => {
    await show(name);
    const direction = name.endsWith('@rtl') ? 'rtl' : 'ltr';
    await expect(page.locator('.popup, .options, .history, .welcome, .banner-place')).toHaveCSS('direction', direction);
    await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await overflow(), 'at 380 px').toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 320, height: 600 });
    expect(await overflow(), 'at 320 px').toBeLessThanOrEqual(0);
  });
}

test('trouble-beside in a panel that was drawn wide', async () => {
  await page.setViewportSize({ width: 560, height: 900 });
  await show('trouble-beside');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${PICTURES}/trouble-beside-wide-${colorScheme}.png`, fullPage: true });
  }
  const main = await page.locator('main.popup').boundingBox();
  expect(main?.width).toBe(560);
  expect(await overflow()).toBeLessThanOrEqual(0);
});

for (const name of ['history', 'history-compare']) {
  test(`${name} in a tab as wide as tabs are`, async () => {
    await page.setViewportSize({ width: 1000, height: 800 });
    await show(name);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${PICTURES}/${name}-wide-${colorScheme}.png`, fullPage: true });
    }
    expect(await overflow()).toBeLessThanOrEqual(0);
    // The two sources stand side by side.
    const tops = await page.locator('.source').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(1);
  });
}

test.describe('in trouble', () => {
  test('forced colours keep every sign, bar and button', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    await show('trouble-open');
    await page.screenshot({ path: `${PICTURES}/trouble-open-forced-colours.png`, fullPage: true });
    const button = page.getByRole('button', { name: english('popup_react_works') });
    expect(await button.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe('solid');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });

  test('with reduced motion nothing moves', async () => {
    for (const name of ['trouble-open', 'banner-trouble']) {
      await show(name);
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    }
  });

  test('at 200 % zoom everything is still there', async () => {
    // Zoom halves the page's pixels: the largest popup of 800 by 600 has 400 by 300 left, a tab of 1280 has 640.
    for (const [width, height] of [
      [400, 300],
      [640, 480],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const name of ['trouble-open', 'banner-trouble']) {
        await show(name);
        await page.screenshot({ path: `${PICTURES}/${name}-zoomed-${width}.png` });
        expect(await overflow()).toBeLessThanOrEqual(0);
        const last = page.getByRole('button').last();
        await last.scrollIntoViewIfNeeded();
        await expect(last).toBeInViewport();
      }
    }
  });

  test('a row opens and closes by keyboard and keeps the focus', async () => {
    await show('trouble');
    const row = page.getByRole('button', { name: `Claude ${english('level_partial_outage')}` });
    await row.focus();
    await page.keyboard.press('Enter');
    await expect(row).toHaveAttribute('aria-expanded', 'true');
    await expect(row).toBeFocused();
    await expect(page.getByRole('img', { name: englishLike('popup_strip_alt', 'Claude', /.+/) })).toBeVisible();
    await page.keyboard.press('Space');
    await expect(row).toHaveAttribute('aria-expanded', 'false');
  });
});
