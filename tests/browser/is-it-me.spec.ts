import type { Page } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import type { SendBehavior } from '@/tests/loopback/behavior';
import type { Loopback } from '@/tests/loopback/loopback';
import { LOOPBACK_PAGES } from '@/tests/loopback/pages/loopback-pages';
import { ActionPopup } from './action-popup';
import { stopWorkers } from './control-page';
import { expect } from './expect';
import { CHATS, test } from './fixtures';
import { goOffline } from './go-offline';

/** The globals of the worker that these tests use. */
declare const chrome: {
  storage: Record<'local' | 'session', { get(): Promise<object>; set(values: object): Promise<void> }>;
};

const PARTIAL = 45_000;
const GRANTS = [...CHATS, 'webRequest'];
/** A check waits up to ten seconds for each answer. */
const UNTIL_DONE = { timeout: 60_000 };

/** Sends messages from a chat tab and waits until each has an outcome. */
async function send(chat: Page, loopback: Loopback, meets: SendBehavior): Promise<void> {
  loopback.overrideSite('claude.ai', { send: meets });
  // A page in the background is drawn once a second.
  await chat.bringToFront();
  for (const text of ['First', 'Second', 'Third']) {
    await chat.locator('[contenteditable="true"]').click();
    await chat.keyboard.insertText(text);
    const ended = chat.waitForEvent('requestfinished');
    await chat.keyboard.press('Enter');
    await ended;
  }
}

/** The conclusion, once there is one. */
async function verdict(page: Page): Promise<string> {
  await expect(page.locator('main')).toHaveAttribute('data-cause', /./, UNTIL_DONE);
  return (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
}

/** Checks again and waits for this conclusion, which differs from the one before. */
async function checkAgain(page: Page, conclusion: string): Promise<void> {
  await page.getByRole('button', { name: english('check_again') }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(conclusion, UNTIL_DONE);
}

const result = (page: Page, step: string) => page.locator(`[data-step="${step}"] .result`);

test.use({ grants: GRANTS });

test('"Is it me?" blames the service when its page reports an outage, and a content script can open it only for its own site', async ({
  loopback,
  understudy,
}) => {
  const chat = await understudy.context.newPage();
  await chat.goto('https://claude.ai/chat/1');

  await test.step('the service is blamed, and a fallback is offered', async () => {
    loopback.seek(PARTIAL);
    await understudy.makePagesDue();
    const page = await understudy.openCheck('claude');
    expect(await verdict(page)).toBe(english('check_cause_them', 'Claude'));
    await expect(result(page, 'provider')).toHaveText(english('level_partial_outage'));
    await expect(page.getByRole('button', { name: english('popup_continue_in', 'ChatGPT') })).toBeVisible();
    // The check that did not pass is open, the others behind their number.
    await expect(result(page, 'provider')).toBeVisible();
    await expect(result(page, 'page')).toBeHidden();
    await page.getByText(/checks passed$/).click();
    await expect(result(page, 'page')).toBeVisible();
    await page.getByRole('button', { name: english('check_do_await') }).press('Enter');
    await expect(page.locator('[data-advice="wait"]')).toHaveText(english('popup_awaited', 'Claude'));
    await expect(page.locator('[data-advice="wait"]')).toBeFocused();
    // A result of this check notifies like that of any round.
    await expect.poll(() => understudy.badge()).toBe('1');
    // An open one would be shown again instead of opened.
    await page.close();
  });

  await test.step('a content script opens it for its own site, whatever it asks for', async () => {
    await expect(chat.locator('understudy-banner')).toHaveCount(1);
    const session = await understudy.context.newCDPSession(chat);
    const worlds: { id: number; origin: string }[] = [];
    session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
    await session.send('Runtime.enable');
    const own = `chrome-extension://${understudy.id}`;
    await expect.poll(() => worlds.some(({ origin }) => origin === own)).toBe(true);
    const opened = understudy.context.waitForEvent('page');
    await session.send('Runtime.evaluate', {
      expression: `chrome.runtime.sendMessage({ type: 'check', assistantId: 'chatgpt' })`,
      contextId: worlds.find(({ origin }) => origin === own)?.id ?? 0,
    });
    const page = await opened;
    await expect(page).toHaveURL(`${own}/popup.html#check=claude`);
    expect(await verdict(page)).toBe(english('check_cause_them', 'Claude'));
  });
});

test('"Is it me?" explains answers with 401 and 429 to messages of the user, and blames the service for 529 while its page is green', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  const chat = await understudy.context.newPage();
  await chat.goto('https://claude.ai/chat/1');
  const page = await understudy.openCheck('claude');
  expect(await verdict(page)).toBe(english('check_cause_nothing'));

  for (const { status, headline, found } of [
    { status: 401, headline: english('check_cause_signed_out', 'Claude'), found: english('check_sends_refused') },
    { status: 429, headline: english('check_cause_limit'), found: english('check_sends_limited') },
  ]) {
    await test.step(`answers with ${status} are explained, and are no sign of an outage`, async () => {
      await send(chat, loopback, { kind: 'status', status });
      await checkAgain(page, headline);
      await expect(result(page, 'sends')).toHaveText(found);
      await expect
        .poll(async () => (await understudy.status())?.verdicts.claude)
        .toMatchObject({ kind: 'up', suspicion: null });
      // Under the extension's own lock, so that no outcome that is being stored brings it back.
      await understudy.worker.evaluate(() =>
        navigator.locks.request('status', () => chrome.storage.session.set({ evidence: null })),
      );
    });
  }

  await test.step('answers with 529 are put down to the service', async () => {
    await send(chat, loopback, { kind: 'status', status: 529 });
    await checkAgain(page, english('check_cause_maybe_them', 'Claude'));
    await expect(page.locator('main')).toContainText(english('check_confidence_likely'));
    await expect(result(page, 'sends')).toHaveText(english('suspicion_count', '3', '3'));
  });
});

test('"Is it me?" finds nothing when all is well, and with each new check what fails: service, network in between or connection', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  // A cookie that a credentialed request would send.
  await (await understudy.context.newPage()).goto('https://claude.ai/chat/1');
  loopback.clearRequests();
  const page = await understudy.openCheck('claude');
  const heading = page.getByRole('heading', { level: 1 });
  const main = page.locator('main');

  await test.step('it finds nothing when all is well, with one request to the chat site and without cookies', async () => {
    expect(await verdict(page)).toBe(english('check_cause_nothing'));
    const opened = loopback.requests.filter(({ host }) => host === 'claude.ai');
    expect(opened.map(({ method, path }) => [method, path])).toEqual([['GET', '/new']]);
    expect(opened[0]?.headers).toMatchObject({ cookie: null, referer: null });
  });

  await test.step('a chosen symptom refines the result at once', async () => {
    await page.getByRole('button', { name: english('check_symptom_sign_in') }).click();
    await expect(heading).toHaveText(english('check_cause_signed_out', 'Claude'));
    await page.getByRole('button', { name: english('check_symptom_error_text') }).click();
    await page.getByLabel(english('check_text')).fill('API Error: 529 {"type":"overloaded_error"}');
    await expect(heading).toHaveText(english('check_cause_perhaps_them', 'Claude'));
    await expect(main).toContainText(english('check_means_overloaded'));
    // The chosen symptom is shown here and stored nowhere.
    const stored = await understudy.worker.evaluate(async () => {
      const { local, session } = chrome.storage;
      return JSON.stringify([await local.get(), await session.get()]);
    });
    expect(stored).not.toContain('overloaded_error');
    await page.getByRole('button', { name: english('check_symptom_error_text') }).click();
    await expect(heading).toHaveText(english('check_cause_nothing'));
  });

  await test.step('an issue of the service is possible when only the chat site answers with an error', async () => {
    loopback.overrideSite('claude.ai', { load: { kind: 'status', status: 503 } });
    await checkAgain(page, english('check_cause_perhaps_them', 'Claude'));
    await expect(heading).toBeFocused();
    await expect(main).toContainText(english('check_confidence_possible'));
  });

  await test.step('a redirect to sign-in counts as an answer of the chat site', async () => {
    loopback.overrideSite('claude.ai', { load: { kind: 'redirect', to: 'https://accounts.example.com/login' } });
    loopback.clearRequests();
    await checkAgain(page, english('check_cause_nothing'));
    await expect(result(page, 'site')).toHaveText(english('check_answer_well'));
    expect(loopback.requests.filter(({ host }) => host === 'accounts.example.com')).toEqual([]);
  });

  await test.step('the network in between is blamed when only the chat site is unreachable', async () => {
    loopback.overrideSite('claude.ai', { load: { kind: 'dropped' } });
    await checkAgain(page, english('check_cause_between', 'Claude'));
    await expect(result(page, 'site')).toHaveText(english('check_answer_none'));
    await expect(result(page, 'others')).toHaveText(english('check_answer_well'));
  });

  await test.step('the connection is blamed when nothing is reachable', async () => {
    for (const { host } of LOOPBACK_PAGES) loopback.override(host, { kind: 'dropped' });
    for (const host of ['claude.ai', 'chatgpt.com']) loopback.overrideSite(host, { load: { kind: 'dropped' } });
    await understudy.makePagesDue();
    await checkAgain(page, english('check_cause_connection'));
    await expect(main).toContainText(english('check_why_nobody_answers', 'Claude'));
    for (const { host } of LOOPBACK_PAGES) loopback.override(host, null);
    for (const host of ['claude.ai', 'chatgpt.com']) loopback.overrideSite(host, null);
  });

  await test.step('a restarted worker is asked again', async () => {
    loopback.override('status.claude.com', { kind: 'stalled' });
    await understudy.makePagesDue();
    await page.getByRole('button', { name: english('check_again') }).press('Enter');
    await expect(result(page, 'page')).toHaveText(english('check_looking'));
    loopback.override('status.claude.com', null);
    await stopWorkers(page);
    expect(await verdict(page)).toBe(english('check_cause_nothing'));
    await expect(result(page, 'page')).toHaveText(english('check_answer_well'));
  });
});

test('"Is it me?" blames the connection when the browser is offline and no status page answers, without a request to the chat site', async ({
  understudy,
}) => {
  await understudy.makePagesDue();
  await goOffline(understudy);
  // Offline, no request reaches the mock network.
  const asked: string[] = [];
  understudy.context.on('request', (request) => asked.push(new URL(request.url()).host));
  const page = await understudy.openCheck('claude');
  expect(await verdict(page)).toBe(english('check_cause_connection'));
  await expect(page.locator('main')).toContainText(english('check_why_offline'));
  await expect(result(page, 'browser')).toHaveText(english('check_offline'));
  for (const step of ['page', 'others']) await expect(result(page, step)).toHaveText(english('check_answer_none'));
  await expect(page.locator('[data-step]')).toHaveCount(3);
  expect(asked).toContain(understudy.id);
  expect(asked).not.toContain('claude.ai');
});

test("the suggested reload happens in the chat's own tab and never discards a text", async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  const chat = await understudy.context.newPage();
  await chat.goto('https://claude.ai/chat/1');
  const page = await understudy.openCheck('claude');
  await verdict(page);
  loopback.clearRequests();
  const loads = () => loopback.requests.filter(({ path }) => path === '/chat/1').length;
  const reloaded = chat.waitForEvent('load');
  await page.getByRole('button', { name: english('check_do_reload') }).click();
  await expect.poll(loads).toBe(1);
  // Text that is typed before goes with the old document.
  await reloaded;

  await chat.locator('[contenteditable="true"]').click();
  await chat.keyboard.insertText('Half a thought');
  // Another field of the page, which is empty and focused.
  await chat.evaluate(() => {
    const search = document.createElement('textarea');
    Object.assign(search.style, { position: 'fixed', insetBlockStart: '0', inlineSize: '400px', blockSize: '100px' });
    document.body.append(search);
    search.focus();
  });
  await page.getByRole('button', { name: english('check_do_reload') }).click();
  await expect(page.locator('[data-advice="reload"]')).toContainText(english('check_reload_risk'));
  expect(loads()).toBe(1);
  await expect(chat.locator('[contenteditable="true"]')).toContainText('Half a thought');
  await page.getByRole('button', { name: english('check_do_reload_anyway') }).click();
  await expect.poll(loads).toBe(2);
  await expect(chat.locator('[contenteditable="true"]')).toBeVisible();
  // The confirmation covers one text only.
  await expect(page.getByRole('button', { name: english('check_do_reload') })).toBeVisible();
});

test.describe('without site permissions', () => {
  test.use({ grants: [] });

  test('"Is it me?" skips a chat site without permission and offers to allow it, and a click on the icon identifies the assistant of the tab in front', async ({
    loopback,
    understudy,
  }) => {
    await understudy.isReady();

    await test.step('the chat site is skipped, the other checks are used, and its permission is offered', async () => {
      loopback.clearRequests();
      const page = await understudy.openCheck('claude');
      expect(await verdict(page)).toBe(english('check_cause_nothing'));
      await expect(result(page, 'site')).toHaveText(english('check_answer_not_allowed'));
      await expect(page.getByRole('button', { name: english('own_page_allow', 'claude.ai') })).toBeVisible();
      expect(loopback.requests.filter(({ host }) => host === 'claude.ai')).toEqual([]);
    });

    await test.step('a click on the icon identifies the assistant of the tab in front', async () => {
      const chat = await understudy.context.newPage();
      await chat.goto('https://chatgpt.com/');
      const popup = await ActionPopup.open(understudy, chat);
      const ask = `document.querySelector('.foot a[href^="#check"]')`;
      await expect.poll(() => popup.evaluate(`${ask}?.getAttribute('href')`)).toBe('#check=chatgpt');
      await popup.evaluate(`${ask}.click()`);
      await expect
        .poll(() => popup.evaluate(`document.querySelector('h1')?.textContent`), UNTIL_DONE)
        .toBe(english('check_cause_nothing'));
    });
  });
});

test('"Is it me?" opens from a row by keyboard and from the footer, and returns to where it was opened', async ({
  understudy,
}) => {
  await understudy.isReady();
  const popup = await understudy.openPopup();
  const heading = popup.getByRole('heading', { level: 1 });
  const row = popup.getByRole('button', { name: `Claude ${english('level_operational')}` });

  await test.step('it opens from a row by keyboard, and Escape returns to that row', async () => {
    await row.press('Enter');
    const ask = popup.getByRole('link', { name: english('check_ask_for', 'Claude') });
    await ask.press('Enter');
    expect(await verdict(popup)).toBe(english('check_cause_nothing'));
    await expect(heading).toBeFocused();
    await popup.keyboard.press('Escape');
    await expect(heading).toHaveText(english('popup_summary_up', 'Claude and ChatGPT'));
    await expect(ask).toBeFocused();
  });

  await test.step('it opens from the footer, asks for the assistant, and returns to the same link', async () => {
    // The row stays open, so its own link comes before the one in the footer.
    const ask = popup.getByRole('link', { name: english('check_ask'), exact: true });
    await ask.click();
    await expect(heading).toHaveText(english('check_choose'));
    await expect(popup.getByRole('link', { name: 'Gemini' })).toBeHidden();
    await popup.getByText(english('check_others')).click();
    await expect(popup.getByRole('link', { name: 'Gemini' })).toBeVisible();
    await popup.getByRole('link', { name: 'ChatGPT' }).click();
    expect(await verdict(popup)).toBe(english('check_cause_nothing'));
    await popup.getByRole('link', { name: english('check_back') }).click();
    await expect(ask).toBeFocused();
  });
});
