import { expect } from '@playwright/test';
import { findFirefox } from '@/tests/commands/find-firefox.mjs';
import { test } from './fixtures';

const PARTIAL = 45_000;
const ENTER = '\uE007';

// biome-ignore lint/suspicious/noSkippedTests: where there is no Firefox that is said, and counted as skipped
test.skip(findFirefox() === null, 'There is no Firefox on this machine.');

test('failing messages make trouble possible, at once after the grant; the page that follows is the same event', async ({
  world,
  understudy,
}) => {
  await understudy.isReady();
  const popup = await understudy.firefox.openOwn('popup.html');
  await expect.poll(() => popup.text()).toContain('Show banners on claude.ai');
  await popup.click('Show banners on claude.ai');
  await expect.poll(() => popup.text()).toContain('Notice failing messages');
  await popup.click('Notice failing messages');
  const isOn = "document.querySelector('[role=switch][aria-checked=true]') !== null";
  await expect.poll(() => popup.evaluate<boolean>(isOn)).toBe(true);

  const chat = await understudy.firefox.openPage('https://claude.ai/chat/1');
  world.overrideSite('claude.ai', { send: { kind: 'status', status: 529 } });
  for (const text of ['First', 'Second']) await chat.type('[contenteditable="true"]', text + ENTER);
  const verdict = async () => (await understudy.status())?.verdicts.claude;
  await expect.poll(verdict).toMatchObject({ kind: 'suspected', suspicion: { failed: 2, of: 2 } });
  await expect
    .poll(() => chat.evaluate("document.querySelector('understudy-banner')?.dataset.verdict ?? null"))
    .toBe('suspected');
  await chat.screenshot('test-results/pictures/firefox-suspected.png');

  world.seek(PARTIAL);
  await understudy.tick();
  expect(await verdict()).toMatchObject({ kind: 'trouble' });
  expect((await understudy.status())?.episodes.claude?.sensedAt).not.toBeNull();
});
