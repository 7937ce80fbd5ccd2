import { findFirefox } from '@/scripts/find-firefox.mjs';
import { expect } from '@/tests/browser/expect';
import { english } from '@/tests/fakes/english';
import { driveFirefox } from './drive-firefox';
import type { FirefoxPage } from './firefox-page';
import { test } from './fixtures';

// biome-ignore lint/suspicious/noSkippedTests: where there is no Firefox that is said, and counted as skipped
test.skip(findFirefox() === null, 'There is no Firefox on this machine.');

test('a fallback opens in the container of the chat tab, and in the default container for a tab without one', async ({
  loopback,
  understudy,
}) => {
  const { firefox } = understudy;
  await understudy.isReady();
  await driveFirefox(loopback, understudy).grant('banner');
  const made = await firefox.makeContainer();
  const contained = await firefox.openPage('https://claude.ai/chat/1', made);
  const plain = await firefox.openPage('https://claude.ai/chat/1');
  loopback.seek(45_000);
  await understudy.tick();
  const opened = async () =>
    (await firefox.tabs())
      .filter(({ url }) => url.startsWith('https://chatgpt.com/'))
      .map(({ container }) => container);
  const openFallback = async (chat: FirefoxPage) => {
    await expect.poll(async () => (await chat.banner())?.text ?? '').toContain(english('banner_continue'));
    await chat.clickInBanner(english('banner_continue'));
    await expect.poll(async () => (await chat.banner())?.text ?? '').toContain('ChatGPT');
    await chat.clickInBanner('ChatGPT');
  };
  await openFallback(contained);
  await expect.poll(opened).toEqual([made]);
  await openFallback(plain);
  await expect.poll(async () => (await opened()).sort()).toEqual([made, 'default'].sort());
});
