import type { Page } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { test } from './fixtures';
import { openDuringOutage } from './open-during-outage';
import { typeDraft } from './type-draft';
import type { Understudy } from './understudy';

/** Continues in ChatGPT, and returns its page once the note there is shown. */
async function continueInChatGpt(
  understudy: Understudy,
  banner: BannerProbe,
): Promise<{ page: Page; note: BannerProbe }> {
  await banner.page.bringToFront();
  await banner.click(english('banner_continue'));
  await expect.poll(() => banner.text()).toContain('ChatGPT');
  const opened = understudy.context.waitForEvent('page');
  await banner.click('ChatGPT');
  const page = await opened;
  const note = new BannerProbe(page, 'UNDERSTUDY-DRAFT-TRANSFER');
  await expect.poll(() => note.text()).toContain(english('transfer_exact', 'Claude'));
  return { page, note };
}

test('the note about a transferred draft stays while the pointer is on it', async ({ loopback, understudy }) => {
  const { page, banner } = await openDuringOutage(understudy, loopback.seek);
  await typeDraft(page);
  const held = await continueInChatGpt(understudy, banner);
  const { x = 0, y = 0 } = (await held.note.box()) ?? {};
  await held.page.mouse.move(x + 20, y + 15);
  // This one is shown later, so that it would leave later if both left by themselves.
  const plain = await continueInChatGpt(understudy, banner);
  await expect.poll(() => plain.note.read(), { timeout: 60_000 }).toBeNull();
  expect(await held.note.text()).toContain(english('transfer_exact', 'Claude'));
});
