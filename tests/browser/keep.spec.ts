import { expect, type Page } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { BannerProbe } from './banner-probe';
import { CHATS, test } from './fixtures';
import { DRAFT, typeDraft } from './type-draft';

const PARTIAL = 45_000;
const OVER = 365_000;
const CLAUDE = 'https://claude.ai/chat/1';

test.use({ grants: [...CHATS, 'webRequest'] });

/** That something was kept, at whatever time. */
const OFFER = new RegExp(english('kept_offer', '.+'));

const seen = (page: Page) => page.locator('[contenteditable="true"]').innerText();

test('what stood in the composer is put back after a reload, exactly and unsent', async ({ loopback, understudy }) => {
  await understudy.isReady();
  await understudy.setOptions({ ...DEFAULT_OPTIONS, keepsDrafts: true });
  const page = await understudy.context.newPage();
  await page.goto(CLAUDE);
  await typeDraft(page);
  loopback.seek(PARTIAL);
  await understudy.tick();
  const banner = new BannerProbe(page);
  await expect.poll(() => understudy.drafts()).toHaveLength(1);
  expect(await banner.text()).not.toMatch(OFFER);

  await page.reload();
  await expect.poll(() => banner.text()).toMatch(OFFER);
  await page.screenshot({ path: 'test-results/pictures/kept-draft.png' });
  loopback.clearRequests();
  await banner.click(english('kept_put_back'));
  await expect.poll(() => seen(page)).toContain('Why does this loop skip items?');
  await expect.poll(() => banner.text()).not.toMatch(OFFER);
  // It stands in the composer again, and is kept as what stands there.
  await expect.poll(() => understudy.drafts()).toMatchObject([{ state: 'typed', text: DRAFT.join('\n') }]);
  expect(loopback.requests.filter(({ method, host }) => method === 'POST' && host === 'claude.ai')).toEqual([]);
});

test('a message that fails can be put back; once one goes through nothing is kept', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  await understudy.setOptions({ ...DEFAULT_OPTIONS, keepsDrafts: true });
  const page = await understudy.context.newPage();
  await page.goto(CLAUDE);
  loopback.seek(PARTIAL);
  await understudy.tick();
  loopback.overrideSite('claude.ai', { send: { kind: 'status', status: 529 } });
  await typeDraft(page);
  await expect.poll(() => understudy.drafts()).toMatchObject([{ state: 'typed' }]);
  await page.keyboard.press('Enter');
  const banner = new BannerProbe(page);
  await expect.poll(() => banner.text()).toMatch(OFFER);

  await banner.click(english('kept_put_back'));
  await expect.poll(() => seen(page)).toContain('Why does this loop skip items?');
  loopback.overrideSite('claude.ai', { send: { kind: 'well' } });
  await page.locator('[contenteditable="true"]').press('Enter');
  // No round has to come first, whether it is known to have gone through before it left the field or after.
  await expect.poll(() => understudy.drafts()).toEqual([]);
});

test('what a reload lost is not lost to what is typed next', async ({ loopback, understudy }) => {
  await understudy.isReady();
  await understudy.setOptions({ ...DEFAULT_OPTIONS, keepsDrafts: true });
  const page = await understudy.context.newPage();
  await page.goto(CLAUDE);
  await typeDraft(page);
  loopback.seek(PARTIAL);
  await understudy.tick();
  await expect.poll(() => understudy.drafts()).toHaveLength(1);

  await page.reload();
  await page.locator('[contenteditable="true"]').click();
  await page.keyboard.insertText('Hello?');
  await expect
    .poll(async () => (await understudy.drafts()).map(({ text }) => text))
    .toEqual(['Hello?', DRAFT.join('\n')]);
});

test('nothing is kept unless it was asked for, and nothing stays behind when all is well', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  const page = await understudy.context.newPage();
  await page.goto(CLAUDE);
  await typeDraft(page);
  loopback.seek(PARTIAL);
  await understudy.tick();
  await expect.poll(() => understudy.registeredScripts()).toEqual(['banner-claude']);

  const popup = await understudy.openPopup();
  await popup.getByRole('button', { name: new RegExp(`^${english('popup_banners')}`) }).click();
  const keeping = popup.getByRole('switch', { name: english('popup_keeping') });
  await keeping.click();
  await expect(keeping).toHaveAttribute('aria-checked', 'true');
  await expect.poll(() => understudy.drafts()).toHaveLength(1);
  await expect
    .poll(async () => (await understudy.registeredScripts()).sort())
    .toEqual(['banner-claude', 'keep-claude']);
  await keeping.click();
  await expect.poll(() => understudy.drafts()).toEqual([]);
  await keeping.click();
  await expect.poll(() => understudy.drafts()).toHaveLength(1);

  loopback.seek(OVER);
  await understudy.tick();
  await expect.poll(() => understudy.registeredScripts()).toEqual([]);
});

test.describe('on a host that the chat shares', () => {
  test.use({ scenario: 'three-at-once', grants: ['https://github.com/*'] });

  test('what is typed beside the chat is not kept', async ({ loopback, understudy }) => {
    await understudy.isReady();
    await understudy.setOptions({ ...DEFAULT_OPTIONS, watched: ['copilot'], keepsDrafts: true });
    const page = await understudy.context.newPage();
    await page.goto('https://github.com/copilot');
    loopback.seek(150_000);
    await understudy.tick();
    const kept = async () => (await understudy.drafts('copilot')).map(({ text }) => text);
    await page.locator('#copilot-chat-textarea').fill('For Copilot');
    await expect.poll(kept).toEqual(['For Copilot']);

    await page.evaluate(() => {
      history.pushState(null, '', '/robin/tide-table/issues/new');
      const comment = document.createElement('textarea');
      document.querySelector('#copilot-chat-textarea')?.replaceWith(comment);
      comment.value = 'For the issue';
      // At this the script looks at once.
      dispatchEvent(new PageTransitionEvent('pagehide'));
    });
    await understudy.tick();
    expect(await kept()).toEqual(['For Copilot']);
  });
});
