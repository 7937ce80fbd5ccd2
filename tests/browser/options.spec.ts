import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import { englishLike } from '@/tests/fakes/english-like';
import { german } from '@/tests/fakes/other-languages';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { SECTION_IDS } from '@/utils/ui/options/state';
import { violationsOf } from './accessibility';
import { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { CHATS, test } from './fixtures';
import { DRAFT, typeDraft } from './type-draft';
import type { Understudy } from './understudy';

/** The globals of an extension page that these tests use. */
declare const chrome: {
  storage: {
    sync: { get(): Promise<object>; set(values: object): Promise<void>; clear(): Promise<void> };
    managed: { get(): Promise<object> };
  };
  permissions: { getAll(): Promise<{ origins?: string[] }> };
  action: { getTitle(of: object): Promise<string> };
};

const PARTIAL = 45_000;

test('the sections of the options page open at their addresses and from its navigation, and none is set by an organization', async ({
  understudy,
}) => {
  test.setTimeout(300_000);
  await understudy.isReady();
  const page = await understudy.context.newPage();
  const address = `chrome-extension://${understudy.id}/options.html`;
  const headingOf = (key: 'assistants' | 'plan_b') => page.getByRole('heading', { level: 2, name: english(key) });
  const navigation = page.getByRole('navigation', { name: english('options_contents') });
  const links = navigation.getByRole('link');

  await test.step('sections are shown one at a time, with the title and the focus, and the back button returns', async () => {
    await page.goto(address);
    await expect(headingOf('assistants')).toBeVisible();
    // Nobody asked for a section, so the focus stays at the start of the page.
    await expect(headingOf('assistants')).not.toBeFocused();
    await expect(page).toHaveTitle(english('options_title_at', english('assistants')));
    await expect(links).toHaveCount(SECTION_IDS.length);
    await links.filter({ hasText: english('plan_b') }).press('Enter');
    await expect(headingOf('plan_b')).toBeFocused();
    await expect(headingOf('assistants')).toHaveCount(0);
    await expect(page).toHaveTitle(english('options_title_at', english('plan_b')));
    await expect(links.filter({ hasText: english('plan_b') })).toHaveAttribute('aria-current', 'page');
    await page.goBack();
    await expect(headingOf('assistants')).toBeVisible();
    await expect(page).toHaveTitle(english('options_title_at', english('assistants')));
    await page.goForward();
    await expect(headingOf('plan_b')).toBeFocused();
  });

  await test.step('each opens at every address that ever named it, with the focus, and without a policy all is enabled', async () => {
    for (const id of [...SECTION_IDS, 'own-pages', 'failing-messages']) {
      await page.goto('about:blank');
      await page.goto(`${address}#${id}`);
      await expect(page.locator(`#${id}-heading`)).toBeFocused();
      await expect(page.locator(`#${id}-heading`)).toBeInViewport();
      await expect(page.getByText(english('preset_note'))).toHaveCount(0);
      await expect(page.locator(':disabled')).toHaveCount(0);
    }
    await page.goto('about:blank');
    await page.goto(`${address}#gone`);
    await expect(headingOf('assistants')).toBeVisible();
  });

  await test.step('they are reached by a navigation of one line in a narrow page, which shows the current one', async () => {
    await page.setViewportSize({ width: 320, height: 600 });
    await page.goto('about:blank');
    await page.goto(`${address}#settings`);
    await expect(navigation.getByRole('link', { name: english('settings') })).toBeInViewport({ ratio: 1 });
    expect((await navigation.boundingBox())?.height).toBeLessThan(50);
  });

  // Last, because on a busy machine Chromium was seen not to answer this for two minutes after its start.
  expect(await understudy.worker.evaluate(() => chrome.storage.managed.get())).toEqual({});
});

test('the options page chooses and orders assistants, what counts for each, and what notifies about them', async ({
  understudy,
}) => {
  await understudy.isReady();
  const page = await understudy.openOptions();
  const contents = page.getByRole('navigation', { name: english('options_contents') });
  const section = page.getByRole('region', { name: english('assistants') });

  await test.step('the buttons that move an assistant appear with the pointer and the focus, and move nothing', async () => {
    const row = page.locator('[data-item="claude"]');
    const moves = row.locator('.moves');
    const place = await row.getByRole('switch').boundingBox();
    await page.mouse.move(0, 0);
    await expect(moves).toHaveCSS('opacity', '0');
    await row.hover();
    await expect(moves).toHaveCSS('opacity', '1');
    await page.mouse.move(0, 0);
    await expect(moves).toHaveCSS('opacity', '0');
    await row.getByRole('switch').focus();
    await expect(moves).toHaveCSS('opacity', '1');
    expect(await row.getByRole('switch').boundingBox()).toEqual(place);
  });

  await test.step('components and models of an assistant are included, and components excluded again', async () => {
    const parts = page.getByRole('group', { name: english('assistants_also_for', 'Claude') });
    const code = parts.getByRole('checkbox', { name: 'Claude Code' });
    await code.press('Space');
    await expect.poll(async () => (await understudy.options())?.parts).toEqual({ claude: ['yyzkbfz2thpt'] });
    await expect(code).toBeChecked();
    await expect(code).toBeFocused();
    await code.press('Space');
    await expect.poll(async () => (await understudy.options())?.parts).toEqual({ claude: [] });
    const chatgpt = page.getByRole('group', { name: english('assistants_also_for', 'ChatGPT') });
    await chatgpt.locator('summary').click();
    await chatgpt.getByRole('checkbox', { name: 'Codex Web' }).click();
    await expect(chatgpt.getByRole('checkbox', { name: 'Codex Web' })).toBeChecked();
    await expect.poll(async () => (await understudy.options())?.parts.chatgpt).toHaveLength(1);
    await page
      .getByRole('group', { name: english('assistants_models_for', 'Claude') })
      .getByLabel('Opus')
      .click();
    await expect.poll(async () => (await understudy.options())?.models.claude).toEqual(['Opus']);
  });

  await test.step('notifications are set for all assistants at once, or for one', async () => {
    await contents.getByRole('link', { name: english('notices') }).click();
    const named = (row: string, column: 'notices_updates' | 'notices_from') => `${row} ${english(column)}`;
    const all = page.getByRole('checkbox', { name: named(english('notices_all'), 'notices_updates') });
    const claude = page.getByRole('checkbox', { name: named('Claude', 'notices_updates') });
    await claude.press('Space');
    await expect(claude).toBeChecked();
    await expect.poll(() => all.evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true);
    await all.press('Space');
    await expect(all).toBeChecked();
    await expect(page.getByRole('checkbox', { name: named('ChatGPT', 'notices_updates') })).toBeChecked();
    await page
      .getByRole('combobox', { name: named(english('notices_all'), 'notices_from') })
      .selectOption('major_outage');
    await expect
      .poll(async () => (await understudy.options())?.loudness)
      .toMatchObject({
        claude: { updates: true, from: 'major_outage' },
        chatgpt: { updates: true, from: 'major_outage' },
      });
    await page.getByRole('combobox', { name: named('ChatGPT', 'notices_from') }).selectOption('degraded');
    await expect(page.getByRole('combobox', { name: named(english('notices_all'), 'notices_from') })).toHaveValue('');
    expect(await violationsOf(page)).toEqual([]);
  });

  await test.step('assistants are reordered by keyboard and by dragging, and switched on and off', async () => {
    await contents.getByRole('link', { name: english('assistants') }).click();
    const rows = section.locator('ol > li');
    await section.getByRole('button', { name: english('order_up_for', 'ChatGPT') }).press('Enter');
    await expect(rows.first()).toContainText('ChatGPT');
    await expect(section.getByRole('button', { name: english('order_up_for', 'ChatGPT') })).toBeFocused();
    await expect(section.getByText(english('order_position', 'ChatGPT', '1', '2'))).toBeAttached();

    // Keys move the line from its grip and from every other control in it, and stop at the ends.
    const grip = section.getByRole('button', { name: english('order_grip_for', 'ChatGPT'), exact: true });
    await grip.press('Alt+ArrowUp');
    await grip.press('Alt+ArrowDown');
    await expect(rows.last()).toContainText('ChatGPT');
    await expect(grip).toBeFocused();
    await expect(section.getByText(english('order_position', 'ChatGPT', '2', '2'))).toBeAttached();
    const watching = section.getByRole('switch', { name: /^ChatGPT/ });
    await watching.press('Alt+ArrowUp');
    await expect(rows.first()).toContainText('ChatGPT');
    await expect(watching).toBeFocused();
    await expect(watching).toBeChecked();

    const add = section.getByRole('button', { name: english('assistants_add'), exact: true });
    await add.press('Enter');
    const list = section.getByRole('region', { name: english('assistants_add') });
    await list.getByRole('searchbox', { name: english('assistants_search') }).fill('gem');
    await expect(list.getByRole('button')).toHaveCount(1);
    expect(await violationsOf(page)).toEqual([]);
    await list.getByRole('button', { name: /^Gemini/ }).press('Enter');
    const gemini = section.getByRole('switch', { name: /^Gemini/ });
    await expect(gemini).toHaveAttribute('aria-checked', 'true');
    await expect(gemini).toBeFocused();
    await expect.poll(async () => (await understudy.options())?.watched).toEqual(['chatgpt', 'claude', 'gemini']);
    await expect(list.getByRole('status')).toHaveText(english('assistants_no_match', 'gem'));

    await rows.nth(2).locator('.grip').hover();
    await page.mouse.down();
    const top = await rows.first().boundingBox();
    await page.mouse.move((top?.x ?? 0) + 20, (top?.y ?? 0) + 4, { steps: 5 });
    await expect(rows.first()).toHaveAttribute('data-drag', 'before');
    await page.mouse.up();
    await expect.poll(async () => (await understudy.options())?.watched).toEqual(['gemini', 'chatgpt', 'claude']);
    // The whole name is a target.
    await section.getByText('Gemini', { exact: true }).first().click();
    await expect.poll(async () => (await understudy.options())?.watched).toEqual(['chatgpt', 'claude']);
    expect(await violationsOf(page)).toEqual([]);
  });

  await test.step('an assistant that is switched off stays in the list, with the focus', async () => {
    await understudy.setOptions({ ...DEFAULT_OPTIONS, watched: ['claude', 'mistral'] });
    await page.reload();
    const mistral = section.getByRole('switch', { name: /^Mistral/ });
    await mistral.press('Space');
    await expect(mistral).toHaveAttribute('aria-checked', 'false');
    await expect(mistral).toBeFocused();
    await mistral.press('Space');
    await expect(mistral).toHaveAttribute('aria-checked', 'true');
    await expect(mistral).toBeFocused();
    await expect.poll(async () => (await understudy.options())?.watched).toEqual(['claude', 'mistral']);
  });
});

test.describe('saved drafts', () => {
  test.use({ grants: [...CHATS, 'webRequest'] });

  test('the options page and the popup list saved drafts and can discard them', async ({ loopback, understudy }) => {
    await understudy.isReady();
    await understudy.setOptions({ ...DEFAULT_OPTIONS, keepsDrafts: true });
    const chat = await understudy.context.newPage();
    await chat.goto('https://claude.ai/chat/1');
    await typeDraft(chat);
    loopback.seek(PARTIAL);
    await understudy.tick();
    await expect.poll(() => understudy.drafts()).toHaveLength(1);

    const popup = await understudy.openPopup();
    await expect(popup.getByText(englishLike('kept_said', 'Claude', /.+/))).toBeVisible();
    await understudy.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await popup.getByRole('button', { name: english('popup_transfer_copy'), exact: true }).click();
    await expect(popup.getByText(english('popup_copied'))).toBeVisible();
    expect(await popup.evaluate(() => navigator.clipboard.readText())).toBe(DRAFT.join('\n'));

    const page = await understudy.openOptions('drafts');
    await expect(page.getByText(englishLike('kept_said', 'Claude', /.+/))).toBeVisible();
    await page.getByRole('button', { name: englishLike('kept_discard_for', 'Claude', /.+/) }).click();
    await expect(page.getByText(english('drafts_nothing'))).toBeVisible();
    await expect.poll(() => understudy.drafts()).toEqual([]);
    await expect(popup.getByText(englishLike('kept_said', /.+/, /.+/))).toHaveCount(0);
  });
});

test('the options page exports and imports settings, and a chosen color scheme and language reach what is open', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  const chat = await understudy.context.newPage();
  await chat.emulateMedia({ colorScheme: 'light' });
  await chat.goto('https://claude.ai/chat/1');
  loopback.seek(PARTIAL);
  await understudy.tick();
  const banner = new BannerProbe(chat);
  await expect.poll(() => banner.ground()).toBe('rgb(255, 255, 255)');
  await expect.poll(() => banner.text()).toContain(english('await_ask'));
  const page = await understudy.openOptions('settings');

  await test.step('settings are exported and imported, a bad file changes nothing, and the visible banner follows the color scheme', async () => {
    await page.getByRole('radio', { name: english('theme_dark') }).click();
    await expect(page.getByRole('radio', { name: english('theme_dark') })).toBeChecked();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect.poll(() => banner.ground()).toBe('rgb(27, 30, 32)');
    const scheme = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await scheme()).toBe('rgb(27, 30, 32)');
    await expect.poll(async () => (await understudy.options())?.theme).toBe('dark');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: english('settings_save') }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('understudy-settings.json');
    const text = readFileSync(await saved.path(), 'utf8');

    await page.getByRole('radio', { name: english('theme_light') }).click();
    await expect(page.getByRole('radio', { name: english('theme_light') })).toBeChecked();
    await expect.poll(async () => (await understudy.options())?.theme).toBe('light');
    const load = (content: string) =>
      page
        .getByLabel(english('settings_load'))
        .last()
        .setInputFiles({ name: 'settings.json', mimeType: 'application/json', buffer: Buffer.from(content) });
    await load(text.replace('"dark"', '"pink"'));
    await expect(page.getByText(english('settings_wrong', english('settings_part_theme')))).toBeVisible();
    expect((await understudy.options())?.theme).toBe('light');
    await load(text);
    await expect(page.getByText(english('settings_taken'))).toBeVisible();
    await expect(page.getByRole('radio', { name: english('theme_dark') })).toBeChecked();
    await page.getByRole('radio', { name: english('theme_system') }).click();
    await expect.poll(() => banner.ground()).toBe('rgb(255, 255, 255)');
  });

  await test.step('a chosen language reaches the page, a visible banner, the icon, and what is opened later', async () => {
    await page.getByRole('combobox', { name: english('language') }).selectOption('de');
    await expect(page.getByRole('heading', { name: german('options_title') })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect.poll(() => banner.text()).toContain(german('await_ask'));
    expect(await chat.locator('understudy-banner').getAttribute('lang')).toBe('de');
    const title = () => understudy.worker.evaluate(() => chrome.action.getTitle({}));
    await expect.poll(title).toContain(german('level_partial_outage'));
    const popup = await understudy.openPopup();
    await expect(popup.getByRole('link', { name: german('menu_history') })).toBeVisible();

    await page.getByRole('combobox', { name: german('language') }).selectOption('browser');
    await expect(page.getByRole('heading', { name: english('options_title') })).toBeVisible();
    await expect.poll(() => banner.text()).toContain(english('await_ask'));
  });
});

test.describe('synced settings', () => {
  /** Stores an item in the account, like another browser of the same user. */
  const arrive = ({ worker }: Understudy, items: object) =>
    worker.evaluate((values) => chrome.storage.sync.set(values), items);
  const account = ({ worker }: Understudy) => worker.evaluate(() => chrome.storage.sync.get());

  test('settings are neither uploaded nor applied while sync is off, and both once it is on, also without an open page of the extension', async ({
    understudy,
  }) => {
    await understudy.isReady();
    const page = await understudy.openOptions('settings');

    await test.step('nothing is uploaded or applied while sync is off', async () => {
      await page.getByRole('radio', { name: english('theme_light') }).click();
      await expect.poll(async () => (await understudy.options())?.theme).toBe('light');
      await arrive(understudy, { watched: { at: 9e12, value: ['gemini'] } });
      await understudy.tick();
      expect(Object.keys(await account(understudy))).toEqual(['watched']);
      expect((await understudy.options())?.watched).toEqual(DEFAULT_OPTIONS.watched);
      await understudy.worker.evaluate(() => chrome.storage.sync.clear());
    });

    await test.step('both happens once sync is on', async () => {
      await arrive(understudy, { theme: { at: Date.now(), value: 'dark' } });
      const sync = page.getByRole('switch', { name: english('sync') });
      await expect(sync).not.toBeChecked();
      expect((await understudy.options())?.theme).toBe('light');
      await sync.focus();
      await page.keyboard.press('Space');
      await expect(sync).toBeChecked();
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
      await page.getByRole('link', { name: english('notices') }).click();
      await page.getByRole('switch', { name: english('quiet_hours') }).click();
      await expect.poll(async () => Object.keys(await account(understudy)).sort()).toEqual(['quietHours', 'theme']);
      await page.close();
    });

    await test.step('it does not need an open page of the extension', async () => {
      await arrive(understudy, {
        watched: { at: Date.now(), value: ['gemini'] },
        planB: { at: 9e12, value: 'nobody' },
      });
      await expect.poll(async () => (await understudy.options())?.watched).toEqual(['gemini']);
      expect((await understudy.options())?.planB).toEqual(DEFAULT_OPTIONS.planB);
      expect((await understudy.options())?.quietHours.isOn).toBe(true);
      await expect.poll(() => understudy.tooltip()).toContain('Gemini');
      const again = await understudy.openOptions('settings');
      await expect(again.getByText(english('sync_unreadable', english('settings_part_plan_b')))).toBeVisible();
    });
  });
});

test('"Report a problem" shows what it copies, without any address or text', async ({ understudy }) => {
  await understudy.isReady();
  const page = await understudy.openOptions('what-works');
  await understudy.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const shown = page.getByRole('textbox', { name: english('report_what') });
  await expect(shown).toHaveValue(/"blindSpots": \[\]/);
  await page.getByRole('button', { name: english('report_copy'), exact: true }).click();
  await expect(page.getByText(english('popup_copied'), { exact: true })).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toBe(await shown.inputValue());
  expect(JSON.parse(text)).toMatchObject({
    browser: expect.stringMatching(/^Chrome\/\d+$/),
    sightings: { claude: {} },
    watched: [...DEFAULT_OPTIONS.watched],
    log: expect.any(Array),
  });
  expect(text).not.toMatch(/https?:/);
});

test('the options page erases all data after a confirmation, also what the popup remembers', async ({ understudy }) => {
  await understudy.isReady();
  await understudy.setOptions({ ...DEFAULT_OPTIONS, watched: ['gemini'], theme: 'dark' });
  const kept = (page: Page) =>
    page.evaluate(() => [localStorage.getItem('snapshot.popup'), localStorage.getItem('popup.banner-offer')]);

  await test.step('the popup remembers what it showed, and that its offer of the banner was dismissed', async () => {
    const popup = await understudy.openPopup();
    const allow = popup.getByRole('button', { name: english('popup_setup_allow_for', 'gemini.google.com') });
    await expect(allow).toBeVisible();
    await popup.getByRole('button', { name: english('popup_setup_dismiss') }).click();
    await expect(allow).toHaveCount(0);
    await popup.reload();
    await expect(popup.locator('[data-assistant="gemini"]')).toBeVisible();
    await expect(allow).toHaveCount(0);
    await expect.poll(() => kept(popup)).toEqual([expect.any(String), expect.any(String)]);
    await popup.close();
  });

  await test.step('all is erased once this is confirmed', async () => {
    const page = await understudy.openOptions('settings');
    await page.getByRole('button', { name: english('erase_ask') }).click();
    await expect(page.getByRole('button', { name: english('erase_cancel') })).toBeFocused();
    await page.getByRole('button', { name: english('erase_cancel') }).press('Enter');
    await expect(page.getByRole('button', { name: english('erase_ask') })).toBeFocused();
    await page.getByRole('button', { name: english('erase_ask') }).click();
    await page.getByRole('button', { name: english('erase_confirm') }).click();
    await expect(page.getByText(english('erase_done'))).toBeVisible();
    expect(await understudy.options()).toBeUndefined();
    const { origins = [] } = await page.evaluate(() => chrome.permissions.getAll());
    expect(origins).toEqual([]);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'system');
    await expect.poll(() => kept(page)).toEqual([null, null]);
  });
});
