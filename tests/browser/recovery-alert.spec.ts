import { english } from '@/tests/fakes/english';
import { recoveredAfterMinutes } from '@/tests/fakes/english-like';
import { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { test } from './fixtures';
import { recordCalls, recordedCalls } from './record-calls';

/** Offsets of the scenario `claude-outage`. */
const AT = { partial: 45_000, over: 365_000 } as const;
const CLAUDE = 'https://claude.ai/chat/1';

test('a recovery alert requested in the banner or the popup is shown once although the worker was killed in between, and brings the chat to the front', async ({
  loopback,
  understudy,
}) => {
  const page = await understudy.context.newPage();
  await page.goto(CLAUDE);
  loopback.seek(AT.partial);
  await understudy.tick();
  const awaited = async () => (await understudy.status())?.awaited.claude;
  await test.step('the banner takes the request', async () => {
    const banner = new BannerProbe(page);
    await expect.poll(() => banner.text()).toContain(english('await_ask'));
    await banner.click(english('await_ask'));
    await expect.poll(awaited).toMatchObject({ bringsForward: false });
  });

  const popup = await understudy.openPopup();
  const undo = popup.getByRole('button', { name: english('popup_await_undo_for', 'Claude') });
  await test.step('the popup takes it back, takes it again, and adds that the chat comes to the front', async () => {
    await undo.click();
    await expect.poll(awaited).toBeUndefined();
    await popup.getByRole('button', { name: english('popup_notify_for', 'Claude') }).click();
    const forward = popup.getByRole('switch', { name: english('popup_await_forward') });
    await forward.click();
    await expect(forward).toHaveAttribute('aria-checked', 'true');
    await expect(undo).toBeVisible();
  });

  await understudy.clearNotifications();
  await understudy.tickAfterKill();
  await recordCalls(understudy.worker);
  await popup.bringToFront();
  await expect.poll(() => understudy.frontTab()).toContain('popup.html');
  await test.step('the notification is shown and the chat comes to the front', async () => {
    loopback.seek(AT.over);
    await understudy.tick();
    await expect.poll(() => understudy.frontTab()).toBe(CLAUDE);
    expect((await understudy.status())?.awaited).toEqual({});
    expect(await understudy.notifications()).toHaveLength(1);
    const { notices } = await recordedCalls(understudy.worker);
    expect(notices.map(({ title, message }) => [title, message])).toEqual([
      [expect.stringMatching(recoveredAfterMinutes('Claude')), english('notice_back_recovered')],
    ]);
  });
  await test.step('the notification is not shown again after the worker is killed', async () => {
    await understudy.clearNotifications();
    await understudy.tickAfterKill();
    expect(await understudy.notifications()).toEqual([]);
  });
});
