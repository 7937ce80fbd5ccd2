import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import { chatgptSite } from '@/tests/loopback/chat-sites/chatgpt-site';
import { claudeSite } from '@/tests/loopback/chat-sites/claude-site';
import type { LongConversation } from '@/tests/loopback/chat-sites/long-conversation';
import type { Loopback } from '@/tests/loopback/loopback';
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

async function openConversation(
  understudy: Understudy,
  loopback: Loopback,
  url: string,
  conversation: LongConversation,
): Promise<Page> {
  const { host } = new URL(url);
  loopback.overrideSite(host, { load: { kind: 'well', conversation } });
  const page = await understudy.context.newPage();
  await page.goto(url);
  await page.waitForSelector('[data-ready]');
  return page;
}

/** Presses a button of the popup over a page, and returns what the popup says then. */
async function press(understudy: Understudy, page: Page, label: string): Promise<string> {
  const popup = await ActionPopup.open(understudy, page);
  await popup.click(label);
  const said = () =>
    popup.evaluate<string>(
      `document.querySelector('[aria-label^="Conversation in"] [role="status"]')?.innerText ?? ''`,
    );
  const isDone = async () => {
    const text = await said();
    return text !== '' && text !== english('conversation_reading');
  };
  await expect.poll(isDone).toBe(true);
  return said();
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

  test('copies 200 messages from the site’s own endpoint, without scrolling the page', async ({
    loopback,
    understudy,
  }) => {
    const page = await openConversation(understudy, loopback, CLAUDE, { ...LONG, endpoint: 'well' });
    await page.evaluate(() => {
      document.querySelector('.thread')?.addEventListener('scroll', () => Object.assign(window, { hasScrolled: true }));
    });
    const said = await press(understudy, page, english('conversation_copy'));
    expect(said).toBe(english('conversation_copied', amount('amount_all', 200, 200)));
    expect(numbersIn(await copied(page))).toEqual(fromTo(1, 200));
    expect(await page.evaluate(() => 'hasScrolled' in window)).toBe(false);
    const reads = loopback.requests.filter(({ path }) => path.startsWith(claudeSite.read?.path ?? ''));
    expect(reads.map(({ method }) => method)).toEqual(['GET']);
  });

  for (const endpoint of ['down', 'foreign', 'silent'] as const) {
    test(`copies 200 messages of a numbered list from the page while the endpoint is ${endpoint}`, async ({
      loopback,
      understudy,
    }) => {
      const page = await openConversation(understudy, loopback, CLAUDE, { ...LONG, endpoint });
      expect(await page.locator('[data-index]').count()).toBeLessThan(20);
      await page.evaluate(() => document.querySelector('.thread')?.scrollTo(0, 5_000));
      // The list renders what is there with the next frame.
      await expect.poll(async () => Number((await firstVisible(page)).index)).toBeLessThan(100);
      const before = await firstVisible(page);
      const said = await press(understudy, page, english('conversation_copy'));
      expect(said).toBe(uncounted(200));
      expect(numbersIn(await copied(page))).toEqual(fromTo(1, 200));
      const after = await firstVisible(page);
      expect(after.index).toBe(before.index);
      expect(Math.abs(after.top - before.top)).toBeLessThanOrEqual(3);
    });
  }

  test('copies 200 messages of a list that states its size', async ({ loopback, understudy }) => {
    const page = await openConversation(understudy, loopback, CHATGPT, { ...LONG, shape: 'by-turn-id' });
    const said = await press(understudy, page, english('conversation_copy'));
    expect(said).toBe(english('conversation_copied', amount('amount_all', 200, 200)));
    expect(numbersIn(await copied(page))).toEqual(fromTo(1, 200));
  });

  test('says how many messages the page does not hold', async ({ loopback, understudy }) => {
    const short: LongConversation = { ...LONG, shape: 'by-turn-id', count: 26, length: 20_000, withheld: 12 };
    const page = await openConversation(understudy, loopback, CHATGPT, short);
    const said = await press(understudy, page, english('conversation_copy'));
    expect(said).toBe(
      `${english('conversation_copied', amount('amount_last', 26, 14))} ${english('amount_page_ends')}`,
    );
    const text = await copied(page);
    expect(numbersIn(text)).toEqual(fromTo(13, 26));
    expect(text).toContain('the last 14 of 26 messages:');
  });

  test('waits for rows that the page fills later', async ({ loopback, understudy }) => {
    const late: LongConversation = { ...LONG, count: 80, length: 120_000, hostility: 'late' };
    const page = await openConversation(understudy, loopback, CLAUDE, late);
    const said = await press(understudy, page, english('conversation_copy'));
    expect(said).toBe(uncounted(80));
    expect(numbersIn(await copied(page))).toEqual(fromTo(1, 80));
  });

  test('claims no total for a plain list', async ({ loopback, understudy }) => {
    const page = await openConversation(understudy, loopback, CLAUDE, { ...LONG, shape: 'plain', count: 26 });
    const said = await press(understudy, page, english('conversation_copy'));
    expect(said).toBe(uncounted(26));
    expect(numbersIn(await copied(page))).toEqual(fromTo(1, 26));
  });

  test('takes no script, no control and no template out of a message, and runs none', async ({
    loopback,
    understudy,
  }) => {
    const hostile: LongConversation = { ...LONG, count: 26, length: 20_000, hostility: 'scripts' };
    const page = await openConversation(understudy, loopback, CLAUDE, hostile);
    const said = await press(understudy, page, english('conversation_copy'));
    expect(said).toBe(`${uncounted(26)} ${english('amount_named_other', '26')}`);
    const text = await copied(page);
    expect(numbersIn(text)).toEqual(fromTo(1, 26));
    expect(text).toContain('See this[image: A map]');
    expect(text).not.toMatch(/javascript:|isHit|In a template/);
    expect(await page.evaluate(() => 'isHit' in window)).toBe(false);
  });

  test('does not believe a page that states fewer messages than it has', async ({ loopback, understudy }) => {
    const lying: LongConversation = { ...LONG, shape: 'by-turn-id', count: 40, length: 40_000, hostility: 'lie' };
    const page = await openConversation(understudy, loopback, CHATGPT, lying);
    const said = await press(understudy, page, english('conversation_copy'));
    expect(said).toBe(uncounted(40));
    expect(numbersIn(await copied(page))).toEqual(fromTo(1, 40));
  });

  test('stops in a list without end, and says so', async ({ loopback, understudy }) => {
    const endless: LongConversation = { ...LONG, shape: 'by-turn-id', count: 26, length: 20_000, hostility: 'endless' };
    const page = await openConversation(understudy, loopback, CHATGPT, endless);
    const said = await press(understudy, page, english('conversation_copy'));
    expect(said).toMatch(/^Copied: the last [\d,]+ messages\. /);
    expect(said).toContain(english('amount_limit'));
    // What was read is the end, without a gap.
    expect(numbersIn(await copied(page)).slice(-26)).toEqual(fromTo(1, 26));
  });

  test('says so in a new chat', async ({ understudy }) => {
    const page = await understudy.context.newPage();
    await page.goto('https://claude.ai/new');
    expect(await press(understudy, page, english('conversation_copy'))).toBe(english('conversation_new_chat'));
  });

  test('says so where no message is recognized', async ({ understudy }) => {
    const page = await understudy.context.newPage();
    await page.goto('https://claude.ai/settings');
    await page.evaluate(() => document.querySelector('.thread')?.replaceChildren());
    expect(await press(understudy, page, english('conversation_copy'))).toBe(english('conversation_nothing_found'));
  });

  test('is not offered on a chat that is not allowed', async ({ understudy }) => {
    const page = await understudy.context.newPage();
    await page.goto('https://gemini.google.com/app');
    const popup = await ActionPopup.open(understudy, page);
    await expect.poll(() => popup.text()).toContain(english('popup_options'));
    expect(await popup.text()).not.toContain(english('conversation_copy'));
  });
});

test.describe('"Save as Markdown" in the popup', () => {
  // Downloads of a whole browser are saved elsewhere from then on.
  test.use({ scenario: 'healthy', ownBrowser: true });

  test('saves the conversation as a file that says how much it holds', async ({ loopback, understudy }) => {
    const page = await openConversation(understudy, loopback, CLAUDE, { ...LONG, endpoint: 'well' });
    const downloads = await followDownloads(understudy);
    const said = await press(understudy, page, english('conversation_save'));
    expect(said).toBe(english('conversation_saved', amount('amount_all', 200, 200)));
    const { name, text } = await downloads.next();
    expect(name).toMatch(/^conversation-claude-\d{4}-\d\d-\d\d\.md$/);
    expect(text).toContain(`${english('conversation_included', amount('amount_all', 200, 200))}\n`);
    expect(numbersIn(text)).toEqual(fromTo(1, 200));
  });
});

/** Opens the fallback list of the banner and chooses what to take. */
async function openList(page: Page, choice: string): Promise<BannerProbe> {
  const banner = new BannerProbe(page);
  await expect.poll(() => banner.text()).toContain(english('banner_continue'));
  await banner.click(english('banner_continue'));
  await expect.poll(() => banner.text()).toContain(english('conversation_with'));
  await banner.click(choice);
  return banner;
}

test.describe('"Continue in …" with the conversation', () => {
  const SHORT: LongConversation = { shape: 'by-index', count: 26, length: 12_000, endpoint: 'well' };
  const TOO_LONG: LongConversation = { ...SHORT, length: 58_000 };

  test('takes it from the banner, above the draft, and sends nothing', async ({ loopback, understudy }) => {
    const page = await openConversation(understudy, loopback, CLAUDE, SHORT);
    await typeDraft(page);
    loopback.seek(45_000);
    await understudy.tick();
    loopback.clearRequests();
    const banner = await openList(page, english('conversation_with'));
    expect(await banner.text()).toContain(english('banner_takes_conversation'));
    await banner.settled();
    await page.screenshot({ path: 'test-results/pictures/conversation-offer-banner.png' });
    // Nothing is read before a fallback is chosen.
    const isRead = ({ path }: { path: string }) => path.startsWith(claudeSite.read?.path ?? '');
    expect(loopback.requests.filter(isRead)).toEqual([]);
    const opened = understudy.context.waitForEvent('page');
    await banner.click('ChatGPT');
    const next = await opened;
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
    await expect.poll(() => understudy.carry()).toBeNull();
    await expect.poll(async () => (await understudy.options())?.carriesConversation).toBe(true);
    await expect.poll(() => banner.text()).toContain(english('banner_conversation_there', 'ChatGPT'));
  });

  for (const { endpoint, last } of [
    { endpoint: 'well', last: amount('amount_last', 26, 14) },
    { endpoint: 'down', last: english('amount_ending_other', '14') },
  ] as const) {
    test(`is cut to what the target accepts, from the oldest message on, with the endpoint ${endpoint}`, async ({
      loopback,
      understudy,
    }) => {
      const page = await openConversation(understudy, loopback, CLAUDE, { ...TOO_LONG, endpoint });
      loopback.seek(45_000);
      await understudy.tick();
      const banner = await openList(page, english('conversation_with'));
      const opened = understudy.context.waitForEvent('page');
      await banner.click('ChatGPT');
      const next = await opened;
      const field = next.locator('textarea');
      await expect(field).toHaveValue(new RegExp(`^Conversation from Claude, ${last}:`));
      expect(numbersIn(await field.inputValue())).toEqual(fromTo(13, 26));
      const note = new BannerProbe(next, 'UNDERSTUDY-DRAFT-TRANSFER');
      await expect
        .poll(() => note.text())
        .toContain(`${english('conversation_included', last)} ${english('amount_room', 'ChatGPT')}`);
      await note.settled();
      await next.screenshot({ path: `test-results/pictures/conversation-14-of-26-${endpoint}.png` });
    });
  }

  test('takes it from the popup', async ({ loopback, understudy }) => {
    const page = await openConversation(understudy, loopback, CLAUDE, SHORT);
    await typeDraft(page);
    loopback.seek(45_000);
    await understudy.tick();
    const popup = await ActionPopup.open(understudy, page);
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

  test('opens one fallback, although another is chosen while the conversation is being read', async ({
    loopback,
    understudy,
  }) => {
    const page = await openConversation(understudy, loopback, CLAUDE, { ...SHORT, endpoint: 'silent' });
    loopback.seek(45_000);
    await understudy.tick();
    const banner = await openList(page, english('conversation_with'));
    const opened = understudy.context.waitForEvent('page');
    await banner.click('ChatGPT');
    expect(await banner.text()).toContain(english('conversation_reading'));
    await banner.click(english('banner_continue'));
    await expect.poll(() => banner.text()).toContain('GitHub Copilot');
    await banner.click('GitHub Copilot');
    const next = await opened;
    await expect(next.locator('textarea')).toHaveValue(/^Conversation from Claude, 26 messages:/);
    const hosts = understudy.context.pages().map((one) => new URL(one.url()).host);
    expect(hosts).not.toContain('github.com');
  });

  test('opens nothing and says so if there is nothing to read', async ({ loopback, understudy }) => {
    const page = await openConversation(understudy, loopback, CLAUDE, { ...SHORT, shape: 'plain', endpoint: 'down' });
    await page.evaluate(() => document.querySelector('.thread')?.replaceChildren());
    loopback.seek(45_000);
    await understudy.tick();
    const banner = await openList(page, english('conversation_with'));
    const pages = understudy.context.pages().length;
    await banner.click('ChatGPT');
    await expect
      .poll(() => banner.text())
      .toContain(`${english('conversation_nothing_found')} ${english('conversation_go_without')}`);
    expect(understudy.context.pages()).toHaveLength(pages);
  });

  test.describe('to a site without permission', () => {
    test.use({ grants: ['https://claude.ai/*'], ownBrowser: true });

    test('copies what fits and saves everything as a file', async ({ loopback, understudy }) => {
      const page = await openConversation(understudy, loopback, CLAUDE, TOO_LONG);
      loopback.seek(45_000);
      await understudy.tick();
      const banner = await openList(page, english('conversation_with'));
      const downloads = await followDownloads(understudy);
      const opened = understudy.context.waitForEvent('page');
      await banner.click('ChatGPT');
      const next = await opened;
      const { text } = await downloads.next();
      expect(numbersIn(text)).toEqual(fromTo(1, 26));
      await expect.poll(() => banner.text()).toContain(english('banner_conversation_copied', 'ChatGPT'));
      expect(await banner.text()).toContain(english('banner_conversation_file'));
      expect(numbersIn(await copied(next))).toEqual(fromTo(13, 26));
      expect(next.url()).toBe('https://chatgpt.com/');
    });

    test('copies what fits and saves everything as a file, from the popup, and keeps the text for a while', async ({
      loopback,
      understudy,
    }) => {
      const page = await openConversation(understudy, loopback, CLAUDE, TOO_LONG);
      loopback.seek(45_000);
      await understudy.tick();
      const downloads = await followDownloads(understudy);
      const popup = await ActionPopup.open(understudy, page);
      await popup.click(english('conversation_with'));
      await expect.poll(() => popup.text()).toContain(english('popup_takes_conversation', 'Claude'));
      const opened = understudy.context.waitForEvent('page');
      await popup.click(english('popup_continue_in', 'ChatGPT'));
      const next = await opened;
      expect(numbersIn((await downloads.next()).text)).toEqual(fromTo(1, 26));
      expect(numbersIn(await copied(next))).toEqual(fromTo(13, 26));
      const again = await understudy.openPopup();
      const line = again.locator('.draft');
      await expect(line).toContainText(
        new RegExp(english('popup_carried_conversation', 'ChatGPT', '\\d+:\\d\\d').replace('·', '.')),
      );
      await expect(line).toContainText(english('conversation_included', amount('amount_last', 26, 14)));
      await again.screenshot({ path: 'test-results/pictures/conversation-pending-popup.png' });
    });
  });
});
