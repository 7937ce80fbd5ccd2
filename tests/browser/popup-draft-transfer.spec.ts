import { english } from '@/tests/fakes/english';
import { ActionPopup } from './action-popup';
import { expect } from './expect';
import { test } from './fixtures';
import { DRAFT, typeDraft } from './type-draft';

const PARTIAL = 45_000;
const TRANSFERRED = new RegExp(english('popup_transfer', 'ChatGPT', '\\d+:\\d\\d'));

test.describe('without any permission', () => {
  test.use({ grants: [] });

  test('the popup reads the draft of the tab in front only if that is a chat, copies it, opens the fallback, and keeps it until it is discarded', async ({
    loopback,
    understudy,
  }) => {
    await understudy.context.grantPermissions(['clipboard-read'], { origin: 'https://chatgpt.com' });
    const page = await understudy.context.newPage();
    await page.goto('https://github.com/');
    loopback.seek(PARTIAL);
    await understudy.tick();

    await test.step('the popup reads nothing from a page that is no chat', async () => {
      const popup = await ActionPopup.open(understudy, page);
      await expect.poll(() => popup.text()).toContain(english('popup_continue_in', 'ChatGPT'));
      await popup.knowsFront();
      expect(await popup.text()).not.toContain(english('popup_takes_draft', 'Claude'));
      const opened = understudy.context.waitForEvent('page');
      await popup.click(english('popup_continue_in', 'ChatGPT'));
      const next = await opened;
      expect(next.url()).toBe('https://chatgpt.com/');
      expect(await understudy.latestTransfer()).toBeNull();
      await popup.close();
      await next.close();
    });

    await test.step('the popup reads the draft of the tab in front, copies it, and opens the fallback', async () => {
      await page.goto('https://claude.ai/chat/1');
      await typeDraft(page);
      const popup = await ActionPopup.open(understudy, page);
      await expect.poll(() => popup.text()).toContain(english('popup_takes_draft', 'Claude'));
      const opened = understudy.context.waitForEvent('page');
      await popup.click(english('popup_continue_in', 'ChatGPT'));
      const next = await opened;
      await next.waitForLoadState();
      expect(next.url()).toBe('https://chatgpt.com/');
      await next.bringToFront();
      expect(await next.evaluate(() => navigator.clipboard.readText())).toBe(DRAFT.join('\n'));
      await expect(next.locator('textarea')).toHaveValue('');
      await expect(page.locator('[contenteditable="true"]')).toContainText('Best, R.');

      // The draft could not be filled in, so the popup keeps it until it is discarded.
      const again = await understudy.openPopup();
      await expect(again.getByText(TRANSFERRED)).toBeVisible();
      await again.evaluate(() => navigator.clipboard.writeText('something else'));
      await again.getByRole('button', { name: english('popup_transfer_copy'), exact: true }).click();
      await expect(again.getByText(english('popup_copied'))).toBeVisible();
      await next.bringToFront();
      expect(await next.evaluate(() => navigator.clipboard.readText())).toBe(DRAFT.join('\n'));
      await again.bringToFront();
      await again.getByRole('button', { name: english('popup_transfer_discard') }).click();
      await expect(again.getByText(TRANSFERRED)).toHaveCount(0);
      await expect.poll(() => understudy.latestTransfer()).toBeNull();
    });
  });
});
