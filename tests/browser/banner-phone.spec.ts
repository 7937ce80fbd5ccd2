import { mkdirSync, writeFileSync } from 'node:fs';
import type { CDPSession, Page } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import type { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { test } from './fixtures';
import { openWithBanner } from './open-during-outage';
import type { Understudy } from './understudy';

const PARTIAL = 45_000;
const SCREEN = { width: 390, height: 844 };
const MARGIN = 12;
const KEYBOARD = 336;
const SAFE_AREA = 34;

/** As chat sites are on a phone: the header is fixed at the top, the composer at the bottom. */
const PHONE_PAGE = `
  nav { display: none }
  header { position: fixed; inset: 0 0 auto; height: 56px; background: Canvas }
  form { position: fixed; inset: auto 8px 8px; width: auto; margin: 0 }`;

async function restyle(page: Page, css: string): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, css);
}

/** Claude's chat with a banner, on a phone with a touch screen. */
async function openPhone(understudy: Understudy, seek: (offsetMs: number) => void) {
  await understudy.isReady();
  seek(PARTIAL);
  await understudy.tick();
  const { page, banner } = await openWithBanner(understudy);
  const session = await understudy.context.newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', { ...SCREEN, deviceScaleFactor: 2, mobile: true });
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await restyle(page, PHONE_PAGE);
  await expect.poll(() => page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
  return { page, banner, session };
}

/** The edges of the banner, the header and the composer, from top to bottom. */
async function edges(page: Page, banner: BannerProbe) {
  const [box, header, form] = await Promise.all([
    banner.box(),
    page.locator('header').boundingBox(),
    page.locator('form').boundingBox(),
  ]);
  if (box === null || header === null || form === null) throw new Error('Something is missing on the page');
  const bottom = (one: { y: number; height: number }) => Math.round(one.y + one.height);
  return {
    headerEnd: bottom(header),
    bannerTop: Math.round(box.y),
    bannerEnd: bottom(box),
    composerTop: Math.round(form.y),
    composerEnd: bottom(form),
    center: Math.round(box.x + box.width / 2),
  };
}

/** A software keyboard covers a part of the window, which only `visualViewport` tells. */
async function raiseKeyboard(session: CDPSession, extensionId: string): Promise<void> {
  const worlds: { id: number; origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await session.send('Runtime.enable');
  const own = () => worlds.find(({ origin }) => origin === `chrome-extension://${extensionId}`);
  await expect.poll(() => own() !== undefined).toBe(true);
  await session.send('Runtime.evaluate', {
    expression: `
      Object.defineProperty(VisualViewport.prototype, 'height', { get: () => ${SCREEN.height - KEYBOARD} });
      visualViewport.dispatchEvent(new Event('resize'));`,
    contextId: own()?.id ?? 0,
  });
}

/** Playwright's own screenshots bring back the window of a desktop. */
async function takePicture(session: CDPSession, name: string): Promise<void> {
  const { data } = await session.send('Page.captureScreenshot');
  mkdirSync('test-results/pictures', { recursive: true });
  writeFileSync(`test-results/pictures/${name}.png`, Buffer.from(data, 'base64'));
}

test('on a phone, the banner is directly above the composer, also above the keyboard, and at the bottom edge where the composer is higher up', async ({
  loopback,
  understudy,
}) => {
  const { page, banner, session } = await openPhone(understudy, loopback.seek);
  const gap = async () => {
    const { composerTop, bannerEnd } = await edges(page, banner);
    return composerTop - bannerEnd;
  };

  await test.step('the banner is directly above the composer, and its list opens upward', async () => {
    await expect.poll(gap).toBe(MARGIN);
    const closed = await edges(page, banner);
    expect(closed.bannerTop).toBeGreaterThanOrEqual(closed.headerEnd);
    expect(closed.center).toBe(SCREEN.width / 2);

    await banner.click(english('banner_continue'));
    await expect.poll(() => banner.text()).toContain('ChatGPT');
    const open = await edges(page, banner);
    expect(open.bannerEnd).toBe(closed.bannerEnd);
    expect(open.bannerTop).toBeLessThan(closed.bannerTop);
    await takePicture(session, 'banner-phone-list');
    await banner.click(english('banner_continue'));
    await expect.poll(() => banner.text()).not.toContain('ChatGPT');
  });

  await test.step('the banner is at the bottom edge above the safe area while the composer is higher up', async () => {
    await restyle(page, 'form { bottom: 420px }');
    const end = async () => (await edges(page, banner)).bannerEnd;
    await expect.poll(end).toBe(SCREEN.height - MARGIN);
    await session.send('Emulation.setSafeAreaInsetsOverride', { insets: { bottom: SAFE_AREA } });
    await expect.poll(end).toBe(SCREEN.height - SAFE_AREA - MARGIN);
    const { bannerTop, composerEnd } = await edges(page, banner);
    expect(bannerTop).toBeGreaterThanOrEqual(composerEnd + MARGIN);
    await session.send('Emulation.setSafeAreaInsetsOverride', { insets: {} });
    await expect.poll(end).toBe(SCREEN.height - MARGIN);
  });

  await test.step('the banner stays between the header and the composer while the keyboard is up', async () => {
    // The site moves its composer above the keyboard.
    await restyle(page, `form { bottom: ${KEYBOARD + 8}px }`);
    await raiseKeyboard(session, understudy.id);
    await expect.poll(gap).toBe(MARGIN);
    const { bannerTop, headerEnd } = await edges(page, banner);
    expect(bannerTop).toBeGreaterThanOrEqual(headerEnd);
    await takePicture(session, 'banner-phone-keyboard');
  });
});
