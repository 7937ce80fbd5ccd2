import { expect } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import { ActionPopup } from './action-popup';
import { test } from './fixtures';
import { DRAFT, typeDraft } from './type-draft';

const PARTIAL = 45_000;
const CARRIED = new RegExp(english('popup_carried', 'ChatGPT', '\\d+:\\d\\d'));

test.describe('with nothing granted at all', () => {
  test.use({ grants: [] });

  test('the popup reads the draft of the tab in front, copies it, and opens the other assistant', async ({
    loopback,
    understudy,
  }) => {
    await understudy.context.grantPermissions(['clipboard-read'], { origin: 'https://chatgpt.com' });
    const page = await understudy.context.newPage();
    await page.goto('https://claude.ai/chat/1');
    await typeDraft(page);
    loopback.seek(PARTIAL);
    await understudy.tick();
    const popup = await ActionPopup.open(understudy, page);
    await expect.poll(() => popup.text()).toContain(english('banner_takes_draft'));
    const opened = understudy.context.waitForEvent('page');
    await popup.click(english('popup_continue_in', 'ChatGPT'));
    const next = await opened;
    await next.waitForLoadState();
    expect(next.url()).toBe('https://chatgpt.com/');
    await next.bringToFront();
    expect(await next.evaluate(() => navigator.clipboard.readText())).toBe(DRAFT.join('\n'));
    await expect(next.locator('textarea')).toHaveValue('');
    await expect(page.locator('[contenteditable="true"]')).toContainText('Best, R.');

    // It did not arrive by itself, so the popup still has it, until it is thrown away.
    const again = await understudy.openPopup();
    await expect(again.getByText(CARRIED)).toBeVisible();
    await again.evaluate(() => navigator.clipboard.writeText('something else'));
    await again.getByRole('button', { name: english('popup_carried_copy'), exact: true }).click();
    await expect(again.getByText(english('popup_copied'))).toBeVisible();
    await next.bringToFront();
    expect(await next.evaluate(() => navigator.clipboard.readText())).toBe(DRAFT.join('\n'));
    await again.bringToFront();
    await again.getByRole('button', { name: english('popup_carried_discard') }).click();
    await expect(again.getByText(CARRIED)).toHaveCount(0);
    expect(await understudy.carry()).toBeNull();
  });

  test('of a page that is no chat nothing is read', async ({ loopback, understudy }) => {
    const page = await understudy.context.newPage();
    await page.goto('https://github.com/');
    loopback.seek(PARTIAL);
    await understudy.tick();
    const popup = await ActionPopup.open(understudy, page);
    await expect.poll(() => popup.text()).toContain(english('popup_continue_in', 'ChatGPT'));
    expect(await popup.text()).not.toContain(english('banner_takes_draft'));
    const opened = understudy.context.waitForEvent('page');
    await popup.click(english('popup_continue_in', 'ChatGPT'));
    expect((await opened).url()).toBe('https://chatgpt.com/');
    expect(await understudy.carry()).toBeNull();
  });
});

test('where the other site was granted the draft is filled in there, and not sent', async ({
  loopback,
  understudy,
}) => {
  const page = await understudy.context.newPage();
  await page.goto('https://claude.ai/chat/1');
  await typeDraft(page);
  loopback.seek(PARTIAL);
  await understudy.tick();
  loopback.clearRequests();
  const popup = await ActionPopup.open(understudy, page);
  const opened = understudy.context.waitForEvent('page');
  await popup.click(english('popup_continue_in', 'ChatGPT'));
  const next = await opened;
  await expect(next.locator('textarea')).toHaveValue(DRAFT.join('\n'));
  const isChat = (host: string) => host === 'claude.ai' || host === 'chatgpt.com';
  expect(loopback.requests.filter(({ method, host }) => method === 'POST' && isChat(host))).toEqual([]);
  await expect.poll(() => understudy.carry()).toBeNull();
});
