import type { Page } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { test } from './fixtures';
import { DRAFT, typeDraft } from './type-draft';
import type { Understudy } from './understudy';

const CLAUDE = 'https://claude.ai/chat/1';
const PROMISE = english('banner_takes_draft');

/** A new tab of Claude. */
async function openClaude(understudy: Understudy): Promise<{ page: Page; banner: BannerProbe }> {
  const page = await understudy.context.newPage();
  await page.goto(CLAUDE);
  return { page, banner: new BannerProbe(page) };
}

/** The same during an issue. */
async function openAilingClaude(understudy: Understudy, seek: (offsetMs: number) => void) {
  await understudy.isReady();
  seek(45_000);
  await understudy.tick();
  return openClaude(understudy);
}

/** Opens the fallback list and returns the banner's text. */
async function openList(banner: BannerProbe): Promise<string> {
  await expect.poll(() => banner.text()).toContain(english('banner_continue'));
  await banner.click(english('banner_continue'));
  await expect.poll(() => banner.text()).toContain('ChatGPT');
  return (await banner.text()) ?? '';
}

async function follow(understudy: Understudy, banner: BannerProbe): Promise<Page> {
  const opened = understudy.context.waitForEvent('page');
  await banner.click('ChatGPT');
  return opened;
}

const textarea = (page: Page) => page.locator('textarea');

test('a draft is transferred from below a modal and from a message edited in place, and the note says that attached files stay behind', async ({
  loopback,
  understudy,
}) => {
  const { page, banner } = await openAilingClaude(understudy, loopback.seek);
  const expectTransferOf = async (text: string) => {
    expect(await openList(banner)).toContain(PROMISE);
    const next = await follow(understudy, banner);
    await expect(textarea(next)).toHaveValue(text);
    // A draft that is still on its way would be shown in this tab again.
    await expect.poll(() => understudy.transfers()).toEqual([]);
    await next.close();
  };

  await test.step('the banner promises no transfer without a draft', async () => {
    expect(await openList(banner)).not.toContain(PROMISE);
    await banner.click(english('banner_continue'));
  });

  await test.step('a message edited in place is transferred', async () => {
    await page.evaluate(() => {
      const field = document.createElement('textarea');
      field.id = 'edit';
      field.style.cssText = 'width:300px;height:60px';
      document.querySelector('article')?.append(field);
    });
    await page.locator('#edit').fill('What I meant');
    await expectTransferOf('What I meant');
  });

  for (const attribute of ['inert', 'aria-hidden']) {
    await test.step(`a draft below a root that a modal made ${attribute} is transferred`, async () => {
      await page.goto(CLAUDE);
      await typeDraft(page);
      await page.evaluate((name) => document.querySelector('main')?.setAttribute(name, 'true'), attribute);
      await expectTransferOf(DRAFT.join('\n'));
    });
  }

  await test.step('the banner says that attached files may stay behind, and the note that they did', async () => {
    await page.goto(CLAUDE);
    await page.evaluate(() => {
      const tile = document.createElement('div');
      tile.className = 'attachment-tile';
      tile.textContent = 'report.pdf';
      document.querySelector('form')?.prepend(tile);
    });
    await typeDraft(page, ['Read this']);
    expect(await openList(banner)).toContain(`${PROMISE} ${english('banner_files_may_come')}`);
    const next = await follow(understudy, banner);
    const note = new BannerProbe(next, 'UNDERSTUDY-DRAFT-TRANSFER');
    await expect.poll(() => note.text()).toContain(english('transfer_files_stay', 'Claude'));
    await note.settled();
    await next.screenshot({ path: 'test-results/pictures/transfer-without-files.png' });
  });
});

test('a double press opens one tab, "Restore" cancels no transfer, and a draft that is too long stays on the clipboard', async ({
  loopback,
  understudy,
}) => {
  await understudy.context.grantPermissions(['clipboard-read'], { origin: 'https://chatgpt.com' });
  const { page, banner } = await openAilingClaude(understudy, loopback.seek);

  await test.step('a double press on a fallback opens one tab', async () => {
    await typeDraft(page);
    await openList(banner);
    const opening = understudy.context.waitForEvent('page');
    await banner.ready();
    const { x, y } = await banner.placeOf('ChatGPT');
    await page.mouse.dblclick(x, y);
    const next = await opening;
    // The list closes with the first press, so that the second meets no fallback.
    expect(await banner.text()).not.toContain('GitHub Copilot');
    await expect(textarea(next)).toHaveValue(DRAFT.join('\n'));
    const isChatGpt = (one: Page) => one.url().startsWith('https://chatgpt.com/');
    expect(understudy.context.pages().filter(isChatGpt)).toHaveLength(1);
    await expect.poll(() => understudy.transfers()).toEqual([]);
    await next.close();
  });

  await test.step('"Restore" in one tab does not cancel a pending draft transfer', async () => {
    // Without the draft of the step before, which would be saved as well.
    await page.goto('about:blank');
    await understudy.setOptions({ ...DEFAULT_OPTIONS, keepsDrafts: true });
    await page.goto(CLAUDE);
    await typeDraft(page, ['Lost by a reload']);
    await expect.poll(() => understudy.drafts()).toMatchObject([{ text: 'Lost by a reload' }]);
    await page.reload();
    await expect.poll(() => banner.text()).toContain(english('kept_put_back'));

    const other = await openClaude(understudy);
    await typeDraft(other.page, ['On its way']);
    await openList(other.banner);
    const next = await follow(understudy, other.banner);
    await banner.click(english('kept_put_back'));
    await expect(textarea(next)).toHaveValue('On its way');
    await expect(page.locator('[contenteditable="true"]')).toContainText('Lost by a reload');
    await expect.poll(() => understudy.transfers()).toEqual([]);
    await next.close();
    await other.page.close();
  });

  await test.step('a draft that is too long for the target field stays on the clipboard, and the note says so', async () => {
    loopback.overrideSite('chatgpt.com', { load: { kind: 'well', maxLength: 20 } });
    await page.goto(CLAUDE);
    await typeDraft(page);
    await openList(banner);
    const next = await follow(understudy, banner);
    const note = new BannerProbe(next, 'UNDERSTUDY-DRAFT-TRANSFER');
    await expect
      .poll(() => note.text())
      .toContain(english('transfer_too_long', 'Claude', String(DRAFT.join('\n').length), '20'));
    await expect(textarea(next)).toHaveValue('');
    await next.bringToFront();
    expect(await next.evaluate(() => navigator.clipboard.readText())).toBe(DRAFT.join('\n'));
    await note.settled();
    await next.screenshot({ path: 'test-results/pictures/transfer-too-long.png' });
    await expect.poll(() => understudy.latestTransfer()).toMatchObject({ tabId: null });
  });
});
