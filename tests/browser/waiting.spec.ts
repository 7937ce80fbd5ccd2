import type { Page } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { test } from './fixtures';
import { DRAFT, typeDraft } from './type-draft';
import type { Understudy } from './understudy';

/** Offsets of the scenario `claude-outage`. */
const AT = { partial: 45_000, over: 365_000 } as const;
const CLAUDE = 'https://claude.ai/chat/1';
const TEXT = DRAFT.join('\n');

/** The globals of the worker that this spec uses. */
declare const chrome: {
  tabs: {
    query(of: object): Promise<{ id: number; discarded: boolean }[]>;
    discard(id: number): Promise<unknown>;
  };
  scripting: {
    executeScript<T>(order: { target: { tabId: number }; func: () => T }): Promise<{ result: T }[]>;
  };
};

/** Keeps the draft of a page in its banner. */
async function keepDraft(understudy: Understudy, banner: BannerProbe): Promise<void> {
  await expect.poll(() => banner.text()).toContain(english('banner_continue'));
  await banner.click(english('banner_continue'));
  await expect.poll(() => banner.text()).toContain(english('waiting_keep', 'Claude'));
  await banner.click(english('waiting_keep', 'Claude'));
  await expect.poll(() => banner.text()).toContain(english('waiting_kept', 'Claude'));
  expect(await understudy.drafts()).toMatchObject([{ state: 'waiting', text: TEXT }]);
}

/** Types a draft during an issue and keeps it in the banner. */
async function typeAndKeep(understudy: Understudy, seek: (offset: number) => void): Promise<Page> {
  const page = await understudy.context.newPage();
  await page.goto(CLAUDE);
  await typeDraft(page);
  seek(AT.partial);
  await understudy.tick();
  await keepDraft(understudy, new BannerProbe(page));
  await understudy.clearNotifications();
  return page;
}

/** Lets the issue end and clicks the notification about it. */
async function clickWhenBack(understudy: Understudy, seek: (offset: number) => void): Promise<void> {
  seek(AT.over);
  await understudy.tickAfterKill();
  const [id = ''] = await understudy.notifications();
  await understudy.clickNotification(id);
}

test('a draft kept in the banner is filled into a new chat by a click on the notification, and not sent', async ({
  loopback,
  understudy,
}) => {
  const page = await typeAndKeep(understudy, loopback.seek);
  await page.close();
  loopback.clearRequests();
  const opened = understudy.context.waitForEvent('page', (one) => one.url().startsWith('https://claude.ai/'));
  await clickWhenBack(understudy, loopback.seek);
  const next = await opened;
  const clickedAt = Date.now();
  const composer = next.locator('[contenteditable="true"]');
  for (const line of DRAFT.filter((one) => one !== '')) await expect(composer).toContainText(line);
  test.info().annotations.push({ type: 'filled in after', description: `${Date.now() - clickedAt} ms` });
  await expect.poll(() => understudy.drafts()).toEqual([]);
  const note = new BannerProbe(next, 'UNDERSTUDY-DRAFT-TRANSFER');
  await expect.poll(() => note.settled()).toBe(true);
  await next.screenshot({ path: 'test-results/pictures/waiting-back-light.png' });
  await next.emulateMedia({ colorScheme: 'dark' });
  await next.screenshot({ path: 'test-results/pictures/waiting-back-dark.png' });
  await next.setViewportSize({ width: 320, height: 600 });
  await next.screenshot({ path: 'test-results/pictures/waiting-back-320.png' });
  expect(loopback.requests.filter(({ method, host }) => method === 'POST' && host === 'claude.ai')).toEqual([]);
});

test('a waiting draft is listed and discarded in the popup, and one kept again is filled into the tab that it was typed in, also if the browser has discarded that tab', async ({
  loopback,
  understudy,
}) => {
  const page = await typeAndKeep(understudy, loopback.seek);
  const popup = await understudy.openPopup();

  await test.step('the popup lists a waiting draft by its first words, keeps them off the disk, and discards it', async () => {
    await expect(popup.getByText(DRAFT[0] ?? '', { exact: true })).toBeVisible();
    const snapshots = () => popup.evaluate(() => JSON.stringify(Object.entries(localStorage)));
    await expect.poll(snapshots).toContain('first-words');
    expect(await snapshots()).not.toContain(DRAFT[0]);
    // The text of a draft that could not be copied appears in a field.
    await popup.evaluate(() => Object.assign(navigator.clipboard, { writeText: () => Promise.reject(new Error()) }));
    await popup.getByRole('button', { name: english('popup_transfer_copy'), exact: true }).click();
    await expect(popup.getByRole('textbox')).toHaveValue(TEXT);
    // The next change of what is shown saves it again.
    const row = popup.locator('.row .opener').first();
    await row.click();
    await row.click();
    await expect.poll(snapshots).toContain('to-select');
    expect(await snapshots()).not.toContain(DRAFT[0]);
    await popup.getByRole('button', { name: english('popup_transfer_discard') }).click();
    await expect.poll(() => understudy.drafts()).toEqual([]);
    await expect(popup.getByText(DRAFT[0] ?? '', { exact: true })).toHaveCount(0);
  });

  await test.step('a draft kept again is filled into the tab that it was typed in, which the browser has discarded', async () => {
    await page.bringToFront();
    await keepDraft(understudy, new BannerProbe(page));
    // Another tab in front: the active tab cannot be discarded.
    await popup.bringToFront();
    const claudeTab = () =>
      understudy.worker.evaluate(async () => {
        const tabs = await chrome.tabs.query({ url: 'https://claude.ai/*' });
        const [tab, ...others] = tabs;
        return { count: others.length + 1, id: tab?.id ?? -1, isDiscarded: tab?.discarded ?? false };
      });
    const { id } = await claudeTab();
    await understudy.worker.evaluate((tabId) => chrome.tabs.discard(tabId), id);
    await expect.poll(claudeTab).toMatchObject({ count: 1, isDiscarded: true });

    await clickWhenBack(understudy, loopback.seek);
    const held = () =>
      understudy.worker.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ url: 'https://claude.ai/*' });
        const func = () => document.querySelector<HTMLElement>('[contenteditable="true"]')?.innerText ?? '';
        const [frame] = await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? -1 }, func });
        return frame?.result ?? '';
      });
    await expect.poll(() => held().catch(() => '')).toContain(DRAFT.at(-1));
    expect(await claudeTab()).toMatchObject({ count: 1, isDiscarded: false });
    await expect.poll(() => understudy.drafts()).toEqual([]);
  });
});
