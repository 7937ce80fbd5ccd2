import { english } from '@/tests/fakes/english';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import type { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { test } from './fixtures';
import { openDuringOutage } from './open-during-outage';
import { typeDraft } from './type-draft';

const CONTINUE = english('banner_continue');
const KEEP = english('waiting_keep', 'Claude');
const SIGN_IN = english('fallback_sign_in');
/** Offsets of updates of the scenario `claude-outage`. */
const IDENTIFIED = 210_000;
const MONITORING = 270_000;

async function openList(banner: BannerProbe): Promise<void> {
  await banner.click(CONTINUE);
  await expect.poll(() => banner.text()).toContain('ChatGPT');
}

/** Moves the focus by keyboard to a button of the banner. */
async function focus(banner: BannerProbe, label: string): Promise<void> {
  await expect(async () => {
    await banner.page.keyboard.press('Tab');
    expect(await banner.focused()).toBe(label);
  }).toPass({ intervals: [0] });
}

test('the list of fallbacks keeps the focus on the button that has it when it is filled again', async ({
  loopback,
  understudy,
}) => {
  const { page, banner } = await openDuringOutage(understudy, loopback.seek);
  await typeDraft(page);
  await openList(banner);
  for (const [index, label] of ['GitHub Copilot', english('conversation_with'), KEEP].entries()) {
    await test.step(label, async () => {
      await focus(banner, label);
      const hasNotes = index % 2 === 0;
      await understudy.setOptions({ ...DEFAULT_OPTIONS, signedIn: hasNotes ? ['gemini'] : [] });
      loopback.seek(hasNotes ? IDENTIFIED : MONITORING);
      await understudy.tick();
      await expect.poll(async () => (await banner.text())?.includes(SIGN_IN)).toBe(hasNotes);
      expect(await banner.focused()).toBe(label);
    });
  }
});

test('the list of fallbacks does not read what was typed since it was opened when it is filled again', async ({
  loopback,
  understudy,
}) => {
  const { page, banner } = await openDuringOutage(understudy, loopback.seek);
  await openList(banner);
  await typeDraft(page);
  await understudy.setOptions({ ...DEFAULT_OPTIONS, signedIn: ['gemini'] });
  loopback.seek(IDENTIFIED);
  await understudy.tick();
  await expect.poll(() => banner.text()).toContain(SIGN_IN);
  expect(await banner.text()).not.toContain(KEEP);
  expect(await banner.text()).not.toContain(english('banner_takes_draft'));
  await banner.click(CONTINUE);
  await openList(banner);
  expect(await banner.text()).toContain(KEEP);
});

test('an open list in a small window stays where the user has scrolled it to', async ({ loopback, understudy }) => {
  const { page, banner } = await openDuringOutage(understudy, loopback.seek);
  await page.setViewportSize({ width: 900, height: 240 });
  await openList(banner);
  const { x = 0, y = 0 } = (await banner.box()) ?? {};
  await page.mouse.move(x + 20, y + 20);
  await page.mouse.wheel(0, 30);
  await expect.poll(() => banner.scrollTop()).toBeGreaterThan(0);
  const scrollTop = await banner.scrollTop();
  await page.evaluate(() => visualViewport?.dispatchEvent(new Event('resize')));
  expect(await banner.scrollTop()).toBe(scrollTop);
});
