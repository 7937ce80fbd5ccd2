import { readFileSync } from 'node:fs';
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
    sync: { get(): Promise<object>; set(values: object): Promise<void> };
    managed: { get(): Promise<object> };
  };
  permissions: { contains(of: object): Promise<boolean>; getAll(): Promise<{ origins?: string[] }> };
  action: { getTitle(of: object): Promise<string> };
};

const PARTIAL = 45_000;

test.describe('the sections of the options page', () => {
  test('are shown one at a time, with the title and the focus, and the back button returns', async ({ understudy }) => {
    const page = await understudy.context.newPage();
    await page.goto(`chrome-extension://${understudy.id}/options.html`);
    const heading = (key: 'assistants' | 'plan_b') => page.getByRole('heading', { level: 2, name: english(key) });
    await expect(heading('assistants')).toBeVisible();
    // Nobody asked for a section, so the focus stays at the start of the page.
    await expect(heading('assistants')).not.toBeFocused();
    await expect(page).toHaveTitle(english('options_title_at', english('assistants')));
    const links = page.getByRole('navigation', { name: english('options_contents') }).getByRole('link');
    await expect(links).toHaveCount(SECTION_IDS.length);
    await links.filter({ hasText: english('plan_b') }).press('Enter');
    await expect(heading('plan_b')).toBeFocused();
    await expect(heading('assistants')).toHaveCount(0);
    await expect(page).toHaveTitle(english('options_title_at', english('plan_b')));
    await expect(links.filter({ hasText: english('plan_b') })).toHaveAttribute('aria-current', 'page');
    await page.goBack();
    await expect(heading('assistants')).toBeVisible();
    await expect(page).toHaveTitle(english('options_title_at', english('assistants')));
    await page.goForward();
    await expect(heading('plan_b')).toBeFocused();
  });

  test('open at every address that ever named one, and move the focus there', async ({ understudy }) => {
    const page = await understudy.context.newPage();
    for (const id of [...SECTION_IDS, 'own-pages', 'failing-messages']) {
      await page.goto('about:blank');
      await page.goto(`chrome-extension://${understudy.id}/options.html#${id}`);
      await expect(page.locator(`#${id}-heading`)).toBeFocused();
      await expect(page.locator(`#${id}-heading`)).toBeInViewport();
    }
    await page.goto('about:blank');
    await page.goto(`chrome-extension://${understudy.id}/options.html#gone`);
    await expect(page.getByRole('heading', { level: 2, name: english('assistants') })).toBeVisible();
  });

  test('are reached by a navigation of one line in a narrow page, which shows the current one', async ({
    understudy,
  }) => {
    const page = await understudy.context.newPage();
    await page.setViewportSize({ width: 320, height: 600 });
    await page.goto(`chrome-extension://${understudy.id}/options.html#settings`);
    const navigation = page.getByRole('navigation', { name: english('options_contents') });
    await expect(navigation.getByRole('link', { name: english('settings') })).toBeInViewport({ ratio: 1 });
    expect((await navigation.boundingBox())?.height).toBeLessThan(50);
  });
});

test('the options page reorders assistants by keyboard and by dragging, and switches them on and off', async ({
  understudy,
}) => {
  const page = await understudy.openOptions();
  const section = page.getByRole('region', { name: english('assistants') });
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

test('the buttons that move an assistant appear with the pointer and the focus, and move nothing', async ({
  understudy,
}) => {
  const page = await understudy.openOptions();
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

test('the options page keeps an assistant that is switched off in the list, and the focus on it', async ({
  understudy,
}) => {
  await understudy.isReady();
  await understudy.setOptions({ ...DEFAULT_OPTIONS, watched: ['claude', 'mistral'] });
  const page = await understudy.openOptions();
  const mistral = page.getByRole('region', { name: english('assistants') }).getByRole('switch', { name: /^Mistral/ });
  await mistral.press('Space');
  await expect(mistral).toHaveAttribute('aria-checked', 'false');
  await expect(mistral).toBeFocused();
  await mistral.press('Space');
  await expect(mistral).toHaveAttribute('aria-checked', 'true');
  await expect(mistral).toBeFocused();
  await expect.poll(async () => (await understudy.options())?.watched).toEqual(['claude', 'mistral']);
});

test('the options page includes a component in the verdict of its assistant, and excludes it again', async ({
  understudy,
}) => {
  const page = await understudy.openOptions();
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
});

test('the options page sets the notifications of all assistants at once, or of one', async ({ understudy }) => {
  const page = await understudy.openOptions('notices');
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

test('the options page revokes a site at once and offers it again', async ({ understudy }) => {
  const page = await understudy.openOptions('permissions');
  await page.getByRole('button', { name: english('sites_take_back_for', 'claude.ai') }).click();
  await expect(page.getByRole('button', { name: english('own_page_allow', 'claude.ai') })).toBeVisible();
  await expect(page.getByRole('button', { name: english('sites_take_back_for', 'chatgpt.com') })).toBeVisible();
  const isGranted = () => page.evaluate(() => chrome.permissions.contains({ origins: ['https://claude.ai/*'] }));
  expect(await isGranted()).toBe(false);
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
    await popup.getByRole('button', { name: english('popup_carried_copy'), exact: true }).click();
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

test.describe('settings files', () => {
  test('the options page exports and imports settings, and a bad file changes nothing', async ({ understudy }) => {
    const page = await understudy.openOptions('settings');
    await page.getByRole('radio', { name: english('theme_dark') }).click();
    await expect(page.getByRole('radio', { name: english('theme_dark') })).toBeChecked();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
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
  });
});

test('a chosen color scheme reaches a banner that is already visible', async ({ loopback, understudy }) => {
  await understudy.isReady();
  const chat = await understudy.context.newPage();
  await chat.emulateMedia({ colorScheme: 'light' });
  await chat.goto('https://claude.ai/chat/1');
  loopback.seek(PARTIAL);
  await understudy.tick();
  const banner = new BannerProbe(chat);
  await expect.poll(() => banner.ground()).toBe('rgb(255, 255, 255)');
  const page = await understudy.openOptions('settings');
  await page.getByRole('radio', { name: english('theme_dark') }).click();
  await expect.poll(() => banner.ground()).toBe('rgb(27, 30, 32)');
  await page.getByRole('radio', { name: english('theme_system') }).click();
  await expect.poll(() => banner.ground()).toBe('rgb(255, 255, 255)');
});

test('a chosen language reaches the page, a visible banner, the icon, and what is opened later', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  const chat = await understudy.context.newPage();
  await chat.goto('https://claude.ai/chat/1');
  loopback.seek(PARTIAL);
  await understudy.tick();
  const banner = new BannerProbe(chat);
  await expect.poll(() => banner.text()).toContain(english('await_ask'));
  const page = await understudy.openOptions('settings');
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

test.describe('synced settings', () => {
  /** Stores an item in the account, like another browser of the same user. */
  const arrive = ({ worker }: Understudy, items: object) =>
    worker.evaluate((values) => chrome.storage.sync.set(values), items);
  const account = ({ worker }: Understudy) => worker.evaluate(() => chrome.storage.sync.get());

  test('settings are uploaded and applied once sync is on, also without an open page of the extension', async ({
    understudy,
  }) => {
    await understudy.isReady();
    await arrive(understudy, { theme: { at: Date.now(), value: 'dark' } });
    const page = await understudy.openOptions('settings');
    const sync = page.getByRole('switch', { name: english('sync') });
    await expect(sync).not.toBeChecked();
    expect(await understudy.options()).toBeUndefined();
    await sync.focus();
    await page.keyboard.press('Space');
    await expect(sync).toBeChecked();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.getByRole('link', { name: english('notices') }).click();
    await page.getByRole('switch', { name: english('quiet_hours') }).click();
    await expect.poll(async () => Object.keys(await account(understudy)).sort()).toEqual(['quietHours', 'theme']);
    await page.close();

    await arrive(understudy, { watched: { at: Date.now(), value: ['gemini'] }, planB: { at: 9e12, value: 'nobody' } });
    await expect.poll(async () => (await understudy.options())?.watched).toEqual(['gemini']);
    expect((await understudy.options())?.planB).toEqual(DEFAULT_OPTIONS.planB);
    expect((await understudy.options())?.quietHours.isOn).toBe(true);
    await expect.poll(() => understudy.tooltip()).toContain('Gemini');
    const again = await understudy.openOptions('settings');
    await expect(again.getByText(english('sync_unreadable', english('settings_part_plan_b')))).toBeVisible();
  });

  test('settings are neither uploaded nor applied while sync is off', async ({ understudy }) => {
    await understudy.isReady();
    const page = await understudy.openOptions('settings');
    await page.getByRole('radio', { name: english('theme_dark') }).click();
    await expect.poll(async () => (await understudy.options())?.theme).toBe('dark');
    await arrive(understudy, { watched: { at: 9e12, value: ['gemini'] } });
    await understudy.tick();
    expect(Object.keys(await account(understudy))).toEqual(['watched']);
    expect((await understudy.options())?.watched).toEqual(DEFAULT_OPTIONS.watched);
  });
});

test('without a policy the options page mentions no organization and enables every setting', async ({ understudy }) => {
  await understudy.isReady();
  expect(await understudy.worker.evaluate(() => chrome.storage.managed.get())).toEqual({});
  const sections = await Promise.all(SECTION_IDS.map((section) => understudy.openOptions(section)));
  for (const page of [...sections, await understudy.openPopup()]) {
    await expect(page.getByRole('heading').first()).toBeVisible();
    await expect(page.getByText(english('preset_note'))).toHaveCount(0);
    await expect(page.locator(':disabled')).toHaveCount(0);
  }
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

test('the options page erases all data after a confirmation', async ({ understudy }) => {
  await understudy.isReady();
  await understudy.setOptions({ ...DEFAULT_OPTIONS, watched: ['gemini'], theme: 'dark' });
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
});
