import { findFirefox } from '@/scripts/find-firefox.mjs';
import { expect } from '@/tests/browser/expect';
import { english } from '@/tests/fakes/english';
import { driveFirefox } from './drive-firefox';
import { test } from './fixtures';

// biome-ignore lint/suspicious/noSkippedTests: where there is no Firefox that is said, and counted as skipped
test.skip(findFirefox() === null, 'There is no Firefox on this machine.');

for (const isContained of [true, false]) {
  test(`a fallback opens in ${isContained ? 'the container of the chat tab' : 'the default container for a tab without one'}`, async ({
    loopback,
    understudy,
  }) => {
    const { firefox } = understudy;
    await understudy.isReady();
    await driveFirefox(loopback, understudy).grant('banner');
    // The container exists in both cases.
    const made = await firefox.makeContainer();
    const container = isContained ? made : 'default';
    const chat = await firefox.openPage('https://claude.ai/chat/1', container);
    loopback.seek(45_000);
    await understudy.tick();
    await expect.poll(async () => (await chat.banner())?.text ?? '').toContain(english('banner_continue'));
    await chat.clickInBanner(english('banner_continue'));
    await expect.poll(async () => (await chat.banner())?.text ?? '').toContain('ChatGPT');
    await chat.clickInBanner('ChatGPT');
    const opened = async () => (await firefox.tabs()).find(({ url }) => url.startsWith('https://chatgpt.com/'));
    await expect.poll(opened).toBeDefined();
    expect((await opened())?.container).toBe(container);
  });
}
