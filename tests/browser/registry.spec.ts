import type { Page } from '@playwright/test';
import { chatOf } from '@/tests/fakes/chat-of';
import { english } from '@/tests/fakes/english';
import { BUILT_IN } from '@/utils/assistants/lookups';
import type { AssistantId } from '@/utils/model/assistant';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import { violationsOf } from './accessibility';
import { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { CHATS, test } from './fixtures';
import type { Understudy } from './understudy';

/** An offset at which every outage of the scenario `many-at-once` has begun. */
const ALL_DOWN = 120_000;
const CONSOLE = 'https://platform.claude.com/*';
const WATCHED: AssistantId[] = ['claude', 'cursor', 'grok', 'deepseek', 'microsoft_copilot'];

const pageHosts = (ids: readonly AssistantId[]) =>
  ids.flatMap((id) => BUILT_IN.get(id).statusPages.flatMap(({ hosts }) => hosts.map((host) => `https://${host}/*`)));
const chatHosts = (ids: readonly AssistantId[]) =>
  ids.flatMap((id) => BUILT_IN.get(id).chatSites.map(({ host }) => `https://${host}/*`));

const options = (over: Partial<Options>): Options => ({ ...DEFAULT_OPTIONS, ...over });

/**
 * A popup that has rendered what it read. Chromium may answer its first reads before it knows of its listeners, so on a busy
 * machine a change in between would not reach it.
 */
async function openWatchingPopup(understudy: Understudy): Promise<Page> {
  const popup = await understudy.openPopup();
  await expect(popup.locator('.row[data-assistant="claude"]')).toBeVisible();
  return popup;
}

test.use({ scenario: 'many-at-once' });

test.describe('status pages of several providers at once', () => {
  test.use({ grants: pageHosts([...WATCHED, 'poe']) });

  test('status pages of several formats are read at once, and an assistant with a failing dependency says so and is no fallback', async ({
    loopback,
    understudy,
  }) => {
    await understudy.isReady();
    await understudy.setOptions(options({ watched: WATCHED, planB: ['poe', 'chatgpt', 'meta_ai'] }));
    // A status page that has not been read yet is unknown for a moment.
    const kinds = async () => {
      const verdicts = (await understudy.status())?.verdicts;
      return WATCHED.map((id) => [id, verdicts?.[id]?.kind]);
    };
    await expect.poll(kinds).toEqual(WATCHED.map((id) => [id, 'up']));
    // Poe's own page is green. It is polled while none of Poe's dependencies fails.
    const popup = await understudy.openPopup();
    const poe = async () => (await understudy.status())?.verdicts.poe?.kind;
    await expect.poll(poe).toBe('up');
    loopback.seek(ALL_DOWN);
    await understudy.tick();
    await expect.poll(() => understudy.badge()).toBe('4');

    const row = (id: AssistantId) => popup.locator(`.row[data-assistant="${id}"]`);
    await expect(row('grok')).toHaveAttribute('data-level', 'major_outage');
    await expect(row('deepseek')).toHaveAttribute('data-level', 'partial_outage');
    await expect(row('microsoft_copilot')).toHaveAttribute('data-level', 'degraded');
    await row('cursor')
      .getByRole('button', { name: /^Cursor/ })
      .click();
    await expect(row('cursor')).toContainText(english('upstream_down', 'Claude (Claude API)'));
    // Only the API fails, which decides nothing for this assistant.
    await expect(row('claude')).toHaveAttribute('data-verdict', 'up');

    await expect(popup.getByRole('button', { name: english('popup_continue_in', 'ChatGPT') })).toBeVisible();
    await popup.getByRole('button', { name: english('popup_other_fallbacks') }).click();
    const others = popup.getByRole('menu');
    await expect(others.getByRole('menuitem', { name: english('popup_continue_in', 'Meta AI') })).toContainText(
      english('fallback_no_status'),
    );
    expect(await poe()).toBe('up');
    await expect(popup.getByText(english('popup_continue_in', 'Poe'))).toHaveCount(0);
    expect(await violationsOf(popup)).toEqual([]);
    await popup.screenshot({ path: 'test-results/pictures/many-at-once.png', fullPage: true });
  });
});

test.describe('with the API as core component', () => {
  test.use({ grants: [...CHATS, CONSOLE] });

  test('an outage of the API is notified by name, and the console shows the banner', async ({
    loopback,
    understudy,
  }) => {
    await understudy.isReady();
    const popup = await openWatchingPopup(understudy);
    await understudy.setOptions(options({ watched: ['claude', 'chatgpt'], parts: { claude: ['k8w3r06qmzrp'] } }));

    const page = await understudy.context.newPage();
    await page.goto('https://platform.claude.com/');
    const banner = new BannerProbe(page);
    expect(await banner.read()).toBeNull();
    loopback.seek(ALL_DOWN);
    await understudy.tick();
    await expect.poll(() => banner.read()).toMatchObject({ assistant: 'claude', level: 'major_outage' });
    await expect.poll(() => banner.text()).toContain(english('only_parts', 'Claude API'));
    await expect
      .poll(async () => (await understudy.registeredScripts()).sort())
      .toEqual(['banner-claude', 'banner-claude-platform.claude.com']);
    await expect(popup.locator('.summary')).toContainText(english('only_parts', 'Claude API'));

    // The API no longer counts, so there is no outage.
    await understudy.setOptions(options({ watched: ['claude', 'chatgpt'] }));
    await understudy.tick();
    await expect(popup.locator('.row[data-assistant="claude"]')).toHaveAttribute('data-verdict', 'up');
    await expect.poll(() => understudy.badge()).toBe('');
  });
});

test.describe('an assistant without a status source', () => {
  test.use({ grants: [] });

  test('an assistant without a status source is not polled, is unknown with its reason, and is found and added by keyboard', async ({
    loopback,
    understudy,
  }) => {
    await understudy.isReady();
    const popup = await openWatchingPopup(understudy);

    await test.step('it is not polled, is unknown with its reason, and does not affect the toolbar', async () => {
      loopback.clearRequests();
      await understudy.setOptions(options({ watched: ['claude', 'mistral'] }));
      const row = popup.locator('.row[data-assistant="mistral"]');
      await expect(row).toHaveAttribute('data-verdict', 'unknown');
      await expect(row).toContainText(english('reason_closed_page'));
      await expect(popup.getByRole('heading', { level: 1 })).toHaveText(english('headline_operational', 'Claude'));
      await row.getByRole('button', { name: 'Mistral' }).click();
      await expect(row.getByRole('link', { name: 'status.mistral.ai' })).toHaveAttribute(
        'href',
        'https://status.mistral.ai',
      );
      expect(loopback.requests.filter(({ host }) => host.includes('mistral'))).toEqual([]);
      await expect.poll(() => understudy.tooltip()).toContain(english('headline_operational', 'Claude'));
    });

    await test.step('assistants are found and added by keyboard, also one without a status source', async () => {
      const page = await understudy.openOptions();
      const settings = page.getByRole('region', { name: english('assistants') });
      const search = settings.getByRole('searchbox', { name: english('assistants_search') });
      const switchOf = (name: string) => settings.getByRole('switch', { name });
      const add = settings.getByRole('button', { name: english('assistants_add') });
      await expect(search).toHaveCount(0);
      await add.press('Enter');
      await expect(settings.getByRole('list', { name: english('assistants_most_used') })).toBeVisible();
      await expect(settings.getByRole('list', { name: english('assistants_all_others') })).toBeVisible();
      await page.keyboard.press('Tab');
      await expect(search).toBeFocused();

      // Enter takes the only match.
      await page.keyboard.type('duck');
      const status = settings.locator('search').getByRole('status');
      await expect(status).toHaveText(english('assistants_found_one', '1'));
      await expect(settings.getByRole('button', { name: `Duck.ai ${english('watched_by_none')}` })).toBeVisible();
      await page.keyboard.press('Enter');
      await expect(switchOf('Duck.ai')).toBeFocused();
      await expect(switchOf('Duck.ai')).toHaveAttribute('aria-checked', 'true');
      await expect(popup.locator('.row[data-assistant="duck_ai"]')).toContainText(english('popup_no_page'));

      // With several matches it takes none; the arrow keys lead to each of them and back.
      await search.fill('cognition');
      await expect(status).toHaveText(english('assistants_found_other', '2'));
      await search.press('Enter');
      await expect(search).toBeFocused();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await expect(settings.getByRole('button', { name: /^Windsurf/ })).toBeFocused();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      await expect(search).toBeFocused();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(switchOf('Devin')).toBeFocused();
      await expect.poll(async () => (await understudy.options())?.watched.slice(-2)).toEqual(['duck_ai', 'devin']);

      await search.fill('no such name');
      await expect(status).toHaveText(english('assistants_no_match', 'no such name'));
    });
  });
});

test.describe('failing messages of each assistant', () => {
  const ids = ['microsoft_copilot', 'perplexity', 'grok', 'deepseek'] as const;
  test.use({ grants: [...chatHosts(ids), ...pageHosts(ids), 'webRequest'] });

  test('failing messages of each assistant are noticed on its own site', async ({ loopback, understudy }) => {
    await understudy.isReady();
    await understudy.setOptions(options({ watched: [...ids] }));
    for (const id of ids) {
      await test.step(`failing messages of ${BUILT_IN.get(id).name} are noticed on its own site`, async () => {
        const verdict = async () => (await understudy.status())?.verdicts[id];
        await expect.poll(async () => (await verdict())?.checkedAt ?? null).not.toBeNull();
        const site = chatOf(BUILT_IN.get(id));
        loopback.overrideSite(site.host, { send: { kind: 'status', status: 503 } });
        const page = await understudy.context.newPage();
        await page.goto(site.url);
        for (const text of ['First', 'Second', 'Third']) {
          await page.locator('textarea').fill(text);
          const answered = page.waitForResponse((response) => response.request().method() === 'POST');
          await page.keyboard.press('Enter');
          await answered;
        }
        await expect.poll(async () => (await verdict())?.kind).toBe('suspected');
        await expect.poll(() => new BannerProbe(page).read()).toMatchObject({ assistant: id, verdict: 'suspected' });
      });
    }
  });
});
