import type { Page } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import { BannerProbe } from './banner-probe';
import { expect } from './expect';
import type { Understudy } from './understudy';

const PARTIAL = 45_000;

interface ChatTab {
  page: Page;
  banner: BannerProbe;
}

/** A new tab of Claude's chat, once its banner is shown. */
export async function openWithBanner({ context }: Understudy): Promise<ChatTab> {
  const page = await context.newPage();
  await page.goto('https://claude.ai/chat/1');
  const banner = new BannerProbe(page);
  await expect.poll(() => banner.text()).toContain(english('banner_continue'));
  return { page, banner };
}

/** Claude's chat with a banner about a partial outage. `seek` moves the scenario. */
export async function openDuringOutage(understudy: Understudy, seek: (offsetMs: number) => void): Promise<ChatTab> {
  await understudy.isReady();
  const page = await understudy.context.newPage();
  await page.goto('https://claude.ai/chat/1');
  seek(PARTIAL);
  await understudy.tick();
  const banner = new BannerProbe(page);
  await expect.poll(() => banner.text()).toContain(english('banner_continue'));
  expect(await banner.ready()).toBe(true);
  return { page, banner };
}
