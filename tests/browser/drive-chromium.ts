import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import type { Driven, DrivenPage } from '@/tests/journeys/driven';
import type { Loopback } from '@/tests/loopback/loopback';
import { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { recordCalls, recordedCalls } from './record-calls';
import type { Understudy } from './understudy';

/** The globals of the worker that are used here. */
declare const self: { isMarked?: boolean };
declare const chrome: { contextMenus: { update(id: string, changes: object): Promise<void> } };

function drivePage(page: Page): DrivenPage {
  const banner = new BannerProbe(page);
  const composer = page.locator('textarea, [contenteditable="true"]').first();
  return {
    text: () => page.locator('body').innerText(),
    async click(name) {
      const own = new RegExp(`^${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
      const [button, link, toggle] = (['button', 'link', 'switch'] as const).map((role) =>
        page.getByRole(role, { name: own }),
      );
      if (button && link && toggle) await button.or(link).or(toggle).first().click();
    },
    async write(text, isSent) {
      await composer.click();
      await page.keyboard.insertText(text);
      if (isSent) await page.keyboard.press('Enter');
    },
    written: () => composer.evaluate((element) => (element as HTMLTextAreaElement).value ?? element.textContent),
    banner: () => banner.read(),
    clickInBanner: (label) => banner.click(label),
    bringToFront: () => page.bringToFront(),
    async screenshot(name) {
      await page.screenshot({ path: `test-results/pictures/chromium-${name}.png` });
    },
  };
}

/**
 * Drives Chromium for the journeys. Headless Chromium cannot answer its permission prompt, so the profile starts with the
 * permissions of the journey and `grant` does nothing.
 */
export function driveChromium(loopback: Loopback, understudy: Understudy): Driven {
  const { context, worker, id } = understudy;
  const own = `chrome-extension://${id}/`;
  const downloads: Download[] = [];
  const open = async (address: string) => {
    const page = await context.newPage();
    page.on('download', (download) => downloads.push(download));
    await page.goto(address);
    return drivePage(page);
  };
  return {
    loopback,
    isReady: () => understudy.isReady(),
    tick: () => understudy.tick(),
    async tickAfterStop() {
      await worker.evaluate(() => {
        self.isMarked = true;
      });
      await understudy.tickAfterKill();
      expect(await worker.evaluate(() => self.isMarked)).toBeUndefined();
    },
    status: () => understudy.status(),
    options: () => understudy.options(),
    badge: () => understudy.badge(),
    tooltip: () => understudy.tooltip(),
    // The API has no list of entries; updating a missing one fails.
    hasMenuItem: (item) =>
      worker.evaluate(
        (it) =>
          chrome.contextMenus.update(it, {}).then(
            () => true,
            () => false,
          ),
        item,
      ),
    recordCalls: () => recordCalls(worker),
    notices: async () => (await recordedCalls(worker)).notices.map(({ title }) => title),
    ownTabs: async () =>
      context
        .pages()
        .map((page) => page.url())
        .filter((url) => url.startsWith(own)),
    frontTab: () => understudy.frontTab(),
    openOwn: (page) => open(own + page),
    openSite: open,
    async siteTab(host) {
      const find = () => context.pages().find((page) => URL.canParse(page.url()) && new URL(page.url()).host === host);
      await expect.poll(find).toBeDefined();
      const page = find();
      if (page === undefined) throw new Error(`No tab shows ${host}`);
      return drivePage(page);
    },
    savedFiles: () => Promise.all(downloads.map(async (download) => readFile(await download.path(), 'utf8'))),
    grant: async () => undefined,
  };
}
