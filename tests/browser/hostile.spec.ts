import type { Page } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import { headlineStart } from '@/tests/fakes/english-like';
import { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { test } from './fixtures';
import type { Understudy } from './understudy';

const PARTIAL = 45_000;
const CLAUDE = 'https://claude.ai/chat/1';

/** The globals of the worker that these tests use. */
declare const chrome: {
  tabs: { query(of: object): Promise<{ id: number }[]> };
  scripting: { executeScript(order: object): Promise<{ result: unknown }[]> };
  runtime: { sendMessage(message: unknown): Promise<unknown> };
};

/** Opens a chat page with a banner during an outage. */
async function openChat({ context }: Understudy): Promise<Page> {
  const page = await context.newPage();
  await page.goto(CLAUDE);
  return page;
}

/** Sends messages to the background from our content-script world on the chat site, like a compromised content script. */
function sendFromSite({ worker }: Understudy, messages: unknown[]): Promise<unknown[]> {
  return worker.evaluate(
    async ([url, all]) => {
      const [tab] = await chrome.tabs.query({ url });
      const [answer] = await chrome.scripting.executeScript({
        target: { tabId: tab?.id },
        args: [all],
        func: (some: unknown[]) =>
          Promise.all(
            some.map((message) =>
              Promise.race([
                chrome.runtime.sendMessage(message).then(
                  (reply) => reply ?? 'no answer',
                  () => 'no answer',
                ),
                new Promise((resolve) => setTimeout(() => resolve('no answer'), 30_000)),
              ]),
            ),
          ),
      });
      return answer?.result as unknown[];
    },
    ['https://claude.ai/*', messages] as const,
  );
}

/** What a page may try with the banner that it sees. */
async function attackFromPage(page: Page, understudy: Understudy): Promise<void> {
  const banner = new BannerProbe(page);
  await expect.poll(() => banner.text()).toContain(english('banner_continue'));
  const found = await page.evaluate(() => {
    const host = document.querySelector('understudy-banner');
    if (host === null) return null;
    for (const type of ['click', 'pointerdown', 'keydown']) host.dispatchEvent(new Event(type, { bubbles: true }));
    for (const type of ['dismiss', 'continue', 'show-banner'])
      postMessage({ type, assistantId: 'chatgpt', view: null }, '*');
    const { chrome: api } = globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } };
    return {
      root: host.shadowRoot,
      text: (host as HTMLElement).innerText,
      canSend: api?.runtime?.sendMessage !== undefined,
    };
  });
  expect(found).toEqual({ root: null, text: '', canSend: false });
  await understudy.tick();
  await expect.poll(() => banner.text()).toContain(headlineStart('Claude', 'partial_outage'));
  expect((await understudy.status())?.dismissals).toEqual({});
  expect(understudy.context.pages().some((one) => one.url().includes('chatgpt.com'))).toBe(false);
}

test("a page cannot press the banner's buttons, and the background accepts only content-script messages about the sender's own site", async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  const page = await openChat(understudy);
  loopback.seek(PARTIAL);
  await understudy.tick();
  await test.step("a page cannot press the banner's buttons, request its view or send its messages", () =>
    attackFromPage(page, understudy));

  const before = await understudy.status();
  const answers = await sendFromSite(understudy, [
    { type: 'refresh' },
    { type: 'snooze', assistantId: 'claude', untilMs: Date.now() + 3_600_000 },
    { type: 'react', assistantId: 'claude', says: 'works' },
    { type: 'await-recovery', assistantId: 'chatgpt', awaits: { bringsForward: true } },
    { type: 'continue', to: 'nobody', draft: 'x' },
    { type: 'continue', to: 'chatgpt', draft: 7 },
    { type: 'autosave', text: 'x'.repeat(1_000_001), isNewText: true },
    { type: '__proto__' },
    'banner-view',
    null,
    [],
  ]);
  expect(answers).toEqual(answers.map(() => 'no answer'));
  const after = await understudy.status();
  expect([after?.snoozes, after?.reactions, after?.awaited]).toEqual([
    before?.snoozes,
    before?.reactions,
    before?.awaited,
  ]);
  // A valid message is answered for the sender's site, whatever it claims.
  const opening = understudy.context.waitForEvent('page');
  const [view, check] = await sendFromSite(understudy, [
    { type: 'banner-view', assistantId: 'chatgpt' },
    { type: 'check', assistantId: 'chatgpt' },
  ]);
  expect(view).toMatchObject({ value: { assistantId: 'claude' } });
  expect(check).toEqual({ value: null });
  await expect(await opening).toHaveURL(/popup\.html#check=claude$/);
});

test('a page cannot hide the banner by styling, fake or orphaned banners, names of built-ins, replaced built-ins or removal', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  const styled = await openChat(understudy);
  await styled.evaluate(() => {
    const fake = document.createElement('understudy-banner');
    fake.id = 'fake';
    document.body.append(fake);
    // One more where an earlier version has left its own.
    document.documentElement.append(document.createElement('understudy-banner'));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'understudy-banner { display: none !important; opacity: 0 !important; transform: scale(0) !important; }',
    );
    document.adoptedStyleSheets = [sheet];
  });
  const named = await openChat(understudy);
  await named.evaluate(() => {
    for (const id of ['understudyBannerLives', 'browser', 'chrome']) {
      const trap = document.createElement('div');
      trap.id = id;
      document.body.append(trap);
    }
  });
  const broken = await understudy.context.newPage();
  await broken.addInitScript(() => {
    const fail = () => {
      throw new Error('Not for you');
    };
    document.createElement = fail as never;
    Element.prototype.attachShadow = fail as never;
    document.querySelectorAll = fail as never;
    globalThis.setTimeout = fail as never;
  });
  await broken.goto(CLAUDE).catch(() => undefined);
  loopback.seek(PARTIAL);
  await understudy.tick();
  const isShown = (page: Page) =>
    expect.poll(() => new BannerProbe(page).text()).toContain(headlineStart('Claude', 'partial_outage'));

  await test.step('a page cannot hide the banner by styling it, and fake or orphaned banners are removed', async () => {
    await isShown(styled);
    await expect(styled.locator('understudy-banner')).toHaveCount(1);
    const isInFront = () =>
      styled.evaluate(() => {
        const host = document.querySelector('understudy-banner');
        const { x, y, width, height } = host?.getBoundingClientRect() ?? new DOMRect();
        return host !== null && document.elementFromPoint(x + width / 2, y + height / 2) === host;
      });
    await expect.poll(isInFront).toBe(true);
  });
  await test.step('page elements with names of built-ins do not keep the banner away', () => isShown(named));
  await test.step("built-ins that the page replaced do not affect the banner's script", () => isShown(broken));
  await test.step('the banner returns after the page removes it', async () => {
    await expect(named.locator('understudy-banner')).toHaveCount(1);
    await named.evaluate(() => document.querySelector('understudy-banner')?.remove());
    await expect(named.locator('understudy-banner')).toHaveCount(1);
  });
});
