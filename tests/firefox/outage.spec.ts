import { expect } from '@playwright/test';
import { findFirefox } from '@/tests/commands/find-firefox.mjs';
import type { FirefoxPage } from './firefox-page';
import { test } from './fixtures';

/** Offsets of the scenario `claude-outage`. */
const AT = { partial: 45_000, over: 365_000 } as const;
const CLAUDE = 'https://claude.ai/chat/1';

// biome-ignore lint/suspicious/noSkippedTests: where there is no Firefox that is said, and counted as skipped
test.skip(findFirefox() === null, 'There is no Firefox on this machine.');

test('the whole outage without a single grant: badge, tooltip, popup, told once, recovery', async ({
  world,
  understudy,
}) => {
  await understudy.isReady();
  await expect.poll(() => understudy.badge()).toBe('');
  await expect.poll(() => understudy.tooltip()).toContain('Claude is up.');

  world.seek(AT.partial);
  await understudy.tick();
  await expect.poll(() => understudy.badge()).toBe('1');
  await expect.poll(() => understudy.tooltip()).toContain('Claude is partly down');
  const popup = await understudy.firefox.openOwn('popup.html');
  await expect.poll(() => popup.text()).toContain('Claude is partly down since');
  await popup.screenshot('test-results/pictures/firefox-popup.png');

  world.seek(AT.over);
  await understudy.tick();
  await expect.poll(() => understudy.badge()).toBe('');
  const decisions = (await understudy.status())?.decisions.filter(({ isTold }) => isTold) ?? [];
  expect(decisions.map(({ about }) => about)).toEqual(['recovered', 'started']);
});

test('the banner: its site is granted by a click, it stands there in trouble, and goes', async ({
  world,
  understudy,
}) => {
  await understudy.isReady();
  const popup = await understudy.firefox.openOwn('popup.html');
  await expect.poll(() => popup.text()).toContain('Show banners on claude.ai');
  await popup.click('Show banners on claude.ai');
  await expect.poll(() => popup.text()).toContain('Banners are on for claude.ai');

  const chat = await understudy.firefox.openPage(CLAUDE);
  const levelIn = (page: FirefoxPage) =>
    page.evaluate<string | null>("document.querySelector('understudy-banner')?.dataset.level ?? null");
  expect(await levelIn(chat)).toBeNull();
  world.seek(AT.partial);
  await understudy.tick();
  await expect.poll(() => levelIn(chat)).toBe('partial_outage');
  // The page sees nothing inside; that the style sheet is taken shows in its size.
  const box = await chat.evaluate<{ width: number; height: number }>(
    "(({ width, height }) => ({ width, height }))(document.querySelector('understudy-banner').getBoundingClientRect())",
  );
  expect(box.width).toBeLessThanOrEqual(420);
  expect(box.height).toBeLessThan(320);
  await chat.screenshot('test-results/pictures/firefox-banner.png');
  const late = await understudy.firefox.openPage(CLAUDE);
  await expect.poll(() => levelIn(late)).toBe('partial_outage');

  world.seek(AT.over);
  await understudy.tick();
  await expect.poll(() => levelIn(late)).toBe('operational');
  // It is seen in the tab in front, and goes.
  await expect.poll(() => levelIn(late), { timeout: 30_000 }).toBeNull();
});
