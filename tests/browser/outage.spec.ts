import { english } from '@/tests/fakes/english';
import { ENGLISH_TIME, headlineStart, recoveredAfterMinutes } from '@/tests/fakes/english-like';
import { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { test } from './fixtures';
import { openDuringOutage } from './open-during-outage';
import { recordCalls, recordedCalls } from './record-calls';

/** Offsets of the scenario `claude-outage`. */
const AT = { partial: 45_000, update: 100_000, major: 155_000, monitoring: 275_000, over: 365_000 } as const;

const CLAUDE = 'https://claude.ai/chat/1';

/** The globals of the worker that these tests use. */
declare const chrome: {
  runtime: { onMessage: { addListener(listener: (message: { type: string }) => void): void } };
};
declare const self: { viewRequests: number };

test('an outage updates icon, tooltip, notification and banner from its start over escalation to recovery, in open, new and reloaded tabs of the affected site only', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  await recordCalls(understudy.worker);
  await expect.poll(() => understudy.badge()).toBe('');
  const tooltip = async () => (await understudy.tooltip()).replace(ENGLISH_TIME, 'T');
  const icon = async () => (await recordedCalls(understudy.worker)).icon;
  await expect
    .poll(tooltip)
    .toBe(
      [
        'Understudy',
        english('headline_operational', 'Claude'),
        english('headline_operational', 'ChatGPT'),
        english('checked', 'T'),
      ].join('\n'),
    );

  const chatgpt = await understudy.context.newPage();
  await chatgpt.goto('https://chatgpt.com/');
  const page = await understudy.context.newPage();
  await page.goto(CLAUDE);
  const banner = new BannerProbe(page);
  expect(await banner.read()).toBeNull();
  await expect.poll(() => understudy.registeredScripts()).toEqual([]);

  loopback.seek(AT.partial);
  await understudy.tick();
  await expect.poll(() => understudy.badge()).toBe('1');
  await expect.poll(icon).toBe('/icons/toolbar-partial_outage-32.png');
  await expect
    .poll(tooltip)
    .toContain(
      `${english('headline_partial_outage_from', 'Claude', 'T')}\n${english('headline_operational', 'ChatGPT')}`,
    );
  const started = await understudy.notifications();
  expect(started).toHaveLength(1);
  await expect
    .poll(() => banner.read())
    .toMatchObject({ assistant: 'claude', verdict: 'trouble', level: 'partial_outage' });
  const first = await banner.text();
  const late = await understudy.context.newPage();
  await test.step('a new tab of the affected site shows the banner', async () => {
    await late.goto(CLAUDE);
    await expect.poll(() => new BannerProbe(late).text()).toContain(headlineStart('Claude', 'partial_outage'));
  });

  loopback.seek(AT.update);
  await understudy.tick();
  await expect.poll(() => banner.text()).not.toBe(first);
  await test.step('a tab of another site shows no banner', async () => {
    // Banners are updated at the end of a round. The last round started after that.
    expect(await new BannerProbe(chatgpt).read()).toBeNull();
    expect(await chatgpt.content()).not.toContain('understudy');
    await chatgpt.close();
  });

  await late.goto('https://status.claude.com/');
  loopback.seek(AT.major);
  await understudy.tick();
  await expect.poll(async () => (await banner.read())?.level).toBe('major_outage');
  await expect.poll(icon).toBe('/icons/toolbar-major_outage-32.png');
  expect(await understudy.notifications()).toHaveLength(1);
  await test.step('a page that is gone back to and loads again shows the current status', async () => {
    await late.goBack();
    await expect.poll(() => new BannerProbe(late).text()).toContain(headlineStart('Claude', 'major_outage'));
  });

  loopback.seek(AT.monitoring);
  await understudy.tick();
  await expect.poll(() => banner.text()).toContain(english('popup_phase_monitoring'));
  await test.step('"Continue in …" lists fallbacks that are up once it is opened, and opens the chosen one', async () => {
    const fallbacks = new BannerProbe(late);
    await expect.poll(() => fallbacks.text()).toContain(english('banner_continue'));
    expect(await fallbacks.text()).not.toContain('ChatGPT');
    await fallbacks.click(english('banner_continue'));
    await expect.poll(() => fallbacks.text()).toContain('ChatGPT');
    const opening = understudy.context.waitForEvent('page');
    await fallbacks.click('ChatGPT');
    const opened = await opening;
    expect(opened.url()).toBe('https://chatgpt.com/');
    // The list has closed, and a line says what the choice did.
    await expect.poll(() => fallbacks.text()).toContain(english('banner_opened', 'ChatGPT'));
    expect(await fallbacks.text()).not.toContain('GitHub Copilot');
    await opened.close();
    await late.close();
  });

  loopback.seek(AT.over);
  await understudy.tick();
  await expect.poll(() => banner.text()).toMatch(recoveredAfterMinutes('Claude'));
  await expect.poll(() => understudy.badge()).toBe('');
  await expect.poll(icon).toBe('/icons/toolbar-up-32.png');
  // It replaces the notification of the start.
  const ended = await understudy.notifications();
  expect(ended).toHaveLength(1);
  expect(ended).not.toEqual(started);
  await expect.poll(() => understudy.registeredScripts()).toEqual([]);

  const { notices } = await recordedCalls(understudy.worker);
  expect(notices.map(({ title }) => title.replace(ENGLISH_TIME, 'T'))).toEqual([
    english('title_partial_outage', 'Claude'),
    english('title_major_outage', 'Claude'),
    expect.stringMatching(recoveredAfterMinutes('Claude')),
  ]);
});

test.describe('with a back-forward cache', () => {
  test.use({ hasPageCache: true });

  test('a page that comes back from the back-forward cache shows the current status', async ({
    loopback,
    understudy,
  }) => {
    const { page, banner } = await openDuringOutage(understudy, loopback.seek);
    const text = () => banner.text();
    await expect.poll(text).toContain(headlineStart('Claude', 'partial_outage'));
    await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
    await page.goto('https://status.claude.com/');
    loopback.seek(AT.major);
    await understudy.tick();

    await understudy.worker.evaluate(() => {
      self.viewRequests = 0;
      chrome.runtime.onMessage.addListener(({ type }) => {
        if (type === 'banner-view') self.viewRequests += 1;
      });
    });
    // It is not loaded again.
    await page.goBack({ waitUntil: 'commit' });
    expect(await page.evaluate(() => 'isSameDocument' in window)).toBe(true);
    await expect.poll(text).toContain(headlineStart('Claude', 'major_outage'));
    // A round that Chromium's event about the tab starts would show it too, later, and not in every browser.
    await expect.poll(() => understudy.worker.evaluate(() => self.viewRequests)).toBe(1);
  });
});

test('the banner takes no focus, shifts no layout, covers no composer, and once dismissed stays away from two windows until the outage gets worse', async ({
  loopback,
  understudy,
}) => {
  const page = await understudy.context.newPage();
  await page.goto(CLAUDE);
  const opening = understudy.context.waitForEvent('page');
  await page.evaluate((url) => void window.open(url, '_blank', 'popup,width=600,height=700'), CLAUDE);
  const second = await opening;
  await page.bringToFront();
  const composer = page.locator('[contenteditable="true"]');
  await composer.click();
  await page.keyboard.type('Half a thou');
  const before = await composer.boundingBox();

  loopback.seek(AT.partial);
  await understudy.tick();
  const banner = new BannerProbe(page);
  const other = new BannerProbe(second);
  await expect.poll(() => banner.text()).toContain(english('banner_continue'));
  await page.keyboard.type('ght');
  await expect(composer).toContainText('Half a thought');
  expect(await composer.boundingBox()).toEqual(before);
  for (const one of [banner, other])
    await expect.poll(() => one.text()).toContain(headlineStart('Claude', 'partial_outage'));

  for (const size of [
    { width: 1280, height: 800 },
    { width: 500, height: 700 },
    { width: 360, height: 640 },
  ]) {
    await test.step(`the composer is free at ${size.width} by ${size.height} pixels`, async () => {
      await page.setViewportSize(size);
      await expect
        .poll(() =>
          composer.evaluate((element) => {
            const { left, top, width, height } = element.getBoundingClientRect();
            const points = [0.05, 0.5, 0.95].flatMap((x) =>
              [0.1, 0.5, 0.9].map((y) => [left + x * width, top + y * height]),
            );
            return points.every(([x = 0, y = 0]) => element.contains(document.elementFromPoint(x, y)));
          }),
        )
        .toBe(true);
    });
  }

  await test.step('a banner that is dismissed in one window leaves both and stays away, also from a loaded page', async () => {
    await banner.click(english('banner_dismiss'));
    for (const one of [banner, other]) await expect.poll(() => one.read()).toBeNull();
    loopback.seek(AT.update);
    await understudy.tick();
    await second.reload();
    await understudy.tick();
    await understudy.tick();
    await expect.poll(() => understudy.registeredScripts()).toEqual([]);
    for (const one of [banner, other]) expect(await one.read()).toBeNull();
  });

  await test.step('the banner returns when the outage gets worse', async () => {
    loopback.seek(AT.major);
    await understudy.tick();
    for (const one of [banner, other])
      await expect.poll(() => one.text()).toContain(headlineStart('Claude', 'major_outage'));
  });
});

test('the notification opens a fallback or the popup, with or without a window, snoozes, and is not repeated, although the worker was killed', async ({
  loopback,
  understudy,
}) => {
  loopback.seek(AT.partial);
  await understudy.tick();
  const [notice = ''] = await understudy.notifications();
  const heading = headlineStart('Claude', 'partial_outage');

  await test.step('"Continue in …" opens the fallback when no window is open', async () => {
    const opened = understudy.context.waitForEvent('page');
    await understudy.closeWindows();
    await understudy.pressNotification(notice, 0);
    expect((await opened).url()).toBe('https://chatgpt.com/');
    await expect.poll(() => understudy.notifications()).toEqual([]);
  });

  await test.step('a click opens a window when none is open', async () => {
    const opening = understudy.context.waitForEvent('page');
    await understudy.closeWindows();
    await understudy.clickNotification(notice);
    const opened = await opening;
    await expect(opened.getByRole('heading').first()).toContainText(heading);
  });

  await test.step('a worker that is killed between rounds notifies of nothing twice', async () => {
    await understudy.clearNotifications();
    for (const offset of [AT.partial, AT.update]) {
      loopback.seek(offset);
      await understudy.tickAfterKill();
      expect(await understudy.notifications()).toEqual([]);
      await expect.poll(() => understudy.badge()).toBe('1');
    }
  });

  // The worker that shows it is not the one that handles its clicks.
  const chat = await understudy.context.newPage();
  await chat.goto(CLAUDE);
  for (const page of understudy.context.pages()) if (page !== chat) await page.close();
  const opening = understudy.context.waitForEvent('page');
  await understudy.clickNotification(notice);
  const popup = await opening;
  await test.step("a click opens the popup's page in a tab", async () => {
    await expect(popup.getByRole('heading').first()).toContainText(heading);
  });

  await test.step("a click focuses the tab that already shows the popup's page", async () => {
    await popup.goto(`chrome-extension://${understudy.id}/popup.html#check=claude`);
    await chat.bringToFront();
    await expect.poll(() => understudy.frontTab()).toBe(CLAUDE);
    const before = understudy.context.pages().length;
    await understudy.clickNotification(notice);
    await expect(popup).toHaveURL(`chrome-extension://${understudy.id}/popup.html`);
    await expect.poll(() => understudy.frontTab()).toBe(popup.url());
    expect(understudy.context.pages()).toHaveLength(before);
  });

  await test.step('"Snooze" snoozes the assistant', async () => {
    await understudy.pressNotification(notice, 1);
    await expect.poll(async () => (await understudy.status())?.snoozes.claude ?? 0).toBeGreaterThan(Date.now());
  });
});

test('status pages are requested without cookies or referrer, and an unchanged one is answered with 304 and no body', async ({
  loopback,
  understudy,
}) => {
  const page = await understudy.context.newPage();
  await page.goto('https://status.claude.com/');
  const round = async () => {
    loopback.clearRequests();
    await understudy.tick();
    return loopback.requests.filter((request) => request.path.startsWith('/api/'));
  };
  for (const reads of [await round(), await round()]) {
    expect(new Set(reads.map((request) => request.host))).toEqual(new Set(['status.claude.com', 'status.openai.com']));
    for (const { headers } of reads) expect(headers).toMatchObject({ cookie: null, referer: null });
  }
  const statuses = (await round()).filter(({ host }) => host === 'status.claude.com').map(({ status }) => status);
  expect(statuses).toEqual([304]);
});
