import { findFirefox } from '@/scripts/find-firefox.mjs';
import { expect } from '@/tests/browser/expect';
import { english } from '@/tests/fakes/english';
import { driveFirefox } from './drive-firefox';
import { test } from './fixtures';

// biome-ignore lint/suspicious/noSkippedTests: where there is no Firefox that is said, and counted as skipped
test.skip(findFirefox() === null, 'There is no Firefox on this machine.');

test.use({ scenario: 'healthy' });

/** Moves the end of the limit into the past, as if the browser had been closed at the time. */
const END_LIMIT = `navigator.locks.request('status', async () => {
  const { status } = await browser.storage.local.get('status');
  status.value.limits.claude.until = Date.now() - 1_000;
  await browser.storage.local.set({ status });
})`;

/** Holds the lock of rounds: one that is under way would plan the alarm again. Returns when it did so. */
const FIRE_ALARM = `navigator.locks.request('round', async () => {
  await browser.alarms.create('watch', { when: Date.now() + 100, periodInMinutes: 5 });
  return Date.now();
})`;
const TICKED_AT =
  "browser.storage.session.get('status.pollTimes').then((all) => all['status.pollTimes']?.tickedAt ?? 0)";

test('a refused message says when the limit ends, and a notification then is shown once', async ({
  loopback,
  understudy,
}) => {
  const { firefox, control } = understudy;
  await understudy.isReady();
  const driven = driveFirefox(loopback, understudy);
  await driven.grant('banner');
  await driven.grant('evidence');
  await driven.recordCalls();
  loopback.overrideSite('claude.ai', { send: { kind: 'status', status: 429, retryAfterSeconds: 3_600 } });
  const sentAt = Date.now();
  const chat = await driven.openSite('https://claude.ai/chat/1');
  await chat.write('One too many', true);
  const limit = async () => (await understudy.status())?.limits.claude;
  await expect.poll(async () => (await limit())?.until ?? 0).toBeGreaterThanOrEqual(sentAt + 3_600_000);
  const popup = await firefox.openOwn('popup.html');
  await expect.poll(() => popup.text()).toContain(english('limit_again', '').slice(0, -2));
  // The text is in the snapshot of the popup as well, which has no working buttons.
  const notify = english('limit_notify_for', 'Claude');
  await expect
    .poll(() => popup.evaluate<boolean>(`document.querySelector('[aria-label=${JSON.stringify(notify)}]') !== null`))
    .toBe(true);
  await popup.click(notify);
  await expect.poll(async () => (await limit())?.isAwaited).toBe(true);

  /**
   * Fires the alarm and waits for the end of its round. Repeats the alarm: the extension plans it again after the button was
   * pressed, and holds no lock meanwhile.
   */
  const wake = async () => {
    await expect(async () => {
      const firedAt = await control.evaluate<number>(FIRE_ALARM);
      await expect.poll(() => control.evaluate<number>(TICKED_AT), { timeout: 5_000 }).toBeGreaterThanOrEqual(firedAt);
    }).toPass({ timeout: 120_000 });
    await understudy.roundEnds();
  };
  await control.evaluate(END_LIMIT);
  await wake();
  await expect.poll(() => driven.notices()).toEqual([english('limit_over', 'Claude')]);
  expect(await limit()).toBeUndefined();
  await wake();
  expect(await driven.notices()).toEqual([english('limit_over', 'Claude')]);
});
