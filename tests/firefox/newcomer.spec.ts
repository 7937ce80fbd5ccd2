import { findFirefox } from '@/scripts/find-firefox.mjs';
import { expect } from '@/tests/browser/expect';
import { english } from '@/tests/fakes/english';
import { headlineStart } from '@/tests/fakes/english-like';
import type { Loopback } from '@/tests/loopback/loopback';
import { driveFirefox } from './drive-firefox';
import { test } from './fixtures';
import type { UnderstudyFirefox } from './understudy-firefox';
import { MISSING_ON_ANDROID } from './without-apis';

const PARTIAL = 45_000;

// biome-ignore lint/suspicious/noSkippedTests: where there is no Firefox that is said, and counted as skipped
test.skip(findFirefox() === null, 'There is no Firefox on this machine.');

/** From the install to a banner and a draft transfer, by following the pages. */
async function followPages(loopback: Loopback, understudy: UnderstudyFirefox): Promise<void> {
  const driven = driveFirefox(loopback, understudy);
  await driven.isReady();
  const greeting = await expectTab();
  await expect.poll(() => greeting.text()).toContain(english('welcome_choose'));
  await expect.poll(() => greeting.text()).toContain(english('welcome_allow'));
  await greeting.click(english('own_page_allow', 'claude.ai and chatgpt.com'));
  await expect.poll(() => greeting.text()).toContain(english('welcome_allowed'));
  await greeting.screenshot('test-results/pictures/newcomer-1-welcome.png');
  await greeting.click(english('welcome_done'));
  await expect.poll(async () => (await driven.ownTabs()).filter((url) => url.endsWith('/welcome.html'))).toEqual([]);

  const chat = await driven.openSite('https://claude.ai/chat/1');
  await chat.write('How far is the moon?', false);
  loopback.seek(PARTIAL);
  await driven.tick();
  await expect.poll(async () => (await chat.banner())?.text ?? '').toContain(headlineStart('Claude', 'partial_outage'));
  await chat.screenshot('newcomer-2-banner');
  await chat.clickInBanner(english('banner_continue'));
  await expect.poll(async () => (await chat.banner())?.text ?? '').toContain('ChatGPT');
  await chat.clickInBanner('ChatGPT');
  const next = await driven.siteTab('chatgpt.com');
  await expect.poll(() => next.written()).toContain('How far is the moon?');
  await next.screenshot('newcomer-3-draft-transferred');

  /** Waits for the welcome page. */
  async function expectTab() {
    const find = async () => (await understudy.firefox.tabs()).find(({ url }) => url.endsWith('/welcome.html')) ?? null;
    await expect.poll(find).not.toBeNull();
    const found = await find();
    if (found === null) throw new Error('The page after the install has gone');
    return found.page;
  }
}

/** In Firefox only, because headless Chromium cannot answer its permission prompt. */
test('a new user gets from the install to a banner and a draft transfer by following the pages', ({
  loopback,
  understudy,
}) => followPages(loopback, understudy));

test.describe('without the APIs that Firefox for Android lacks', () => {
  test.use({ missing: MISSING_ON_ANDROID });

  test('a new user gets from the install to a banner and a draft transfer by following the pages', ({
    loopback,
    understudy,
  }) => followPages(loopback, understudy));

  test('neither the background nor the popup finds an API that Firefox for Android lacks', async ({ understudy }) => {
    await understudy.isReady();
    const popup = await understudy.firefox.openOwn('popup.html');
    const found = (owner: string) => `${JSON.stringify(MISSING_ON_ANDROID)}.filter(
      (name) => name.split('.').reduce((at, step) => at?.[step], ${owner}) !== undefined,
    )`;
    expect(await popup.evaluate(found('browser'))).toEqual([]);
    const background = `browser.runtime.getBackgroundPage().then((page) => ${found('page.browser')})`;
    expect(await understudy.control.evaluate(background)).toEqual([]);
    // A page of the extension that nothing was taken from has them, but for `menus`, which needs its own permission.
    const others = MISSING_ON_ANDROID.filter((name) => name !== 'menus');
    expect(await understudy.control.evaluate(found('browser'))).toEqual(others);
  });
});
