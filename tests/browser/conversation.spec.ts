import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import { chatgptSite } from '@/tests/loopback/chat-sites/chatgpt-site';
import { claudeSite } from '@/tests/loopback/chat-sites/claude-site';
import type { LongConversation } from '@/tests/loopback/chat-sites/long-conversation';
import type { Loopback } from '@/tests/loopback/loopback';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { ActionPopup } from './action-popup';
import { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { test } from './fixtures';
import { DRAFT, typeDraft } from './type-draft';
import type { Understudy } from './understudy';

const CLAUDE = `https://claude.ai${claudeSite.chatPath}`;
const CHATGPT = `https://chatgpt.com${chatgptSite.chatPath}`;
const LONG: LongConversation = { shape: 'by-index', count: 200, length: 400_000, endpoint: 'down' };

/** The numbers of the messages in a text, in its order: each message begins with its number. */
const numbersIn = (text: string): number[] =>
  [...text.matchAll(/^Message (\d+)\.$/gm)].map(([, number]) => Number(number));
const fromTo = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** Shows a conversation in a page. */
async function showConversation(
  page: Page,
  loopback: Loopback,
  url: string,
  conversation: LongConversation,
): Promise<void> {
  const { host } = new URL(url);
  loopback.overrideSite(host, { load: { kind: 'well', conversation } });
  await page.goto(url);
  await page.waitForSelector('[data-ready]');
}

/** Notes in `hasScrolled` whether the list scrolls from now on. What the page has scrolled before is reported by a later frame. */
async function noteScrolling(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const note = () => Object.assign(window, { hasScrolled: true });
    document.querySelector('.thread')?.addEventListener('scroll', note);
    do {
      Reflect.deleteProperty(window, 'hasScrolled');
      // Scroll events come before the callbacks of a frame; what they render may scroll in the next one.
      for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    } while ('hasScrolled' in window);
  });
}

/** Presses a button of the popup about the conversation, and returns what the popup says then. */
async function press(popup: ActionPopup, label: string): Promise<string> {
  await popup.click(label);
  const said = () =>
    popup.evaluate<string>(
      `document.querySelector('[aria-label^="Conversation in"] [role="status"]')?.innerText ?? ''`,
    );
  const isDone = async () => {
    const text = await said();
    return text !== undefined && text !== '' && text !== english('conversation_reading');
  };
  await expect.poll(isDone).toBe(true);
  return (await said()) ?? '';
}

/** Presses "Copy this conversation" in the popup over a page, and returns what the popup says then. */
async function copy(understudy: Understudy, page: Page): Promise<string> {
  const popup = await ActionPopup.open(understudy, page);
  const said = await press(popup, english('conversation_copy'));
  await popup.close();
  return said;
}

interface Download {
  name: string;
  text: string;
}

/** Saves downloads of any page, the popup included, and returns them one by one. */
async function followDownloads(understudy: Understudy): Promise<{ next(): Promise<Download> }> {
  const browser = understudy.context.browser();
  if (browser === null) throw new Error('The browser is gone');
  const session = await browser.newBrowserCDPSession();
  const downloadPath = test.info().outputPath('downloads');
  const names = new Map<string, string>();
  const done: string[] = [];
  session.on('Browser.downloadWillBegin', ({ guid, suggestedFilename }) => names.set(guid, suggestedFilename));
  session.on('Browser.downloadProgress', ({ guid, state }) => state === 'completed' && done.push(guid));
  await session.send('Browser.setDownloadBehavior', { behavior: 'allowAndName', downloadPath, eventsEnabled: true });
  return {
    async next() {
      await expect.poll(() => done.length).toBeGreaterThan(0);
      const guid = done.shift() ?? '';
      return { name: names.get(guid) ?? '', text: await readFile(path.join(downloadPath, guid), 'utf8') };
    },
  };
}

/** The first message in the window, and how far it is from the upper edge. */
function firstVisible(page: Page): Promise<{ index: string | undefined; top: number }> {
  return page.evaluate(() => {
    const edge = document.querySelector('.thread')?.getBoundingClientRect().top ?? 0;
    const rows = [...document.querySelectorAll<HTMLElement>('[data-index]')];
    const row = rows.find((one) => one.getBoundingClientRect().bottom > edge);
    return { index: row?.dataset.index, top: (row?.getBoundingClientRect().top ?? 0) - edge };
  });
}

async function copied(page: Page): Promise<string> {
  await page.bringToFront();
  await page.context().grantPermissions(['clipboard-read'], { origin: new URL(page.url()).origin });
  return page.evaluate(() => navigator.clipboard.readText());
}

const amount = (key: 'amount_all' | 'amount_last', total: number, taken: number) =>
  english(`${key}_other`, String(total), String(taken));

/** What is said of all messages of a page that does not state how many there are. */
const uncounted = (count: number) =>
  `${english('conversation_copied', english('amount_known_other', String(count)))} ${english('amount_uncounted')}`;

test.describe('"Copy this conversation" in the popup', () => {
  test.use({ scenario: 'healthy' });

  test('the popup copies a whole conversation from the endpoint of the site, and from the page where that does not answer', async ({
    loopback,
    understudy,
  }) => {
    const page = await understudy.context.newPage();

    await test.step('copies 200 messages from the site’s own endpoint, without scrolling the page', async () => {
      await showConversation(page, loopback, CLAUDE, { ...LONG, endpoint: 'well' });
      await noteScrolling(page);
      const said = await copy(understudy, page);
      expect(said).toBe(english('conversation_copied', amount('amount_all', 200, 200)));
      expect(numbersIn(await copied(page))).toEqual(fromTo(1, 200));
      expect(await page.evaluate(() => 'hasScrolled' in window)).toBe(false);
      const reads = loopback.requests.filter(({ path }) => path.startsWith(claudeSite.read?.path ?? ''));
      expect(reads.map(({ method }) => method)).toEqual(['GET']);
    });

    for (const { endpoint, scrolledTo, ...size } of [
      { endpoint: 'down', count: LONG.count, length: LONG.length, scrolledTo: 5_000 },
      { endpoint: 'foreign', count: 26, length: 52_000, scrolledTo: 1_500 },
      { endpoint: 'silent', count: 26, length: 52_000, scrolledTo: 1_500 },
    ] as const) {
      await test.step(`copies ${size.count} messages of a numbered list from the page while the endpoint is ${endpoint}`, async () => {
        await showConversation(page, loopback, CLAUDE, { ...LONG, ...size, endpoint });
        expect(await page.locator('[data-index]').count()).toBeLessThan(20);
        await page.evaluate((top) => document.querySelector('.thread')?.scrollTo(0, top), scrolledTo);
        // The list renders what is there with the next frame.
        await expect.poll(async () => Number((await firstVisible(page)).index)).toBeLessThan(size.count / 2);
        const before = await firstVisible(page);
        const said = await copy(understudy, page);
        expect(said).toBe(uncounted(size.count));
        expect(numbersIn(await copied(page))).toEqual(fromTo(1, size.count));
        const after = await firstVisible(page);
        expect(after.index).toBe(before.index);
        expect(Math.abs(after.top - before.top)).toBeLessThanOrEqual(3);
      });
    }
  });

  test('the popup copies what a page of Claude shows, without scripts, also where rows are filled late, and says so where there is nothing', async ({
    loopback,
    understudy,
  }) => {
    const page = await understudy.context.newPage();

    await test.step('is not offered on a chat that is not allowed', async () => {
      // First: a later popup would show the snapshot of an earlier one for a moment.
      await page.goto('https://gemini.google.com/app');
      const popup = await ActionPopup.open(understudy, page);
      // Before that, it offers no conversation of any chat.
      await popup.knowsFront();
      await expect.poll(() => popup.text()).toContain(english('popup_options'));
      expect(await popup.text()).not.toContain(english('conversation_copy'));
      await popup.close();
    });

    await test.step('says so in a new chat', async () => {
      await page.goto('https://claude.ai/new');
      expect(await copy(understudy, page)).toBe(english('conversation_new_chat'));
    });

    await test.step('says so where no message is recognized', async () => {
      await page.goto('https://claude.ai/settings');
      await page.evaluate(() => document.querySelector('.thread')?.replaceChildren());
      expect(await copy(understudy, page)).toBe(english('conversation_nothing_found'));
    });

    await test.step('waits for rows that the page fills later', async () => {
      await showConversation(page, loopback, CLAUDE, { ...LONG, count: 40, length: 60_000, hostility: 'late' });
      const said = await copy(understudy, page);
      expect(said).toBe(uncounted(40));
      expect(numbersIn(await copied(page))).toEqual(fromTo(1, 40));
    });

    await test.step('claims no total for a plain list', async () => {
      await showConversation(page, loopback, CLAUDE, { ...LONG, shape: 'plain', count: 26 });
      const said = await copy(understudy, page);
      expect(said).toBe(uncounted(26));
      expect(numbersIn(await copied(page))).toEqual(fromTo(1, 26));
    });

    await test.step('takes no script, no control and no template out of a message, and runs none', async () => {
      await showConversation(page, loopback, CLAUDE, { ...LONG, count: 26, length: 20_000, hostility: 'scripts' });
      const hasRun = (mark: 'isShown' | 'isHit') => page.evaluate((name) => name in window, mark);
      await expect.poll(() => hasRun('isShown')).toBe(true);
      const said = await copy(understudy, page);
      expect(said).toBe(`${uncounted(26)} ${english('amount_named_other', '26')}`);
      const text = await copied(page);
      expect(numbersIn(text)).toEqual(fromTo(1, 26));
      expect(text).toContain('See this[image: A map]');
      expect(text).not.toMatch(/javascript:|isHit|In a template/);
      expect(await hasRun('isHit')).toBe(false);
      // A copy made of the page's own nodes would run them.
      await page.evaluate(() => document.querySelector('.row img')?.cloneNode());
      await expect.poll(() => hasRun('isHit')).toBe(true);
    });
  });

  test('the popup copies the messages of a list that states its size, and says how many are missing, unless the page lies or never ends', async ({
    loopback,
    understudy,
  }) => {
    const page = await understudy.context.newPage();
    const short: LongConversation = { ...LONG, shape: 'by-turn-id', count: 26, length: 20_000 };

    await test.step('copies 200 messages of a list that states its size', async () => {
      await showConversation(page, loopback, CHATGPT, { ...LONG, shape: 'by-turn-id' });
      const said = await copy(understudy, page);
      expect(said).toBe(english('conversation_copied', amount('amount_all', 200, 200)));
      expect(numbersIn(await copied(page))).toEqual(fromTo(1, 200));
    });

    await test.step('says how many messages the page does not hold', async () => {
      await showConversation(page, loopback, CHATGPT, { ...short, withheld: 12 });
      const said = await copy(understudy, page);
      expect(said).toBe(
        `${english('conversation_copied', amount('amount_last', 26, 14))} ${english('amount_page_ends')}`,
      );
      const text = await copied(page);
      expect(numbersIn(text)).toEqual(fromTo(13, 26));
      expect(text).toContain('the last 14 of 26 messages:');
    });

    await test.step('does not believe a page that states fewer messages than it has', async () => {
      await showConversation(page, loopback, CHATGPT, { ...short, count: 40, length: 40_000, hostility: 'lie' });
      const said = await copy(understudy, page);
      expect(said).toBe(uncounted(40));
      expect(numbersIn(await copied(page))).toEqual(fromTo(1, 40));
    });

    await test.step('stops in a list without end, and says so', async () => {
      await showConversation(page, loopback, CHATGPT, { ...short, length: 390_000, hostility: 'endless' });
      // Long messages in little room: the reader reaches its limit of characters long before that of its time.
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('.row * { font-size: 2px !important; line-height: 3px !important }');
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      });
      const said = await copy(understudy, page);
      expect(said).toMatch(/^Copied: the last [\d,]+ messages\. /);
      expect(said).toContain(english('amount_limit'));
      // What was read is the end, without a gap.
      expect(numbersIn(await copied(page)).slice(-26)).toEqual(fromTo(1, 26));
    });
  });
});

/** Opens the fallback list of the banner and chooses what to take. */
async function openList(banner: BannerProbe, choice: string): Promise<void> {
  await expect.poll(() => banner.text()).toContain(english('banner_continue'));
  await banner.click(english('banner_continue'));
  await expect.poll(() => banner.text()).toContain(english('conversation_with'));
  await banner.click(choice);
}

/** Chooses ChatGPT in the list of the banner, and returns the page that opens. */
async function choose({ context }: Understudy, banner: BannerProbe): Promise<Page> {
  const opened = context.waitForEvent('page');
  await banner.click('ChatGPT');
  return opened;
}

test.describe('"Continue in …" with the conversation', () => {
  const SHORT: LongConversation = { shape: 'by-index', count: 26, length: 12_000, endpoint: 'well' };
  const TOO_LONG: LongConversation = { ...SHORT, length: 58_000 };

  test('the banner takes a conversation above the draft, cut to what the target accepts, and sends nothing', async ({
    loopback,
    understudy,
  }) => {
    const page = await understudy.context.newPage();
    const banner = new BannerProbe(page);

    await test.step('takes it from the banner, above the draft, and sends nothing', async () => {
      await showConversation(page, loopback, CLAUDE, SHORT);
      await typeDraft(page);
      loopback.seek(45_000);
      await understudy.tick();
      loopback.clearRequests();
      await openList(banner, english('conversation_with'));
      expect(await banner.text()).toContain(english('banner_takes_conversation'));
      await banner.settled();
      await page.screenshot({ path: 'test-results/pictures/conversation-offer-banner.png' });
      // Nothing is read before a fallback is chosen.
      const isRead = ({ path }: { path: string }) => path.startsWith(claudeSite.read?.path ?? '');
      expect(loopback.requests.filter(isRead)).toEqual([]);
      const next = await choose(understudy, banner);
      const field = next.locator('textarea');
      await expect(field).toHaveValue(new RegExp(`^Conversation from Claude, ${amount('amount_all', 26, 26)}:`));
      const text = await field.inputValue();
      expect(numbersIn(text)).toEqual(fromTo(1, 26));
      expect(text.endsWith(`\n\n---\n\n${DRAFT.join('\n')}`)).toBe(true);
      const note = new BannerProbe(next, 'UNDERSTUDY-DRAFT-TRANSFER');
      await expect.poll(() => note.text()).toContain(english('conversation_exact', 'Claude'));
      expect(await note.text()).toContain(english('conversation_included', amount('amount_all', 26, 26)));
      expect(loopback.requests.filter(isRead)).toHaveLength(1);
      const isChat = (host: string) => host === 'claude.ai' || host === 'chatgpt.com';
      expect(loopback.requests.filter(({ method, host }) => method === 'POST' && isChat(host))).toEqual([]);
      await expect.poll(() => understudy.latestTransfer()).toBeNull();
      await expect.poll(async () => (await understudy.options())?.carriesConversation).toBe(true);
      await expect.poll(() => banner.text()).toContain(english('banner_conversation_there', 'ChatGPT'));
      await next.close();
    });

    for (const { endpoint, last } of [
      { endpoint: 'well', last: amount('amount_last', 26, 14) },
      { endpoint: 'down', last: english('amount_ending_other', '14') },
    ] as const) {
      await test.step(`is cut to what the target accepts, from the oldest message on, with the endpoint ${endpoint}`, async () => {
        await showConversation(page, loopback, CLAUDE, { ...TOO_LONG, endpoint });
        await openList(banner, english('conversation_with'));
        const next = await choose(understudy, banner);
        const field = next.locator('textarea');
        await expect(field).toHaveValue(new RegExp(`^Conversation from Claude, ${last}:`));
        expect(numbersIn(await field.inputValue())).toEqual(fromTo(13, 26));
        const note = new BannerProbe(next, 'UNDERSTUDY-DRAFT-TRANSFER');
        await expect
          .poll(() => note.text())
          .toContain(`${english('conversation_included', last)} ${english('amount_room', 'ChatGPT')}`);
        await note.settled();
        await next.screenshot({ path: `test-results/pictures/conversation-14-of-26-${endpoint}.png` });
        await next.close();
      });
    }
  });

  test('"Continue in …" opens nothing without messages, one fallback although another is chosen meanwhile, and takes the conversation from the popup too', async ({
    loopback,
    understudy,
  }) => {
    const page = await understudy.context.newPage();
    const banner = new BannerProbe(page);

    await test.step('opens nothing and says so if there is nothing to read', async () => {
      await showConversation(page, loopback, CLAUDE, { ...SHORT, shape: 'plain', endpoint: 'down' });
      await page.evaluate(() => document.querySelector('.thread')?.replaceChildren());
      loopback.seek(45_000);
      await understudy.tick();
      await openList(banner, english('conversation_with'));
      const pages = understudy.context.pages().length;
      await banner.click('ChatGPT');
      await expect
        .poll(() => banner.text())
        .toContain(`${english('conversation_nothing_found')} ${english('conversation_go_without')}`);
      expect(understudy.context.pages()).toHaveLength(pages);
    });

    await test.step('opens one fallback, although another is chosen while the conversation is being read', async () => {
      const opened: Page[] = [];
      const note = (one: Page) => opened.push(one);
      understudy.context.on('page', note);
      // The reader gives the endpoint up after a few seconds. A busy machine may not manage the second choice by then.
      await expect(async () => {
        for (const one of opened.splice(0)) await one.close();
        await showConversation(page, loopback, CLAUDE, { ...SHORT, endpoint: 'silent' });
        await openList(banner, english('conversation_with'));
        await banner.click('ChatGPT');
        expect(await banner.text()).toContain(english('conversation_reading'));
        await banner.click(english('banner_continue'));
        await expect.poll(() => banner.text(), { timeout: 5_000 }).toContain('GitHub Copilot');
        await banner.click('GitHub Copilot');
        expect(opened, 'the second choice came too late').toEqual([]);
      }).toPass({ timeout: 120_000 });
      await expect.poll(() => opened.length).toBe(1);
      understudy.context.off('page', note);
      const [next] = opened as [Page];
      await expect(next.locator('textarea')).toHaveValue(/^Conversation from Claude, 26 messages:/);
      const hosts = understudy.context.pages().map((one) => new URL(one.url()).host);
      expect(hosts).not.toContain('github.com');
      await expect.poll(() => understudy.latestTransfer()).toBeNull();
      await next.close();
    });

    await test.step('no longer says that it reads once the worker is gone', async () => {
      await showConversation(page, loopback, CLAUDE, { ...SHORT, endpoint: 'silent' });
      await openList(banner, english('conversation_with'));
      await banner.click('ChatGPT');
      expect(await banner.text()).toContain(english('conversation_reading'));
      await understudy.killWorker();
      await expect.poll(() => banner.text()).not.toContain(english('conversation_reading'));
    });

    await test.step('no longer says that it reads once the fallback was removed meanwhile', async () => {
      await showConversation(page, loopback, CLAUDE, { ...SHORT, endpoint: 'silent' });
      await openList(banner, english('conversation_with'));
      await banner.click('ChatGPT');
      expect(await banner.text()).toContain(english('conversation_reading'));
      await understudy.setOptions({ ...DEFAULT_OPTIONS, carriesConversation: true, planB: ['copilot'] });
      await expect.poll(() => banner.text()).not.toContain(english('conversation_reading'));
      await understudy.setOptions({ ...DEFAULT_OPTIONS, carriesConversation: true });
    });

    await test.step('takes it from the popup', async () => {
      await showConversation(page, loopback, CLAUDE, SHORT);
      await typeDraft(page);
      const popup = await ActionPopup.open(understudy, page);
      await expect.poll(() => popup.text()).toContain(english('popup_takes_conversation', 'Claude'));
      await popup.click(english('conversation_draft_only'));
      await expect.poll(() => popup.text()).toContain(english('popup_takes_draft', 'Claude'));
      await popup.click(english('conversation_with'));
      await expect.poll(() => popup.text()).toContain(english('popup_takes_conversation', 'Claude'));
      const opened = understudy.context.waitForEvent('page');
      await popup.click(english('popup_continue_in', 'ChatGPT'));
      const next = await opened;
      const field = next.locator('textarea');
      await expect(field).toHaveValue(/^Conversation from Claude, 26 of 26 messages:/);
      expect(numbersIn(await field.inputValue())).toEqual(fromTo(1, 26));
      expect((await field.inputValue()).endsWith(DRAFT.join('\n'))).toBe(true);
      expect(await copied(next)).toBe(await field.inputValue());
    });
  });

  test.describe('to a site without permission', () => {
    // Downloads of a whole browser are saved elsewhere from then on.
    test.use({ grants: ['https://claude.ai/*'], ownBrowser: true });

    test('a conversation is saved as a file by the popup, and copied and saved for a site without permission, which banner and popup say', async ({
      loopback,
      understudy,
    }) => {
      const page = await understudy.context.newPage();
      const banner = new BannerProbe(page);
      const downloads = await followDownloads(understudy);

      await test.step('"Save as Markdown" saves the conversation as a file that says how much it holds', async () => {
        await showConversation(page, loopback, CLAUDE, { ...LONG, endpoint: 'well' });
        const popup = await ActionPopup.open(understudy, page);
        const said = await press(popup, english('conversation_save'));
        expect(said).toBe(english('conversation_saved', amount('amount_all', 200, 200)));
        const { name, text } = await downloads.next();
        expect(name).toMatch(/^conversation-claude-\d{4}-\d\d-\d\d\.md$/);
        expect(text).toContain(`${english('conversation_included', amount('amount_all', 200, 200))}\n`);
        expect(numbersIn(text)).toEqual(fromTo(1, 200));
        await popup.close();
      });

      await test.step('the banner copies what fits and saves everything as a file', async () => {
        await showConversation(page, loopback, CLAUDE, TOO_LONG);
        loopback.seek(45_000);
        await understudy.tick();
        await openList(banner, english('conversation_with'));
        const next = await choose(understudy, banner);
        const { text } = await downloads.next();
        expect(numbersIn(text)).toEqual(fromTo(1, 26));
        await expect.poll(() => banner.text()).toContain(english('banner_conversation_copied', 'ChatGPT'));
        expect(await banner.text()).toContain(english('banner_conversation_file'));
        expect(numbersIn(await copied(next))).toEqual(fromTo(13, 26));
        expect(next.url()).toBe('https://chatgpt.com/');
        await next.close();
      });

      await test.step('the popup copies what fits, saves everything as a file, and keeps the text for a while', async () => {
        // Another draft, or the tab that was opened for this one would be shown again.
        await page.bringToFront();
        await typeDraft(page, ['And now?']);
        const popup = await ActionPopup.open(understudy, page);
        await popup.click(english('conversation_with'));
        await expect.poll(() => popup.text()).toContain(english('popup_takes_conversation', 'Claude'));
        const opened = understudy.context.waitForEvent('page');
        await popup.click(english('popup_continue_in', 'ChatGPT'));
        const next = await opened;
        expect(numbersIn((await downloads.next()).text)).toEqual(fromTo(1, 26));
        const text = await copied(next);
        expect(numbersIn(text)).toEqual(fromTo(13, 26));
        expect(text.endsWith('And now?')).toBe(true);
        const again = await understudy.openPopup();
        const line = again.locator('.draft').first();
        await expect(line).toContainText(
          new RegExp(english('popup_transfer_conversation', 'ChatGPT', '\\d+:\\d\\d').replace('·', '.')),
        );
        await expect(line).toContainText(english('conversation_included', amount('amount_last', 26, 14)));
        await again.screenshot({ path: 'test-results/pictures/conversation-pending-popup.png' });
      });
    });
  });
});
