import { rmSync } from 'node:fs';
import { english } from '@/tests/fakes/english';
import { headlineStart } from '@/tests/fakes/english-like';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { EXTENSION, test } from './fixtures';
import { makeProfile } from './make-profile';
import { openChromium } from './open-chromium';
import { recordCalls, recordedCalls } from './record-calls';
import { Understudy } from './understudy';

/** Offsets of the scenario `claude-outage`. */
const AT = { partial: 45_000, major: 155_000, over: 365_000 } as const;
const CLAUDE = 'https://claude.ai/chat/1';

test('a hanging tab does not stop polling', async ({ loopback, understudy }) => {
  const hung = await understudy.context.newPage();
  await hung.goto(CLAUDE);
  loopback.seek(AT.partial);
  await understudy.tick();
  await expect.poll(() => new BannerProbe(hung).read()).not.toBeNull();
  // The loop never ends. Closing the tab stops it.
  void hung
    .evaluate(() => {
      for (;;);
    })
    .catch(() => undefined);

  loopback.seek(AT.major);
  await understudy.tick();
  await expect.poll(() => understudy.tooltip()).toContain(headlineStart('Claude', 'major_outage'));
  loopback.seek(AT.over);
  await understudy.tick();
  await expect.poll(async () => (await understudy.status())?.verdicts.claude?.kind).toBe('up');
  await expect.poll(() => understudy.badge()).toBe('');
});

test('the banner appears in two windows and disappears from both', async ({ loopback, understudy }) => {
  const first = await understudy.context.newPage();
  await first.goto(CLAUDE);
  const opening = understudy.context.waitForEvent('page');
  await first.evaluate((url) => void window.open(url, '_blank', 'popup,width=600,height=700'), CLAUDE);
  const second = await opening;
  loopback.seek(AT.partial);
  await understudy.tick();
  for (const page of [first, second])
    await expect.poll(() => new BannerProbe(page).text()).toContain(headlineStart('Claude', 'partial_outage'));
  await new BannerProbe(first).click(english('banner_dismiss'));
  for (const page of [first, second]) await expect.poll(() => new BannerProbe(page).read()).toBeNull();
});

test('a page restored from the back-forward cache shows the current status', async ({ loopback, understudy }) => {
  const page = await understudy.context.newPage();
  await page.goto(CLAUDE);
  loopback.seek(AT.partial);
  await understudy.tick();
  const banner = new BannerProbe(page);
  await expect.poll(() => banner.text()).toContain(headlineStart('Claude', 'partial_outage'));
  await page.goto('https://status.claude.com/');
  loopback.seek(AT.major);
  await understudy.tick();
  await page.goBack();
  await expect.poll(() => new BannerProbe(page).text()).toContain(headlineStart('Claude', 'major_outage'));
});

test('the banner replaces an orphan of an earlier version', async ({ loopback, understudy }) => {
  const page = await understudy.context.newPage();
  await page.goto(CLAUDE);
  await page.evaluate(() => document.documentElement.append(document.createElement('understudy-banner')));
  loopback.seek(AT.partial);
  await understudy.tick();
  await expect.poll(() => new BannerProbe(page).text()).toContain(headlineStart('Claude', 'partial_outage'));
  await expect(page.locator('understudy-banner')).toHaveCount(1);
});

test('page elements with names of built-ins do not keep the banner away', async ({ loopback, understudy }) => {
  const page = await understudy.context.newPage();
  await page.goto(CLAUDE);
  await page.evaluate(() => {
    for (const id of ['understudyBannerLives', 'browser', 'chrome']) {
      const trap = document.createElement('div');
      trap.id = id;
      document.body.append(trap);
    }
  });
  loopback.seek(AT.partial);
  await understudy.tick();
  await expect.poll(() => new BannerProbe(page).text()).toContain(headlineStart('Claude', 'partial_outage'));
});

test('the banner returns after the page removes it', async ({ loopback, understudy }) => {
  const page = await understudy.context.newPage();
  await page.goto(CLAUDE);
  loopback.seek(AT.partial);
  await understudy.tick();
  await expect(page.locator('understudy-banner')).toHaveCount(1);
  await page.evaluate(() => document.querySelector('understudy-banner')?.remove());
  await expect(page.locator('understudy-banner')).toHaveCount(1);
});

test.describe('on a host that the chat shares with other pages', () => {
  test.use({ scenario: 'three-at-once', grants: ['https://github.com/*'] });

  test("the banner is on the chat's pages only and follows in-page navigation", async ({ loopback, understudy }) => {
    await understudy.isReady();
    await understudy.setOptions({ ...DEFAULT_OPTIONS, watched: ['copilot'] });
    const page = await understudy.context.newPage();
    await page.goto('https://github.com/');
    loopback.seek(150_000);
    await understudy.tick();
    await expect.poll(async () => (await understudy.status())?.verdicts.copilot?.kind).toBe('trouble');
    // Banners are updated at the end of a round. The next round starts after that.
    await understudy.tick();
    await expect(page.locator('understudy-banner')).toHaveCount(0);
    await page.evaluate(() => history.pushState(null, '', '/copilot'));
    await expect(page.locator('understudy-banner')).toHaveCount(1);
    await expect(page.locator('understudy-banner')).toHaveAttribute('data-assistant', 'copilot');
    await page.evaluate(() => history.pushState(null, '', '/'));
    await expect(page.locator('understudy-banner')).toHaveCount(0);
  });
});

test('a restarted browser repeats no notification and shows the ongoing outage', async ({ loopback }) => {
  const order = { extension: EXTENSION, loopback };
  const profile = await makeProfile(order, ['https://claude.ai/*']);
  loopback.seek(AT.partial);
  const before = await openChromium({ ...order, profile });
  const first = new Understudy(before);
  await expect.poll(async () => (await first.status())?.episodes.claude?.isTold).toBe(true);
  await expect.poll(async () => (await first.status())?.outbox.length).toBe(0);
  await before.close();

  const after = await openChromium({ ...order, profile });
  const second = new Understudy(after);
  await recordCalls(after.worker);
  const page = await after.context.newPage();
  await page.goto(CLAUDE);
  await second.tick();
  await expect.poll(() => new BannerProbe(page).text()).toContain(headlineStart('Claude', 'partial_outage'));
  expect((await recordedCalls(after.worker)).notices).toEqual([]);
  await expect.poll(() => second.badge()).toBe('1');
  await after.close();
  rmSync(profile, { recursive: true, force: true });
});

test('an unchanged status page is answered with 304 and no body', async ({ loopback, understudy }) => {
  await understudy.isReady();
  await understudy.tick();
  loopback.clearRequests();
  await understudy.tick();
  const reads = loopback.requests.filter(({ host, path }) => host === 'status.claude.com' && path.startsWith('/api/'));
  expect(reads.map(({ status }) => status)).toEqual([304]);
});

test.describe('with permission for the status page', () => {
  test.use({ grants: ['https://status.claude.com/*'] });

  test('a status page that sends Retry-After is not requested until then', async ({ loopback, understudy }) => {
    await understudy.isReady();
    loopback.override('status.claude.com', { kind: 'status', status: 429, retryAfterSeconds: 7_200 });
    await understudy.tick();
    const failure = async () => (await understudy.status())?.pages.claude?.failure;
    await expect.poll(failure).toEqual({ kind: 'rate_limited', retryAt: expect.any(Number) });
    loopback.clearRequests();
    // Moves the time of the last request one hour back for every page.
    await understudy.tick();
    expect(loopback.requests.map(({ host }) => host)).not.toContain('status.claude.com');
    expect(loopback.requests.map(({ host }) => host)).toContain('status.openai.com');
    await expect.poll(async () => (await understudy.status())?.verdicts.claude?.kind).toBe('up');
  });
});

/** Reloads the bundle, which affects scripts and tabs like an update of the extension. */
async function update({ context }: Understudy): Promise<void> {
  const browser = context.browser();
  if (browser === null) throw new Error('The browser has no session of its own');
  const session = await browser.newBrowserCDPSession();
  await session.send('Extensions.loadUnpacked' as never, { path: EXTENSION } as never);
}

test.describe('after an update during an incident', () => {
  test.use({ ownBrowser: true });

  test('an update during an incident replaces the orphaned banner by a working one', async ({
    loopback,
    understudy,
  }) => {
    const page = await understudy.context.newPage();
    await page.goto(CLAUDE);
    loopback.seek(AT.partial);
    await understudy.tick();
    const banner = page.locator('understudy-banner');
    await banner.evaluate((element) => element.setAttribute('data-of', 'the version before'));
    await update(understudy);
    await expect(page.locator('understudy-banner:not([data-of])')).toHaveCount(1);
    await expect(page.locator('understudy-banner[data-of]')).toHaveCount(0);
    await expect.poll(() => new BannerProbe(page).text()).toContain(headlineStart('Claude', 'partial_outage'));
  });

  test('an update after an incident removes the orphaned banner from the tab', async ({ loopback, understudy }) => {
    const page = await understudy.context.newPage();
    await page.goto(CLAUDE);
    loopback.seek(AT.partial);
    await understudy.tick();
    await expect(page.locator('understudy-banner')).toHaveCount(1);
    loopback.seek(AT.over);
    await update(understudy);
    // A worker that is killed while Chromium still installs it is never woken again.
    await understudy.isReadyAfterUpdate();
    await understudy.tickAfterKill();
    await expect(page.locator('understudy-banner')).toHaveCount(0);
    // No new banner is injected either.
    await page.reload();
    await understudy.tickAfterKill();
    await understudy.tickAfterKill();
    await expect(page.locator('understudy-banner')).toHaveCount(0);
  });
});
