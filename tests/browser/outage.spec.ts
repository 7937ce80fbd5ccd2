import { english } from '@/tests/fakes/english';
import { ENGLISH_TIME, headlineStart, recoveredAfterMinutes } from '@/tests/fakes/english-like';
import { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { test } from './fixtures';
import { recordCalls, recordedCalls } from './record-calls';

/** Offsets of the scenario `claude-outage`. */
const AT = { partial: 45_000, update: 100_000, major: 155_000, monitoring: 275_000, over: 365_000 } as const;

const CLAUDE = 'https://claude.ai/chat/1';

test('an outage updates icon, tooltip, notification and banner from its start over escalation to recovery', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  await recordCalls(understudy.worker);
  await expect.poll(() => understudy.badge()).toBe('');
  const tooltip = async () => (await understudy.tooltip()).replace(ENGLISH_TIME, 'T');
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

  const page = await understudy.context.newPage();
  await page.goto(CLAUDE);
  const banner = new BannerProbe(page);
  expect(await banner.read()).toBeNull();
  await expect.poll(() => understudy.registeredScripts()).toEqual([]);

  loopback.seek(AT.partial);
  await understudy.tick();
  await expect.poll(() => understudy.badge()).toBe('1');
  await expect
    .poll(tooltip)
    .toContain(
      `${english('headline_partial_outage_from', 'Claude', 'T')}\n${english('headline_operational', 'ChatGPT')}`,
    );
  expect(await understudy.notifications()).toHaveLength(1);
  await expect
    .poll(() => banner.read())
    .toMatchObject({ assistant: 'claude', verdict: 'trouble', level: 'partial_outage' });
  const first = await banner.text();

  loopback.seek(AT.update);
  await understudy.tick();
  await expect.poll(() => banner.text()).not.toBe(first);

  loopback.seek(AT.major);
  await understudy.tick();
  await expect.poll(async () => (await banner.read())?.level).toBe('major_outage');
  expect(await understudy.notifications()).toHaveLength(1);

  loopback.seek(AT.monitoring);
  await understudy.tick();
  await expect.poll(() => banner.text()).toContain(english('popup_phase_monitoring'));

  loopback.seek(AT.over);
  await understudy.tick();
  await expect.poll(() => banner.text()).toMatch(recoveredAfterMinutes('Claude'));
  await expect.poll(() => understudy.badge()).toBe('');
  expect(await understudy.notifications()).toHaveLength(1);
  await expect.poll(() => understudy.registeredScripts()).toEqual([]);
  await expect.poll(() => banner.read(), { timeout: 60_000 }).toBeNull();

  const { notices } = await recordedCalls(understudy.worker);
  expect(notices.map(({ title }) => title.replace(ENGLISH_TIME, 'T'))).toEqual([
    english('title_partial_outage', 'Claude'),
    english('title_major_outage', 'Claude'),
    expect.stringMatching(recoveredAfterMinutes('Claude')),
  ]);
});

test('the banner appears on the affected site only, in open and in new tabs', async ({ loopback, understudy }) => {
  const chatgpt = await understudy.context.newPage();
  await chatgpt.goto('https://chatgpt.com/');
  loopback.seek(AT.partial);
  await understudy.tick();
  const late = await understudy.context.newPage();
  await late.goto(CLAUDE);
  await expect.poll(() => new BannerProbe(late).text()).toContain(headlineStart('Claude', 'partial_outage'));
  // Banners are updated at the end of a round. The next round starts after that.
  await understudy.tick();
  expect(await new BannerProbe(chatgpt).read()).toBeNull();
  expect(await chatgpt.content()).not.toContain('understudy');
});

test('the banner takes no focus, shifts no layout and covers no composer', async ({ loopback, understudy }) => {
  const page = await understudy.context.newPage();
  await page.goto(CLAUDE);
  const composer = page.locator('[contenteditable="true"]');
  await composer.click();
  await page.keyboard.type('Half a thou');
  const before = await composer.boundingBox();

  loopback.seek(AT.partial);
  await understudy.tick();
  const banner = new BannerProbe(page);
  await expect.poll(() => banner.text()).toContain(english('banner_continue'));
  await page.keyboard.type('ght');
  await expect(composer).toContainText('Half a thought');
  expect(await composer.boundingBox()).toEqual(before);

  for (const size of [
    { width: 1280, height: 800 },
    { width: 500, height: 700 },
    { width: 360, height: 640 },
  ]) {
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
  }
});

test('a dismissed banner stays away until the outage gets worse', async ({ loopback, understudy }) => {
  const page = await understudy.context.newPage();
  await page.goto(CLAUDE);
  const banner = new BannerProbe(page);
  loopback.seek(AT.partial);
  await understudy.tick();
  await expect.poll(() => banner.text()).toContain(english('banner_continue'));
  await banner.click(english('banner_dismiss'));
  await expect.poll(() => banner.read()).toBeNull();

  loopback.seek(AT.update);
  await understudy.tick();
  await page.reload();
  await understudy.tick();
  await understudy.tick();
  await expect.poll(() => understudy.registeredScripts()).toEqual([]);
  expect(await banner.read()).toBeNull();

  loopback.seek(AT.major);
  await understudy.tick();
  await expect.poll(() => banner.text()).toContain(headlineStart('Claude', 'major_outage'));
});

test('"Continue in …" lists fallbacks that are up once it is opened, and opens the chosen one', async ({
  loopback,
  understudy,
}) => {
  const page = await understudy.context.newPage();
  await page.goto(CLAUDE);
  const banner = new BannerProbe(page);
  loopback.seek(AT.partial);
  await understudy.tick();
  await expect.poll(() => banner.text()).toContain(english('banner_continue'));
  expect(await banner.text()).not.toContain('ChatGPT');
  await banner.click(english('banner_continue'));
  await expect.poll(() => banner.text()).toContain('ChatGPT');
  const opened = understudy.context.waitForEvent('page');
  await banner.click('ChatGPT');
  expect((await opened).url()).toBe('https://chatgpt.com/');
  // The list has closed, and a line says what the choice did.
  await expect.poll(() => banner.text()).toContain(english('banner_opened', 'ChatGPT'));
  expect(await banner.text()).not.toContain('GitHub Copilot');
});

test('"Continue in …" in the notification opens the fallback when no window is open', async ({
  loopback,
  understudy,
}) => {
  loopback.seek(AT.partial);
  await understudy.tick();
  const [notice = ''] = await understudy.notifications();
  const opened = understudy.context.waitForEvent('page');
  await understudy.closeWindows();
  await understudy.pressNotification(notice, 0);
  expect((await opened).url()).toBe('https://chatgpt.com/');
  await expect.poll(() => understudy.notifications()).toEqual([]);
});

test('"Snooze" in the notification snoozes the assistant although the worker was stopped in between', async ({
  loopback,
  understudy,
}) => {
  loopback.seek(AT.partial);
  await understudy.tick();
  const [notice = ''] = await understudy.notifications();
  await understudy.tickAfterKill();
  await understudy.pressNotification(notice, 1);
  await expect.poll(async () => (await understudy.status())?.snoozes.claude ?? 0).toBeGreaterThan(Date.now());
});

test('a worker that is killed between rounds notifies of nothing twice', async ({ loopback, understudy }) => {
  loopback.seek(AT.partial);
  await understudy.tick();
  await understudy.clearNotifications();
  for (const offset of [AT.partial, AT.update]) {
    loopback.seek(offset);
    await understudy.tickAfterKill();
    expect(await understudy.notifications()).toEqual([]);
    await expect.poll(() => understudy.badge()).toBe('1');
  }
});

test("a click on the notification opens the popup's page in a tab", async ({ loopback, understudy }) => {
  loopback.seek(AT.partial);
  await understudy.tick();
  const opened = understudy.context.waitForEvent('page');
  await understudy.clickNotification((await understudy.notifications())[0] ?? '');
  const page = await opened;
  await expect(page.getByRole('heading').first()).toContainText(headlineStart('Claude', 'partial_outage'));
});

test("a click on the notification focuses the tab that already shows the popup's page", async ({
  loopback,
  understudy,
}) => {
  loopback.seek(AT.partial);
  await understudy.tickAfterKill();
  const check = await understudy.openCheck('claude');
  const chat = await understudy.context.newPage();
  await chat.goto(CLAUDE);
  const before = understudy.context.pages().length;
  await understudy.clickNotification((await understudy.notifications())[0] ?? '');
  await expect(check).toHaveURL(`chrome-extension://${understudy.id}/popup.html`);
  await expect.poll(() => understudy.frontTab()).toBe(check.url());
  expect(understudy.context.pages()).toHaveLength(before);
});

test('a click on the notification opens a window when none is open', async ({ loopback, understudy }) => {
  loopback.seek(AT.partial);
  await understudy.tick();
  const [notice = ''] = await understudy.notifications();
  const opened = understudy.context.waitForEvent('page');
  await understudy.closeWindows();
  await understudy.clickNotification(notice);
  await expect((await opened).getByRole('heading').first()).toContainText(headlineStart('Claude', 'partial_outage'));
});

test('the recovery notification replaces the notification of the start', async ({ loopback, understudy }) => {
  loopback.seek(AT.partial);
  await understudy.tick();
  const [start = ''] = await understudy.notifications();
  loopback.seek(AT.over);
  await understudy.tick();
  const [end = '', ...others] = await understudy.notifications();
  expect(others).toEqual([]);
  expect(end).not.toBe('');
  expect(end).not.toBe(start);
});

test.describe('without any site permission', () => {
  test.use({ grants: [] });

  test('icon, tooltip, popup and notifications work without any site permission', async ({ loopback, understudy }) => {
    const page = await understudy.context.newPage();
    await page.goto(CLAUDE);
    loopback.seek(AT.partial);
    await understudy.tick();
    await expect.poll(() => understudy.badge()).toBe('1');
    expect(await understudy.notifications()).toHaveLength(1);
    await understudy.tick();
    expect(await new BannerProbe(page).read()).toBeNull();
    const popup = await understudy.openPopup();
    await expect(popup.locator('[data-assistant="claude"]')).toHaveAttribute('data-level', 'partial_outage');
    await expect(popup.getByRole('button', { name: /claude\.ai/ })).toBeVisible();
  });
});

test('status pages are requested without cookies or referrer', async ({ loopback, understudy }) => {
  const page = await understudy.context.newPage();
  await page.goto('https://status.claude.com/');
  loopback.clearRequests();
  await understudy.tick();
  const reads = loopback.requests.filter((request) => request.path.startsWith('/api/'));
  expect(new Set(reads.map((request) => request.host))).toEqual(new Set(['status.claude.com', 'status.openai.com']));
  for (const { headers } of reads) expect(headers).toMatchObject({ cookie: null, referer: null });
});
