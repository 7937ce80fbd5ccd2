import { english } from '@/tests/fakes/english';
import { englishLike, headlineStart } from '@/tests/fakes/english-like';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { CHATS, test } from './fixtures';
import type { Understudy } from './understudy';

const PARTIAL = 45_000;
const GOOGLE = 'https://www.google.com/*';

/** The globals of the worker that these tests use. */
declare const chrome: {
  permissions: {
    remove(what: { origins?: string[]; permissions?: string[] }): Promise<boolean>;
    contains(what: { origins: string[] }): Promise<boolean>;
  };
  alarms: { onAlarm: { dispatch(alarm: object): void } };
};

test.use({ grants: [...CHATS, GOOGLE, 'webRequest'] });

/** Revokes like the browser's own settings page, which does not involve the extension. */
const takeBack = ({ worker }: Understudy, origins: string[], permissions: string[] = []) =>
  worker.evaluate((what) => chrome.permissions.remove(what), { origins, permissions });

test('revoking all permissions in the middle of a round removes what needed them, offers the banner again, and polling continues', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  const page = await understudy.context.newPage();
  await page.goto('https://claude.ai/chat/1');
  loopback.seek(PARTIAL);
  await understudy.tick();
  await expect.poll(() => new BannerProbe(page).text()).toContain(headlineStart('Claude', 'partial_outage'));
  const popup = await understudy.openPopup();
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText(english('title_partial_outage', 'Claude'));
  const offer = popup.getByRole('button', { name: english('popup_setup_allow_for', 'claude.ai') });
  await expect(offer).toHaveCount(0);
  loopback.seek(155_000);
  loopback.override('status.claude.com', { kind: 'slow', delayMs: 3_000 });
  loopback.clearRequests();
  // A round then waits for its answer: that of the alarm, or that of the popup, after which the pages are not due any more.
  await expect(async () => {
    await understudy.makePagesDue();
    await understudy.fireAlarm();
    const hosts = () => loopback.requests.map(({ host }) => host);
    await expect.poll(hosts, { timeout: 2_000 }).toContain('status.claude.com');
  }).toPass();
  await takeBack(understudy, [...CHATS, GOOGLE], ['webRequest']);
  await expect(page.locator('understudy-banner')).toHaveCount(0);
  await expect(offer).toBeVisible();
  await expect.poll(() => understudy.registeredScripts()).toEqual([]);
  await expect.poll(() => understudy.tooltip()).toContain(headlineStart('Claude', 'major_outage'));
  loopback.override('status.claude.com', null);
  await page.reload();
  await understudy.tick();
  // Banners are updated at the end of a round. The next round starts after that.
  await understudy.tick();
  await expect(page.locator('understudy-banner')).toHaveCount(0);
  loopback.seek(365_000);
  await understudy.tick();
  await expect.poll(() => understudy.badge()).toBe('');
});

test('access to a chat that is lost outside of the settings is shown once, access revoked there is not, and a status page without it is not read', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();

  await test.step('lost access is shown once, and access revoked in the settings is revoked at once and not shown', async () => {
    const chatOf = async (id: 'claude' | 'chatgpt') => (await understudy.status())?.sightings[id]?.chat?.isHeld ?? null;
    await expect.poll(() => chatOf('claude')).toBe(true);
    await takeBack(understudy, ['https://claude.ai/*']);
    await expect.poll(() => chatOf('claude')).toBe(false);

    const popup = await understudy.openPopup();
    const line = popup.locator('[data-assistant="claude"] [data-spot="chat_access_lost"]');
    await expect(line).toBeVisible();
    await line.getByRole('button', { name: english('spot_dismiss') }).click();
    await expect(line).toHaveCount(0);
    await understudy.tick();
    await popup.reload();
    await expect(popup.locator('[data-assistant="claude"]')).toBeVisible();
    await expect(line).toHaveCount(0);
    const options = await understudy.openOptions('what-works');
    const row = options.locator('.works [data-assistant="claude"]');
    await expect(row).toHaveAttribute('data-blind', 'true');
    await expect(row.getByRole('button', { name: english('sites_give_for', 'Claude') })).toHaveCount(1);

    await options.getByRole('link', { name: english('sites') }).click();
    await options.getByRole('button', { name: english('sites_take_back_for', 'chatgpt.com') }).click();
    await expect(options.getByRole('button', { name: english('sites_give_for', 'chatgpt.com') })).toBeVisible();
    await expect(
      options.getByRole('button', { name: englishLike('sites_take_back_for', /.*www\.google\.com.*/) }),
    ).toBeVisible();
    const isGranted = (origin: string) =>
      understudy.worker.evaluate((origins) => chrome.permissions.contains({ origins }), [origin]);
    expect(await isGranted('https://chatgpt.com/*')).toBe(false);
    expect(await isGranted(GOOGLE)).toBe(true);
    await understudy.tick();
    expect(await chatOf('chatgpt')).toBeNull();
  });

  await test.step('a status page without permission is unknown with that reason and is not requested', async () => {
    await understudy.setOptions({ ...DEFAULT_OPTIONS, watched: ['claude', 'gemini'] });
    await expect.poll(async () => (await understudy.status())?.verdicts.gemini?.kind).toBe('up');
    await takeBack(understudy, [GOOGLE]);
    loopback.clearRequests();
    await understudy.tick();
    await expect.poll(async () => (await understudy.status())?.pages.gemini?.failure?.kind).toBe('not_allowed');
    expect(loopback.requests.filter(({ host }) => host === 'www.google.com')).toEqual([]);
    // The last report stays with its age until it is too old.
    expect((await understudy.status())?.verdicts).toMatchObject({
      gemini: { kind: 'up', failure: 'not_allowed' },
      claude: { kind: 'up', failure: null },
    });
    await understudy.forget();
    await understudy.tick();
    expect((await understudy.status())?.verdicts.gemini).toMatchObject({ kind: 'unknown', reason: 'not_allowed' });
  });
});
