import { english } from '@/tests/fakes/english';
import { englishLike, headlineStart } from '@/tests/fakes/english-like';
import { violationsOf } from './accessibility';
import { expect } from './expect';
import { test } from './fixtures';

const PARTIAL = 45_000;

test('the popup states the situation in one sentence and the verdict in each row', async ({ loopback, understudy }) => {
  loopback.seek(PARTIAL);
  await understudy.tick();
  const popup = await understudy.openPopup();
  await expect(popup.getByRole('heading', { level: 1 })).toContainText(headlineStart('Claude', 'partial_outage'));
  const claude = popup.locator('[data-assistant="claude"]');
  await expect(claude).toHaveAttribute('data-verdict', 'trouble');
  await expect(claude).toHaveAttribute('data-level', 'partial_outage');
  await expect(claude).toContainText('Elevated errors on Claude');
  await expect(claude.getByRole('link', { name: english('popup_incident_page') })).toHaveAttribute(
    'href',
    /^https:\/\//,
  );
  await expect(popup.locator('[data-assistant="chatgpt"]')).toHaveAttribute('data-verdict', 'up');
});

test('the popup refreshes by click and shows the new status without being reopened', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  const popup = await understudy.openPopup();
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText(english('popup_summary_up', 'Claude and ChatGPT'));
  loopback.seek(PARTIAL);
  // A manual refresh does not request a page that was read within the last ten seconds, so the click is repeated.
  await expect(async () => {
    await popup.getByRole('button', { name: english('popup_refresh') }).click();
    await expect(popup.getByRole('heading', { level: 1 })).toContainText(headlineStart('Claude', 'partial_outage'), {
      timeout: 2_000,
    });
  }).toPass({ timeout: 90_000 });
  await expect(popup.locator('footer').getByRole('status')).toHaveText(englishLike('checked', /.+/));
});

test('the popup works by keyboard alone', async ({ loopback, understudy }) => {
  loopback.seek(PARTIAL);
  await understudy.tick();
  const popup = await understudy.openPopup();
  await popup.getByRole('heading', { level: 1 }).waitFor();
  const reached: string[] = [];
  for (let i = 0; i < 20; i += 1) {
    await popup.keyboard.press('Tab');
    reached.push(
      await popup.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      ),
    );
    if (reached.at(-1) === english('popup_refresh')) break;
  }
  expect(reached[0]).toBe(english('popup_continue_in', 'ChatGPT'));
  expect(reached.at(-1)).toBe(english('popup_refresh'));
  const outline = await popup.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
  expect(outline).not.toBe('none');
  await popup.keyboard.press('Enter');
  await expect(popup.locator('footer').getByRole('status')).toHaveText(englishLike('checked', /.+/));
  await expect(popup.getByRole('button', { name: english('popup_refresh') })).toBeFocused();
});

test('the popup opens a fallback that is up', async ({ loopback, understudy }) => {
  loopback.seek(PARTIAL);
  await understudy.tick();
  const popup = await understudy.openPopup();
  const opened = understudy.context.waitForEvent('page');
  await popup.getByRole('button', { name: english('popup_continue_in', 'ChatGPT') }).click();
  expect((await opened).url()).toBe('https://chatgpt.com/');
});

test('the popup offers a revoked site permission again, and the banner disappears', async ({
  loopback,
  understudy,
}) => {
  const page = await understudy.context.newPage();
  await page.goto('https://claude.ai/chat/1');
  loopback.seek(PARTIAL);
  await understudy.tick();
  await expect(page.locator('understudy-banner')).toHaveCount(1);
  const popup = await understudy.openPopup();
  await popup.getByRole('button', { name: english('popup_banners') }).click();
  await popup.getByRole('button', { name: english('popup_banner_off_for', 'claude.ai') }).click();
  await expect(page.locator('understudy-banner')).toHaveCount(0);
  await expect(popup.getByRole('button', { name: english('popup_banner_ask', 'claude.ai') })).toBeVisible();
  await expect.poll(() => understudy.registeredScripts()).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the popup has no accessibility violations and does not overflow in ${colorScheme} mode`, async ({
    loopback,
    understudy,
  }) => {
    loopback.seek(PARTIAL);
    await understudy.tick();
    const popup = await understudy.openPopup();
    await popup.emulateMedia({ colorScheme });
    await popup.getByRole('heading', { level: 1 }).waitFor();
    await popup.screenshot({ path: `test-results/pictures/popup-trouble-${colorScheme}.png`, fullPage: true });
    expect(await violationsOf(popup)).toEqual([]);
    for (const width of [320, 380, 900]) {
      await popup.setViewportSize({ width, height: 600 });
      expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}
