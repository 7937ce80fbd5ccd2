import type { Page } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import { ActionPopup } from './action-popup';
import { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { test } from './fixtures';
import { DRAFT, typeDraft } from './type-draft';
import type { Understudy } from './understudy';

/** Picks a fallback in the banner's list once the list contains the expected text. */
async function continueIn(
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

test('a draft transferred from Claude to ChatGPT is filled in exactly and not sent, from the banner and from the popup', async ({
  loopback,
  understudy,
}) => {
  const page = await understudy.context.newPage();
  const composer = page.locator('[contenteditable="true"]');
  await page.goto('https://claude.ai/chat/1');
  await typeDraft(page);
  loopback.seek(45_000);
  await understudy.tick();
  loopback.clearRequests();
  const isChat = (host: string) => host === 'claude.ai' || host === 'chatgpt.com';
  const sent = () => loopback.requests.filter(({ method, host }) => method === 'POST' && isChat(host));

  await test.step('from the banner', async () => {
    const next = await continueIn(understudy, page, 'ChatGPT');
    await expect(next.locator('textarea')).toHaveValue(DRAFT.join('\n'));
    await expect(next.locator('understudy-draft-transfer')).toHaveCount(1);
    const note = new BannerProbe(next, 'UNDERSTUDY-DRAFT-TRANSFER');
    await expect.poll(() => note.settled()).toBe(true);
    await next.screenshot({ path: 'test-results/pictures/draft-transferred.png' });
    // The browser itself sends POST requests to hosts of its own.
    expect(sent()).toEqual([]);
    // The transfer is deleted, and the source page still has the draft.
    await expect.poll(() => understudy.latestTransfer()).toBeNull();
    await expect(composer).toContainText('Best, R.');
    await next.close();
  });

  await test.step('from the popup', async () => {
    await page.goto('https://claude.ai/chat/1');
    await typeDraft(page, ['Once more:', ...DRAFT]);
    const popup = await ActionPopup.open(understudy, page);
    const opened = understudy.context.waitForEvent('page');
    await popup.click(english('popup_continue_in', 'ChatGPT'));
    const next = await opened;
    await expect(next.locator('textarea')).toHaveValue(['Once more:', ...DRAFT].join('\n'));
    expect(sent()).toEqual([]);
    await expect.poll(() => understudy.latestTransfer()).toBeNull();
  });
});

test.describe('to a site without permission', () => {
  test.use({ grants: ['https://claude.ai/*'] });

  test('a draft for a site without permission stays on the clipboard, or becomes part of an address that fills it in', async ({
    loopback,
    understudy,
  }) => {
    await understudy.context.grantPermissions(['clipboard-read'], { origin: 'https://chatgpt.com' });
    const page = await understudy.context.newPage();
    await page.goto('https://claude.ai/chat/1');
    await typeDraft(page);
    loopback.seek(45_000);
    await understudy.tick();

    await test.step('a draft for ChatGPT stays on the clipboard, and ChatGPT opens', async () => {
      const opened = await continueIn(understudy, page, 'ChatGPT', english('banner_paste_there'));
      // By then it is decided which tab is given the draft: none.
      await expect.poll(() => new BannerProbe(page).text()).toContain(english('banner_draft_copied', 'ChatGPT'));
      expect(await understudy.transfers()).toMatchObject([{ to: 'chatgpt', tabId: null }]);
      await expect(opened.locator('understudy-draft-transfer')).toHaveCount(0);
      await expect(opened.locator('textarea')).toHaveValue('');
      await opened.bringToFront();
      expect(await opened.evaluate(() => navigator.clipboard.readText())).toBe(DRAFT.join('\n'));
      await opened.close();
    });

    await test.step('a lone surrogate in a draft becomes a replacement character in the address of GitHub Copilot', async () => {
      await page.goto('https://claude.ai/chat/1');
      await page.evaluate(() => {
        const field = document.createElement('textarea');
        field.value = 'Hi \ud83c';
        document.querySelector('[contenteditable="true"]')?.replaceWith(field);
      });
      const opened = await continueIn(understudy, page, 'GitHub Copilot', 'GitHub Copilot');
      expect(new URL(opened.url()).searchParams.get('prompt')).toBe('Hi \ufffd');
      expect(await new BannerProbe(page).text()).toContain(english('banner_continue'));
    });
  });
});
