import { headlineStart } from '@/tests/fakes/english-like';
import { claudeSite } from '@/tests/loopback/chat-sites/claude-site';
import { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { EXTENSION, test } from './fixtures';
import type { Understudy } from './understudy';

/** Offsets of the scenario `claude-outage`. */
const AT = { partial: 45_000, major: 155_000, over: 365_000 } as const;
const CLAUDE = 'https://claude.ai/chat/1';

test('a hanging tab does not stop polling', async ({ loopback, understudy }) => {
  const hung = await understudy.context.newPage();
  await hung.goto(CLAUDE);
  loopback.seek(AT.partial);
  await understudy.tick();
  await expect.poll(() => new BannerProbe(hung).read()).not.toBeNull();
  // A request without an answer, for which the page's only thread waits like an endless loop, but without using the processor.
  loopback.overrideSite('claude.ai', { send: { kind: 'hang' } });
  void hung
    .evaluate((path) => {
      const request = new XMLHttpRequest();
      request.open('POST', path, false);
      request.send();
    }, claudeSite.sendPath)
    .catch(() => undefined);
  await expect
    .poll(() => loopback.requests.some(({ method, host }) => method === 'POST' && host === 'claude.ai'))
    .toBe(true);

  loopback.seek(AT.major);
  await understudy.tick();
  await expect.poll(() => understudy.tooltip()).toContain(headlineStart('Claude', 'major_outage'));
  loopback.seek(AT.over);
  await understudy.tick();
  await expect.poll(async () => (await understudy.status())?.verdicts.claude?.kind).toBe('up');
  await expect.poll(() => understudy.badge()).toBe('');
  const answer = hung.evaluate(() => 'answers').catch(() => 'closed');
  expect(await Promise.race([answer, understudy.status().then(() => 'still hangs')])).toBe('still hangs');
});

/** Reloads the bundle, which affects scripts and tabs like an update of the extension. */
async function update({ context }: Understudy): Promise<void> {
  const browser = context.browser();
  if (browser === null) throw new Error('The browser has no session of its own');
  const session = await browser.newBrowserCDPSession();
  await session.send('Extensions.loadUnpacked' as never, { path: EXTENSION } as never);
}

test.describe('updates', () => {
  test.use({ ownBrowser: true });

  test('an update during an incident replaces the orphaned banner by a working one, and an update afterwards removes it', async ({
    loopback,
    understudy,
  }) => {
    const page = await understudy.context.newPage();
    await page.goto(CLAUDE);
    const banner = page.locator('understudy-banner');
    await test.step('an update during an incident replaces the orphaned banner by a working one', async () => {
      loopback.seek(AT.partial);
      await understudy.tick();
      await banner.evaluate((element) => element.setAttribute('data-of', 'the version before'));
      await update(understudy);
      await expect(page.locator('understudy-banner:not([data-of])')).toHaveCount(1);
      await expect(page.locator('understudy-banner[data-of]')).toHaveCount(0);
      await expect.poll(() => new BannerProbe(page).text()).toContain(headlineStart('Claude', 'partial_outage'));
      // A worker that is stopped while Chromium still installs it is never woken again.
      await understudy.isReadyAfterUpdate();
    });

    await test.step('an update after an incident removes the orphaned banner from the tab', async () => {
      await expect(banner).toHaveCount(1);
      loopback.seek(AT.over);
      await update(understudy);
      await understudy.isReadyAfterUpdate();
      await understudy.tickAfterKill();
      await expect(banner).toHaveCount(0);
      // No new banner is injected either.
      await page.reload();
      await understudy.tickAfterKill();
      await understudy.tickAfterKill();
      await expect(banner).toHaveCount(0);
    });
  });
});
