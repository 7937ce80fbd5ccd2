import { english } from '@/tests/fakes/english';
import { englishLike } from '@/tests/fakes/english-like';
import { type LocalMachine, startLocalMachine } from '@/tests/loopback/local-machine';
import { bothDown } from '@/tests/loopback/scenarios/both-down';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { violationsOf } from './accessibility';
import { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { CHATS, test } from './fixtures';
import { DRAFT, typeDraft } from './type-draft';

const PARTIAL = 45_000;
const OWN = { id: '1', name: 'Open WebUI', url: 'http://localhost:3000/' };

/** Adds a fake machine with local models to the mock network. Each test needs a browser of its own for it. */
const localTest = test.extend<{ machine: LocalMachine }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  machine: async ({}, use) => {
    const machine = await startLocalMachine();
    await use(machine);
    machine.close();
  },
  network: async ({ loopback, machine }, use) => {
    const resolverRules = `MAP localhost 127.0.0.1:${machine.port}, ${loopback.resolverRules}`;
    await use({ resolverRules, spki: loopback.spki });
  },
});

test('Plan B is found from the popup, says how a draft gets to a fallback, tries it, takes a custom address, and is reordered by keyboard', async ({
  loopback,
  understudy,
}) => {
  const popup = await understudy.openPopup();
  const opening = understudy.context.waitForEvent('page');
  await popup.getByRole('button', { name: english('popup_options') }).click();
  const page = await opening;
  const section = page.getByRole('region', { name: english('own_chat') });
  const address = section.getByLabel(english('own_chat_address'));

  await test.step("the popup's footer links to the settings, and so to Plan B", async () => {
    await page.getByRole('link', { name: english('plan_b') }).click();
    await expect(page.getByRole('heading', { name: english('plan_b'), exact: true })).toBeFocused();
  });

  await test.step('a fallback says how a draft gets there, and can be allowed to have it filled in', async () => {
    const drafts = page.getByRole('button', { name: `Gemini ${english('plan_b_drafts_copied')}` });
    await drafts.press('Enter');
    await expect(drafts).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByRole('button', { name: english('plan_b_fill', 'gemini.google.com') })).toBeVisible();
    await page.getByRole('button', { name: `ChatGPT ${english('plan_b_drafts_filled')}` }).press('Space');
    await expect(page.getByText(english('plan_b_filled'))).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    await drafts.press('Enter');
    await expect(page.getByText(english('plan_b_fill', 'gemini.google.com'))).toHaveCount(0);
  });

  await test.step('the fallback test fills in the sample, sends nothing, and reports the outcome', async () => {
    await page.getByRole('button', { name: english('fallback_test') }).click();
    await expect(page.getByText(english('fallback_test_never'))).toBeVisible();
    loopback.clearRequests();
    const opened = understudy.context.waitForEvent('page');
    await page.getByRole('button', { name: english('fallback_test_try', 'ChatGPT') }).click();
    const chat = await opened;
    await expect(chat.locator('textarea')).toHaveValue(english('fallback_test_sample'));
    await expect(page.getByText(englishLike('fallback_test_exact', /\d+:\d\d.*/, 'ChatGPT'))).toBeAttached();
    expect(await understudy.latestTransfer()).toBeNull();
    expect(loopback.requests.filter(({ method, host }) => method === 'POST' && host === 'chatgpt.com')).toEqual([]);
    await chat.close();
  });

  await test.step('Plan B is reordered by keyboard alone, and keeps the focus', async () => {
    const ways = page.locator('.plan').getByRole('listitem');
    await page.getByRole('button', { name: english('order_up_for', 'Gemini') }).focus();
    await page.keyboard.press('Enter');
    await expect(ways.nth(1)).toContainText('Gemini');
    await expect(page.getByRole('button', { name: english('order_up_for', 'Gemini') })).toBeFocused();
    await page.keyboard.press('Space');
    await expect(ways.first()).toContainText('Gemini');
    await expect(page.getByText(english('order_position', 'Gemini', '1', '4'))).toBeAttached();
    await expect(page.getByRole('button', { name: english('order_up_for', 'Gemini') })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await page.getByRole('button', { name: english('plan_b_leave_out_for', 'GitHub Copilot') }).press('Enter');
    await expect(page.getByRole('button', { name: english('plan_b_leave_out_for', 'Claude') })).toBeFocused();
    await page.getByRole('button', { name: english('assistants_add') }).press('Enter');
    await page.getByRole('button', { name: /^GitHub Copilot/ }).press('Enter');
    await expect(ways.last()).toContainText('GitHub Copilot');
    await expect(page.getByRole('button', { name: english('plan_b_leave_out_for', 'GitHub Copilot') })).toBeFocused();
    await page.getByRole('checkbox', { name: english('plan_b_signed_in_for', 'Claude') }).press('Space');
    await expect
      .poll(() => understudy.options())
      .toMatchObject({ planB: ['gemini', 'chatgpt', 'claude', 'copilot'], signedIn: ['claude'] });
  });

  await test.step('the fallback test without site permission copies the sample and says to paste it', async () => {
    await understudy.context.grantPermissions(['clipboard-read'], { origin: 'https://gemini.google.com' });
    await page.bringToFront();
    await page.evaluate(() => navigator.clipboard.writeText('something else'));
    const opened = understudy.context.waitForEvent('page');
    await page.getByRole('button', { name: english('fallback_test_try', 'Gemini') }).click();
    const chat = await opened;
    await chat.waitForLoadState();
    await expect(page.getByText(englishLike('fallback_test_by_hand', /\d+:\d\d.*/, 'Gemini'))).toBeAttached();
    await chat.bringToFront();
    expect(await chat.evaluate(() => navigator.clipboard.readText())).toBe(english('fallback_test_sample'));
    expect(await understudy.latestTransfer()).toBeNull();
    await chat.close();
  });

  await test.step('Plan B accepts a custom address, explains a bad one, and removes it', async () => {
    await page.getByRole('button', { name: english('own_chat') }).click();
    const add = section.getByRole('button', { name: english('own_chat_add'), exact: true });
    for (const [typed, said] of [
      ['what is this', english('own_chat_not_an_address')],
      ['http://chat.example.org', english('own_chat_not_https')],
      ['https://claude.ai/new', english('own_chat_already_there')],
    ] as const) {
      await address.fill(typed);
      await add.click();
      await expect(section.getByRole('alert')).toHaveText(said);
      await expect(address).toHaveValue(typed);
      await expect(address).toHaveAttribute('aria-invalid', 'true');
    }
    expect(await violationsOf(page)).toEqual([]);
    await page.getByLabel(english('own_chat_name'), { exact: true }).fill('Open WebUI');
    await address.fill('localhost:3000');
    await address.press('Enter');
    await expect(page.locator('[data-item]').last()).toContainText('Open WebUI');
    await expect(section.getByRole('alert')).toBeEmpty();
    await expect
      .poll(async () => (await understudy.options())?.ownChats)
      .toEqual([{ ...OWN, id: expect.stringMatching(/^\d+$/) }]);
    await page.getByRole('button', { name: english('plan_b_remove_for', 'Open WebUI') }).click();
    await expect.poll(async () => (await understudy.options())?.ownChats).toEqual([]);
  });

  await test.step('the popup follows the order of Plan B', async () => {
    // Gemini stays above both and is not offered, because its status page may not be read.
    for (const _ of ['above Claude', 'above ChatGPT']) {
      await page.getByRole('button', { name: english('order_up_for', 'GitHub Copilot') }).press('Enter');
    }
    await expect
      .poll(async () => (await understudy.options())?.planB)
      .toEqual(['gemini', 'copilot', 'chatgpt', 'claude']);
    loopback.seek(PARTIAL);
    await understudy.tick();
    await popup.bringToFront();
    const onward = popup.getByRole('button', { name: english('popup_continue_in', 'GitHub Copilot') });
    await expect(onward).toBeVisible();
    await expect(onward).toHaveAccessibleDescription(`GitHub Copilot · ${english('fallback_sign_in')}`);
  });
});

localTest.describe('local fallbacks', () => {
  localTest.use({ grants: [...CHATS, 'http://localhost/*'] });

  localTest(
    'local models are found, added to Plan B and offered in the banner, and a custom chat opens with the draft filled in',
    async ({ loopback, machine, understudy }) => {
      await understudy.isReady();
      await understudy.setOptions({ ...DEFAULT_OPTIONS, planB: ['own:1', 'chatgpt'], ownChats: [OWN] });

      await test.step('local models are found and added to Plan B', async () => {
        const page = await understudy.openOptions('plan-b');
        await page.getByRole('button', { name: english('local_models') }).click();
        const inOneTry = { timeout: 5_000 };
        // A busy machine may not get an answer within the product's time limit of 1.5 s.
        await expect(async () => {
          await page.getByRole('button', { name: english('local_models_find') }).click(inOneTry);
          await expect(page.getByText(english('local_answers_other', '2', 'Ollama'))).toBeVisible(inOneTry);
          await expect(page.getByText(english('local_silent', 'LM Studio'))).toBeVisible(inOneTry);
        }).toPass({ timeout: 60_000 });
        expect(machine.requests).toContain('GET localhost:11434 /api/tags');
        await page.getByRole('button', { name: english('plan_b_take_in_for', 'Ollama') }).click();
        await expect(page.locator('.plan').getByRole('listitem').last()).toContainText('Ollama');
        await page.close();
      });

      const chat = await understudy.context.newPage();
      await chat.goto('https://claude.ai/chat/1');
      await typeDraft(chat);
      loopback.seek(PARTIAL);
      await understudy.tick();
      const banner = new BannerProbe(chat);
      await expect.poll(() => banner.text()).toContain(english('banner_continue'));

      await test.step('a custom chat opens with the draft filled in', async () => {
        await banner.click(english('banner_continue'));
        await expect.poll(() => banner.text()).toContain(english('fallback_own'));
        const opening = understudy.context.waitForEvent('page');
        await banner.click('Open WebUI');
        const own = await opening;
        await expect(own.locator('textarea')).toHaveValue(DRAFT.join('\n'));
        await expect.poll(() => understudy.latestTransfer()).toBeNull();
        await own.close();
      });

      await test.step('a local model is offered in the banner, and the popup keeps the draft for it', async () => {
        await chat.bringToFront();
        await banner.click(english('banner_continue'));
        await expect.poll(() => banner.text()).toContain(english('fallback_local_other', '2'));
        const opening = understudy.context.waitForEvent('page');
        await banner.click('Ollama');
        const kept = await opening;
        await expect(kept.getByText(englishLike('popup_transfer', 'Ollama', /.+/))).toBeVisible();
        expect(await understudy.latestTransfer()).toMatchObject({ to: 'local:ollama', text: DRAFT.join('\n') });
      });
    },
  );
});

test('an open fallback list in the banner drops a fallback that goes down and keeps the others', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  loopback.load(bothDown);
  const chat = await understudy.context.newPage();
  await chat.goto('https://claude.ai/chat/1');
  loopback.seek(45_000);
  await understudy.tick();
  const banner = new BannerProbe(chat);
  await expect.poll(() => banner.text()).toContain(english('banner_continue'));
  await banner.click(english('banner_continue'));
  await expect.poll(() => banner.text()).toContain('ChatGPT');
  expect(await banner.text()).toContain('GitHub Copilot');
  loopback.seek(150_000);
  await understudy.tick();
  await expect.poll(() => banner.text()).not.toContain('ChatGPT');
  expect(await banner.text()).toContain('GitHub Copilot');
});
