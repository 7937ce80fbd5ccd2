import { english } from '@/tests/fakes/english';
import type { Status } from '@/utils/model/status';
import { expect } from './expect';
import { CHATS, test } from './fixtures';
import type { Understudy } from './understudy';

/** The globals of the worker that this spec uses. */
declare const chrome: {
  storage: {
    local: { get(key: 'status'): Promise<{ status: { value: Status } }>; set(values: object): Promise<void> };
  };
};

test.use({ scenario: 'healthy', grants: [...CHATS, 'webRequest'] });

const limitOf = async (understudy: Understudy) => (await understudy.status())?.limits.claude;

/** Moves the end of the limit into the past, as if the browser had been closed at the time. */
const endLimit = ({ worker }: Understudy) =>
  worker.evaluate(() =>
    navigator.locks.request('status', async () => {
      const { status } = await chrome.storage.local.get('status');
      const { claude } = status.value.limits;
      if (claude !== undefined) claude.until = Date.now() - 1_000;
      await chrome.storage.local.set({ status });
    }),
  );

test('a refused message says when the limit ends, a notification then is shown once although the worker was killed, and a pasted error message offers one too', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  const page = await understudy.context.newPage();
  await page.goto('https://claude.ai/chat/1');
  loopback.overrideSite('claude.ai', { send: { kind: 'status', status: 429, retryAfterSeconds: 3_600 } });
  const sentAt = Date.now();
  await page.locator('[contenteditable="true"]').click();
  await page.keyboard.insertText('One too many');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await limitOf(understudy))?.until ?? 0).toBeGreaterThanOrEqual(sentAt + 3_600_000);
  const popup = await understudy.openPopup();
  await expect(popup.locator('[data-assistant="claude"] .limit')).toContainText(
    english('limit_again', '').slice(0, -2),
  );
  await popup.getByRole('button', { name: english('limit_notify_for', 'Claude') }).click();
  await expect(popup.getByText(english('limit_awaited'))).toBeVisible();
  await popup.close();

  await endLimit(understudy);
  await understudy.tickAfterKill();
  expect(await understudy.notifications()).toEqual([expect.stringContaining('understudy-limit-claude')]);
  expect(await limitOf(understudy)).toBeUndefined();
  await understudy.clearNotifications();
  await understudy.tickAfterKill();
  expect(await understudy.notifications()).toEqual([]);

  await test.step('the time in a pasted error message is offered for a notification, and the message is not kept', async () => {
    const check = await understudy.openCheck('claude');
    await check.getByRole('button', { name: english('check_symptom_error_text') }).click();
    await check.getByRole('combobox').fill('You are out of secret messages. Try again in 2 hours 15 minutes');
    await check.getByRole('button', { name: english('limit_notify_for', 'Claude') }).click();
    await expect.poll(async () => (await limitOf(understudy))?.isAwaited).toBe(true);
    expect(JSON.stringify(await understudy.status())).not.toContain('secret');
  });
});
