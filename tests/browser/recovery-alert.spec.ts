import { english } from '@/tests/fakes/english';
import { recoveredAfterMinutes } from '@/tests/fakes/english-like';
import { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { test } from './fixtures';
import { recordCalls, recordedCalls } from './record-calls';

/** Offsets of the scenario `claude-outage`. */
const AT = { partial: 45_000, over: 365_000 } as const;
const CLAUDE = 'https://claude.ai/chat/1';

test('a recovery alert requested in the banner is shown once even though the worker was killed in between', async ({
  loopback,
  understudy,
}) => {
  const page = await understudy.context.newPage();
  await page.goto(CLAUDE);
  loopback.seek(AT.partial);
  await understudy.tick();
  const banner = new BannerProbe(page);
  await expect.poll(() => banner.text()).toContain(english('await_ask'));
  await banner.click(english('await_ask'));
  await expect.poll(async () => (await understudy.status())?.awaited.claude).toMatchObject({ bringsForward: false });
  await understudy.clearNotifications();

  loopback.seek(AT.over);
  await understudy.tickAfterKill();
  expect((await understudy.status())?.awaited).toEqual({});
  expect(await understudy.notifications()).toHaveLength(1);
  await understudy.clearNotifications();
  await understudy.tickAfterKill();
  expect(await understudy.notifications()).toEqual([]);
});

test('the notification of a recovery alert requested in the popup brings the chat to the front with the current status', async ({
  loopback,
  understudy,
}) => {
  const page = await understudy.context.newPage();
  await page.goto(CLAUDE);
  loopback.seek(AT.partial);
  await understudy.tick();
  await recordCalls(understudy.worker);
  const popup = await understudy.openPopup();
  await popup.getByRole('button', { name: english('popup_notify_for', 'Claude') }).click();
  const forward = popup.getByRole('switch', { name: english('popup_await_forward') });
  await forward.click();
  await expect(forward).toHaveAttribute('aria-checked', 'true');
  await expect(popup.getByRole('button', { name: english('popup_await_undo_for', 'Claude') })).toBeVisible();
  await popup.bringToFront();
  await expect.poll(() => understudy.frontTab()).toContain('popup.html');

  loopback.seek(AT.over);
  await understudy.tick();
  await expect.poll(() => understudy.frontTab()).toBe(CLAUDE);
  const { notices } = await recordedCalls(understudy.worker);
  expect(notices.map(({ title, message }) => [title, message])).toEqual([
    [expect.stringMatching(recoveredAfterMinutes('Claude')), english('notice_back_recovered')],
  ]);
});
