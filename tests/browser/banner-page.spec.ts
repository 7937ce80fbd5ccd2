import type { Page } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import { recoveredAfterMinutes } from '@/tests/fakes/english-like';
import { expect } from './expect';
import { test } from './fixtures';
import { openDuringOutage, openWithBanner } from './open-during-outage';

const CONTINUE = english('banner_continue');

/** Opens a modal dialog of the page, optionally in a shadow root or inside another dialog. */
const OPEN_DIALOG: Record<string, string> = {
  'a plain dialog': `
    document.body.append(dialog);
    dialog.showModal();`,
  'a dialog that clips, shrinks and fades': `
    dialog.style.cssText = 'overflow:hidden;transform:scale(.5);opacity:.4;width:80px;height:40px';
    document.body.append(dialog);
    dialog.showModal();`,
  'a dialog above another dialog': `
    const first = document.createElement('dialog');
    first.textContent = 'First';
    document.body.append(dialog, first);
    first.showModal();
    dialog.showModal();`,
  'a dialog in a shadow root': `
    const box = document.createElement('div');
    document.body.append(box);
    box.attachShadow({ mode: 'open' }).append(dialog);
    dialog.showModal();`,
};

test("the banner's buttons work while a modal dialog of the page is open and after it closes, and it is not printed and keeps its text direction", async ({
  loopback,
  understudy,
}) => {
  const { page, banner } = await openDuringOutage(understudy, loopback.seek);
  for (const [what, open] of Object.entries(OPEN_DIALOG)) {
    await test.step(what, async () => {
      await page.evaluate((body) => {
        const dialog = document.createElement('dialog');
        dialog.id = 'page-dialog';
        const close = document.createElement('button');
        close.id = 'close';
        close.textContent = 'Close';
        dialog.append(close);
        new Function('dialog', body)(dialog);
        Object.assign(globalThis, { dialog });
      }, open);
      // The dialog keeps the focus.
      await expect(page.locator('#close')).toBeFocused();
      await expect.poll(() => isOnTop(page)).toBe(true);
      await expect(page.locator('#close')).toBeFocused();
      await banner.click(CONTINUE);
      await expect.poll(() => banner.text()).toContain('ChatGPT');
      await banner.click(CONTINUE);
      await expect.poll(() => banner.text()).not.toContain('ChatGPT');
      await page.evaluate(() => {
        for (const dialog of [...document.querySelectorAll('dialog')].reverse()) dialog.close();
        const { dialog } = globalThis as unknown as { dialog: HTMLDialogElement };
        dialog.close();
      });
      await expect.poll(() => isOnTop(page)).toBe(true);
      await banner.click(CONTINUE);
      await expect.poll(() => banner.text()).toContain('ChatGPT');
      await banner.click(CONTINUE);
      await page.evaluate(() => {
        for (const dialog of document.querySelectorAll('dialog')) dialog.remove();
      });
      await expect(page.locator('understudy-banner')).toHaveCount(1);
    });
  }

  await test.step('the banner is not printed with the page', async () => {
    await page.emulateMedia({ media: 'print' });
    expect(await banner.box()).toMatchObject({ width: 0, height: 0 });
    await page.emulateMedia({ media: 'screen' });
    await banner.click(CONTINUE);
    await expect.poll(() => banner.text()).toContain('ChatGPT');
    await banner.click(CONTINUE);
    await expect.poll(() => banner.text()).not.toContain('ChatGPT');
  });

  await test.step('the banner keeps its own text direction on a right-to-left page', async () => {
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { direction: rtl !important }');
      document.adoptedStyleSheets = [sheet];
    });
    expect(await banner.direction()).toBe('ltr');
    await page.screenshot({ path: 'test-results/pictures/banner-rtl-page.png' });
  });
});

/** Whether a click on the middle of the banner reaches it. */
function isOnTop(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const hosts = (root: Document | ShadowRoot): Element[] => [
      ...root.querySelectorAll('understudy-banner'),
      ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot === null ? [] : hosts(shadowRoot))),
    ];
    const [host] = hosts(document);
    if (host === undefined) return false;
    const { x, y, width, height } = host.getBoundingClientRect();
    const root = host.getRootNode() as Document | ShadowRoot;
    return root.elementFromPoint(x + width / 2, y + height / 2) === host;
  });
}

test('the banner about a recovery stays while the pointer is on it, and leaves when the pointer does', async ({
  loopback,
  understudy,
}) => {
  const held = await openDuringOutage(understudy, loopback.seek);
  const plain = await openWithBanner(understudy);
  const released = await openWithBanner(understudy);
  for (const { page, banner } of [held, released]) {
    const { x = 0, y = 0 } = (await banner.box()) ?? {};
    await page.mouse.move(x + 20, y + 15);
  }
  loopback.seek(365_000);
  await understudy.tick();
  for (const { banner } of [held, released])
    await expect.poll(() => banner.text()).toMatch(recoveredAfterMinutes('Claude'));
  await expect.poll(() => plain.banner.read()).toBeNull();
  // From here, `released` takes at least as long as a banner stays on its own.
  expect(await released.banner.text()).toMatch(recoveredAfterMinutes('Claude'));
  await released.page.mouse.move(5, 700);
  await expect.poll(() => released.banner.read()).toBeNull();
  expect(await held.banner.text()).toMatch(recoveredAfterMinutes('Claude'));
});
