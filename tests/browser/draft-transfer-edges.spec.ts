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

async function openClaude(understudy: Understudy): Promise<{ page: Page; banner: BannerProbe }> {
  const page = await understudy.context.newPage();
  await page.goto(CLAUDE);
  return { page, banner: new BannerProbe(page) };
}

/** Opens the fallback list and returns the banner's text. */
async function openList(banner: BannerProbe): Promise<string> {
  await expect.poll(() => banner.text()).toContain(english('banner_continue'));
  await banner.click(english('banner_continue'));
  await expect.poll(() => banner.text()).toContain('ChatGPT');
  return (await banner.text()) ?? '';
}

async function follow(understudy: Understudy, banner: BannerProbe, name = 'ChatGPT'): Promise<Page> {
  const opened = understudy.context.waitForEvent('page');
  await banner.click(name);
  const next = await opened;
  await next.waitForLoadState();
  return next;
}

const textarea = (page: Page) => page.locator('textarea');

for (const attribute of ['inert', 'aria-hidden']) {
  test(`a draft below a root that a modal made ${attribute} is transferred`, async ({ loopback, understudy }) => {
    const { page, banner } = await openClaude(understudy);
    await typeDraft(page);
    loopback.seek(45_000);
    await understudy.tick();
    await page.evaluate((name) => document.querySelector('main')?.setAttribute(name, 'true'), attribute);
    expect(await openList(banner)).toContain(PROMISE);
    await expect(textarea(await follow(understudy, banner))).toHaveValue(DRAFT.join('\n'));
  });
}

test('a message edited in place is transferred', async ({ loopback, understudy }) => {
  const { page, banner } = await openClaude(understudy);
  loopback.seek(45_000);
  await understudy.tick();
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'edit';
    field.style.cssText = 'width:300px;height:60px';
    document.querySelector('article')?.append(field);
  });
  await page.locator('#edit').fill('What I meant');
  expect(await openList(banner)).toContain(PROMISE);
  await expect(textarea(await follow(understudy, banner))).toHaveValue('What I meant');
});

test('the banner promises no transfer without a draft, and says that attached files stay behind', async ({
  loopback,
  understudy,
}) => {
  const { page, banner } = await openClaude(understudy);
  loopback.seek(45_000);
  await understudy.tick();
  expect(await openList(banner)).not.toContain(PROMISE);
  await banner.click(english('banner_continue'));
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
  await next.screenshot({ path: 'test-results/pictures/carried-without-files-light.png' });
  await next.emulateMedia({ colorScheme: 'dark' });
  await next.screenshot({ path: 'test-results/pictures/carried-without-files-dark.png' });
});

test('a draft that is too long for the target field stays on the clipboard, and the note says so', async ({
  loopback,
  understudy,
}) => {
  await understudy.context.grantPermissions(['clipboard-read'], { origin: 'https://chatgpt.com' });
  loopback.overrideSite('chatgpt.com', { load: { kind: 'well', maxLength: 20 } });
  const { page, banner } = await openClaude(understudy);
  await typeDraft(page);
  loopback.seek(45_000);
  await understudy.tick();
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
  await next.screenshot({ path: 'test-results/pictures/carried-too-long-light.png' });
  await next.emulateMedia({ colorScheme: 'dark' });
  await next.screenshot({ path: 'test-results/pictures/carried-too-long-dark.png' });
  await expect.poll(() => understudy.carry()).toMatchObject({ tabId: null });
});

test.describe('from ChatGPT to Claude without a grant', () => {
  test.use({ scenario: 'chatgpt-degraded', grants: ['https://chatgpt.com/*'] });

  test('a lone surrogate in a draft becomes a replacement character in the prefill address', async ({
    loopback,
    understudy,
  }) => {
    const page = await understudy.context.newPage();
    await page.goto('https://chatgpt.com/c/1');
    const banner = new BannerProbe(page);
    loopback.seek(45_000);
    // Degraded performance counts once a second reading confirms it.
    await understudy.tick();
    await understudy.tick();
    await page.evaluate(() => {
      const field = document.querySelector('textarea');
      if (field !== null) field.value = 'Hi \ud83c';
    });
    await expect.poll(() => banner.text()).toContain(english('banner_continue'));
    await banner.click(english('banner_continue'));
    await expect.poll(() => banner.text()).toContain('Claude');
    const next = await follow(understudy, banner, 'Claude');
    expect(new URL(next.url()).searchParams.get('q')).toBe('Hi \ufffd');
    expect(await banner.text()).toContain(english('banner_continue'));
  });
});

test('a double press on a fallback opens one tab', async ({ loopback, understudy }) => {
  const { page, banner } = await openClaude(understudy);
  await typeDraft(page);
  loopback.seek(45_000);
  await understudy.tick();
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
});

test('"Put it back" in one tab does not cancel a pending draft transfer', async ({ loopback, understudy }) => {
  await understudy.isReady();
  await understudy.setOptions({ ...DEFAULT_OPTIONS, keepsDrafts: true });
  const { page, banner } = await openClaude(understudy);
  await typeDraft(page, ['Lost by a reload']);
  loopback.seek(45_000);
  await understudy.tick();
  await expect.poll(() => understudy.drafts()).toHaveLength(1);
  await page.reload();
  await expect.poll(() => banner.text()).toContain(english('kept_put_back'));

  const other = await openClaude(understudy);
  await typeDraft(other.page, ['On its way']);
  await openList(other.banner);
  const opened = understudy.context.waitForEvent('page');
  await other.banner.click('ChatGPT');
  const next = await opened;
  await banner.click(english('kept_put_back'));
  await expect(textarea(next)).toHaveValue('On its way');
  await expect(page.locator('[contenteditable="true"]')).toContainText('Lost by a reload');
  await expect.poll(() => understudy.transfers()).toEqual([]);
});
