import type { Page } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { test } from './fixtures';
import { DRAFT, typeDraft } from './type-draft';
import type { Understudy } from './understudy';

/** Picks a fallback in the banner's list once the list contains the expected text. */
async function carryOn(
  understudy: Understudy,
  page: Page,
  name: string,
  said = english('banner_takes_draft'),
): Promise<Page> {
  const banner = new BannerProbe(page);
  await expect.poll(() => banner.text()).toContain(english('banner_continue'));
  await banner.click(english('banner_continue'));
  await expect.poll(() => banner.text()).toContain(said);
  const opened = understudy.context.waitForEvent('page');
  await banner.click(name);
  const next = await opened;
  await next.waitForLoadState();
  return next;
}

test.describe('from Claude to ChatGPT', () => {
  test.use({ scenario: 'claude-outage' });

  test('a draft transferred from Claude to ChatGPT is filled in exactly and not sent', async ({
    loopback,
    understudy,
  }) => {
    const page = await understudy.context.newPage();
    await page.goto('https://claude.ai/chat/1');
    await typeDraft(page);
    loopback.seek(45_000);
    await understudy.tick();
    loopback.clearRequests();
    const next = await carryOn(understudy, page, 'ChatGPT');
    await expect(next.locator('textarea')).toHaveValue(DRAFT.join('\n'));
    await expect(next.locator('understudy-carry')).toHaveCount(1);
    expect(await new BannerProbe(next, 'UNDERSTUDY-CARRY').settled()).toBe(true);
    await next.screenshot({ path: 'test-results/pictures/carried-on.png' });
    // The browser itself sends POST requests to hosts of its own.
    const isChat = (host: string) => host === 'claude.ai' || host === 'chatgpt.com';
    expect(loopback.requests.filter(({ method, host }) => method === 'POST' && isChat(host))).toEqual([]);
    // The transfer is deleted, and the source page still has the draft.
    expect(await understudy.carry()).toBeNull();
    await expect(page.locator('[contenteditable="true"]')).toContainText('Best, R.');
  });

  test.describe('to a site without permission', () => {
    test.use({ grants: ['https://claude.ai/*'] });

    test('a draft for ChatGPT without site permission stays on the clipboard and ChatGPT opens', async ({
      loopback,
      understudy,
    }) => {
      await understudy.context.grantPermissions(['clipboard-read'], { origin: 'https://chatgpt.com' });
      const page = await understudy.context.newPage();
      await page.goto('https://claude.ai/chat/1');
      await typeDraft(page);
      loopback.seek(45_000);
      await understudy.tick();
      const opened = await carryOn(understudy, page, 'ChatGPT', english('banner_paste_there'));
      await expect(opened.locator('understudy-carry')).toHaveCount(0);
      await expect(opened.locator('textarea')).toHaveValue('');
      await opened.bringToFront();
      expect(await opened.evaluate(() => navigator.clipboard.readText())).toBe(DRAFT.join('\n'));
    });
  });
});
