import type { Page } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { CHATS, test } from './fixtures';
import { DRAFT, typeDraft } from './type-draft';

const PARTIAL = 45_000;
const OVER = 365_000;
const CLAUDE = 'https://claude.ai/chat/1';

test.use({ grants: [...CHATS, 'webRequest'] });

/** A saved draft, without its time. */
const OFFER = new RegExp(english('kept_offer', '.+'));

const seen = (page: Page) => page.locator('[contenteditable="true"]').innerText();

test('autosave saves nothing unless it is enabled, restores drafts exactly and unsent, deletes them after a success, and ends with the issue', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  const page = await understudy.context.newPage();
  await page.goto(CLAUDE);
  await typeDraft(page);
  loopback.seek(PARTIAL);
  await understudy.tick();
  const banner = new BannerProbe(page);

  await test.step('autosave saves nothing unless it is enabled', async () => {
    await expect.poll(() => understudy.registeredScripts()).toEqual(['banner-claude']);
    const options = await understudy.openOptions('drafts');
    const keeping = options.getByRole('switch', { name: english('popup_keeping') });
    await keeping.click();
    await expect(keeping).toHaveAttribute('aria-checked', 'true');
    await expect.poll(() => understudy.drafts()).toHaveLength(1);
    await expect
      .poll(async () => (await understudy.registeredScripts()).sort())
      .toEqual(['autosave-claude', 'banner-claude']);
    await keeping.click();
    await expect.poll(() => understudy.drafts()).toEqual([]);
    await keeping.click();
    await expect.poll(() => understudy.drafts()).toHaveLength(1);
    await options.close();
    expect(await banner.text()).not.toMatch(OFFER);
  });

  await test.step('a saved draft is restored after a reload, exactly and unsent', async () => {
    await page.reload();
    await expect.poll(() => banner.text()).toMatch(OFFER);
    await page.screenshot({ path: 'test-results/pictures/kept-draft.png' });
    loopback.clearRequests();
    await banner.click(english('kept_put_back'));
    await expect.poll(() => seen(page)).toContain('Why does this loop skip items?');
    // The note about the restored draft covers the banner for a while.
    const note = new BannerProbe(page, 'UNDERSTUDY-DRAFT-TRANSFER');
    await expect.poll(() => note.text()).not.toBeNull();
    await note.click(english('transfer_close'));
    await expect.poll(() => banner.text()).not.toMatch(OFFER);
    // The restored text is in the composer, so it is saved again.
    await expect.poll(() => understudy.drafts()).toMatchObject([{ state: 'typed', text: DRAFT.join('\n') }]);
    expect(loopback.requests.filter(({ method, host }) => method === 'POST' && host === 'claude.ai')).toEqual([]);
  });

  await test.step('a failed message can be restored, and a successful message deletes saved drafts', async () => {
    loopback.overrideSite('claude.ai', { send: { kind: 'status', status: 529 } });
    await page.locator('[contenteditable="true"]').press('Enter');
    await expect.poll(() => banner.text()).toMatch(OFFER);

    await banner.click(english('kept_put_back'));
    await expect.poll(() => seen(page)).toContain('Why does this loop skip items?');
    // Until it is saved again, there is nothing that the success could delete.
    await expect.poll(() => understudy.drafts()).toMatchObject([{ state: 'typed', text: DRAFT.join('\n') }]);
    loopback.overrideSite('claude.ai', { send: { kind: 'well', wordMs: 100 } });
    await page.locator('[contenteditable="true"]').press('Enter');
    // No round is needed, whether the success is seen before or after the composer is cleared.
    await expect.poll(() => understudy.drafts()).toEqual([]);
  });

  await test.step('typing after a reload does not overwrite the draft that the reload lost', async () => {
    await typeDraft(page);
    await expect.poll(() => understudy.drafts()).toMatchObject([{ text: DRAFT.join('\n') }]);

    await page.reload();
    await page.locator('[contenteditable="true"]').click();
    await page.keyboard.insertText('Hello?');
    await expect
      .poll(async () => (await understudy.drafts()).map(({ text }) => text))
      .toEqual(['Hello?', DRAFT.join('\n')]);
  });

  await test.step('autosave ends when the assistant is up', async () => {
    loopback.seek(OVER);
    await understudy.tick();
    await expect.poll(() => understudy.registeredScripts()).toEqual([]);
  });

  await test.step('a draft that was in the composer when autosave ended is deleted once it was sent', async () => {
    await page.locator('[contenteditable="true"]').press('Enter');
    await expect.poll(async () => (await understudy.drafts()).map(({ text }) => text)).toEqual([DRAFT.join('\n')]);
  });
});

test.describe('on a shared host', () => {
  test.use({ scenario: 'three-at-once', grants: ['https://github.com/*'] });

  test('autosave ignores text typed beside the chat on a shared host', async ({ loopback, understudy }) => {
    await understudy.isReady();
    await understudy.setOptions({ ...DEFAULT_OPTIONS, watched: ['copilot'], keepsDrafts: true });
    const page = await understudy.context.newPage();
    await page.goto('https://github.com/copilot');
    loopback.seek(150_000);
    await understudy.tick();
    const saved = async () => (await understudy.drafts('copilot')).map(({ text }) => text);
    await page.locator('#copilot-chat-textarea').fill('For Copilot');
    await expect.poll(saved).toEqual(['For Copilot']);

    await page.evaluate(() => {
      history.pushState(null, '', '/robin/tide-table/issues/new');
      const comment = document.createElement('textarea');
      document.querySelector('#copilot-chat-textarea')?.replaceWith(comment);
      comment.value = 'For the issue';
      // The script looks at the page right after this.
      dispatchEvent(new PageTransitionEvent('pagehide'));
    });
    await understudy.tick();
    expect(await saved()).toEqual(['For Copilot']);
  });
});
