import { findFirefox } from '@/scripts/find-firefox.mjs';
import { expect } from '@/tests/browser/expect';
import { english } from '@/tests/fakes/english';
import { driveFirefox } from './drive-firefox';
import { test } from './fixtures';

// biome-ignore lint/suspicious/noSkippedTests: where there is no Firefox that is said, and counted as skipped
test.skip(findFirefox() === null, 'There is no Firefox on this machine.');

const CHOOSE = `(() => {
  const chosen = new DataTransfer();
  chosen.items.add(new File(['abc'], 'report.pdf', { type: 'application/pdf' }));
  const input = document.querySelector('input[type=file]');
  input.files = chosen.files;
  input.dispatchEvent(new Event('change'));
})()`;
/** Read by the page itself: a file that only the content script could read would be of no use. */
const HELD = `Promise.all([...(document.querySelector('input[type=file]')?.files ?? [])]
  .map(async (file) => [file.name, file.type, await file.text()]))`;

test('a file in the composer comes along, and the page that gets it can read it', async ({ loopback, understudy }) => {
  for (const host of ['claude.ai', 'chatgpt.com']) {
    loopback.overrideSite(host, { load: { kind: 'well', uploader: { does: 'keeps' } } });
  }
  const { firefox } = understudy;
  await understudy.isReady();
  const driven = driveFirefox(loopback, understudy);
  await driven.grant('banner');
  await driven.grant('draft-transfer');
  const chat = await firefox.openPage('https://claude.ai/chat/1');
  await chat.type('.ProseMirror', 'Read this');
  await chat.evaluate(CHOOSE);
  loopback.seek(45_000);
  await understudy.tick();
  await expect.poll(async () => (await chat.banner())?.text ?? '').toContain(english('banner_continue'));
  await chat.clickInBanner(english('banner_continue'));
  await expect.poll(async () => (await chat.banner())?.text ?? '').toContain(english('banner_files_may_come'));
  await chat.clickInBanner('ChatGPT');
  await driven.siteTab('chatgpt.com');
  const target = (await firefox.tabs()).find(({ url }) => url.startsWith('https://chatgpt.com/'));
  await expect
    .poll(() => target?.page.evaluate(HELD), { timeout: 30_000 })
    .toEqual([['report.pdf', 'application/pdf', 'abc']]);
});
