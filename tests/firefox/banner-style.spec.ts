import { findFirefox } from '@/scripts/find-firefox.mjs';
import { expect } from '@/tests/browser/expect';
import { driveFirefox } from './drive-firefox';
import { test } from './fixtures';

// biome-ignore lint/suspicious/noSkippedTests: where there is no Firefox that is said, and counted as skipped
test.skip(findFirefox() === null, 'There is no Firefox on this machine.');

test("the banner's style sheet applies under the page's own content security policy", async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  await driveFirefox(loopback, understudy).grant('banner');
  const chat = await understudy.firefox.openPage('https://claude.ai/chat/1');
  loopback.seek(45_000);
  await understudy.tick();
  await expect.poll(() => chat.banner()).not.toBeNull();
  // Only the style sheet limits the size.
  const box = await chat.evaluate<{ width: number; height: number }>(
    "(({ width, height }) => ({ width, height }))(document.querySelector('understudy-banner').getBoundingClientRect())",
  );
  expect(box.width).toBeLessThanOrEqual(420);
  expect(box.height).toBeLessThan(320);
});
