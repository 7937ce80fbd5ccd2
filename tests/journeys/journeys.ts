import { test } from '@playwright/test';
import { expect } from '@/tests/browser/expect';
import { english } from '@/tests/fakes/english';
import { ENGLISH_TIME, englishLike, headlineStart } from '@/tests/fakes/english-like';
import { claudeSite } from '@/tests/loopback/chat-sites/claude-site';
import { type LongConversation, longTurns } from '@/tests/loopback/chat-sites/long-conversation';
import { MENU_ITEMS } from '@/utils/model/messages';
import type { Driven, Grant } from './driven';

/** Offsets of the scenario `claude-outage`. */
const AT = { partial: 45_000, update: 100_000, over: 365_000 } as const;
const CLAUDE = 'https://claude.ai/chat/1';

/** Takes a conversation of 26 messages, which a virtualized page holds in part, to a fallback. */
const conversationJourney = (endpoint: 'well' | 'down', amount: string, from: string): Journey => ({
  name: `a conversation is taken to a fallback above the draft, read from ${from}`,
  grants: ['banner', 'draft-transfer'],
  async run(driven) {
    const { loopback } = driven;
    await driven.isReady();
    await driven.grant('banner');
    await driven.grant('draft-transfer');
    const conversation: LongConversation = { shape: 'by-index', count: 26, length: 12_000, endpoint };
    loopback.overrideSite('claude.ai', { load: { kind: 'well', conversation } });
    const chat = await driven.openSite(`https://claude.ai${claudeSite.chatPath}`);
    await chat.write('Half a thought', false);
    loopback.seek(AT.partial);
    await driven.tick();
    await expect.poll(async () => (await chat.banner())?.text ?? '').toContain(english('banner_continue'));
    await chat.clickInBanner(english('banner_continue'));
    await expect.poll(async () => (await chat.banner())?.text ?? '').toContain(english('conversation_with'));
    await chat.clickInBanner(english('conversation_with'));
    await chat.clickInBanner('ChatGPT');
    const next = await driven.siteTab('chatgpt.com');
    await expect
      .poll(() => next.written(), { timeout: 60_000 })
      .toMatch(new RegExp(`^Conversation from Claude, ${amount}:`));
    const text = await next.written();
    expect(text.match(/^Message \d+\.$/gm)).toEqual(longTurns(conversation).map((_, index) => `Message ${index + 1}.`));
    expect(text.endsWith('Half a thought')).toBe(true);
    await next.screenshot(`conversation-${endpoint}`);
  },
});

const COPIED: Journey = {
  name: 'a conversation for a site without permission is copied and saved, and the banner says how much it is',
  grants: ['banner'],
  async run(driven) {
    const { loopback } = driven;
    await driven.isReady();
    await driven.grant('banner');
    const conversation: LongConversation = { shape: 'by-index', count: 26, length: 12_000, endpoint: 'down' };
    loopback.overrideSite('claude.ai', { load: { kind: 'well', conversation } });
    const chat = await driven.openSite(`https://claude.ai${claudeSite.chatPath}`);
    loopback.seek(AT.partial);
    await driven.tick();
    const banner = async () => (await chat.banner())?.text ?? '';
    await expect.poll(banner).toContain(english('banner_continue'));
    await chat.clickInBanner(english('banner_continue'));
    await expect.poll(banner).toContain(english('conversation_with'));
    await chat.clickInBanner(english('conversation_with'));
    await chat.clickInBanner('ChatGPT');
    await driven.siteTab('chatgpt.com');
    await expect.poll(banner).toContain(english('banner_conversation_copied', 'ChatGPT'));
    expect(await banner()).toContain(english('conversation_included', english('amount_known_other', '26')));
    const messagesIn = (text: string) => text.match(/^Message \d+\.$/gm)?.length ?? 0;
    await expect.poll(async () => (await driven.savedFiles()).map(messagesIn)).toEqual([26]);
  },
};

export interface Journey {
  name: string;
  /** Permissions that the user has granted beforehand. */
  grants: readonly Grant[];
  /** Whether the welcome page stays open. */
  isJustInstalled?: boolean;
  /** Whether the event page stops soon when idle. */
  stopsSoon?: boolean;
  run(driven: Driven): Promise<void>;
}

/** Behavior that every browser must show. Each runner only provides its driver. */
export const JOURNEYS: readonly Journey[] = [
  {
    name: 'without any site permission, the welcome page opens after the install, an outage reaches badge, tooltip, popup, side panel and history, notifies once of its start and once of its end, and options take effect',
    grants: [],
    isJustInstalled: true,
    async run(driven) {
      const { loopback } = driven;
      await driven.isReady();
      await test.step('after the install the welcome page opens once, and polling works', async () => {
        const welcomes = async () => (await driven.ownTabs()).filter((url) => url.endsWith('/welcome.html'));
        await expect.poll(welcomes).toHaveLength(1);
        await expect.poll(() => driven.badge()).toBe('');
        await expect.poll(() => driven.tooltip()).toContain(english('headline_operational', 'Claude'));
      });
      await test.step("the icon's menu has all entries", async () => {
        for (const id of MENU_ITEMS) await expect.poll(() => driven.hasMenuItem(id)).toBe(true);
        expect(await driven.hasMenuItem('menu_of_nobody')).toBe(false);
      });

      const chat = await driven.openSite(CLAUDE);
      await driven.recordCalls();
      loopback.seek(AT.partial);
      await driven.tick();
      await expect.poll(() => driven.badge()).toBe('1');
      await expect.poll(() => driven.tooltip()).toContain(headlineStart('Claude', 'partial_outage'));
      const popup = await driven.openOwn('popup.html');
      await expect.poll(() => popup.text()).toContain(english('title_partial_outage', 'Claude'));
      await expect.poll(() => popup.text()).toContain(english('popup_setup', 'claude.ai'));
      await popup.screenshot('popup');
      await test.step('the side panel shows the same as the popup', async () => {
        const panel = await driven.openOwn('sidepanel.html');
        await expect.poll(() => panel.text()).toContain(english('title_partial_outage', 'Claude'));
        await panel.screenshot('panel');
      });
      await test.step('readings are stored in the history', async () => {
        const history = await driven.openOwn('history.html#claude');
        await expect.poll(() => history.text()).toContain('Elevated errors on Claude');
        await history.screenshot('history');
      });
      // Banners are updated at the end of a round. The next round starts after that.
      await driven.tick();
      expect(await chat.banner()).toBeNull();

      loopback.seek(AT.over);
      await driven.tick();
      await expect.poll(() => driven.badge()).toBe('');
      await expect.poll(() => popup.text()).toContain(english('popup_summary_up', 'Claude and ChatGPT'));
      const notices = (await driven.notices()).map((title) => title.replace(ENGLISH_TIME, 'T'));
      expect(notices).toEqual([
        english('title_partial_outage', 'Claude'),
        expect.stringMatching(englishLike('headline_recovered', 'Claude', /.+/)),
      ]);
      const notified = (await driven.status())?.decisions.filter(({ isTold }) => isTold) ?? [];
      expect(notified.map(({ about }) => about)).toEqual(['recovered', 'started']);

      await test.step('a choice on the options page is stored and takes effect', async () => {
        const options = await driven.openOwn('options.html');
        await expect.poll(() => options.text()).toContain(english('assistants_add'));
        await options.click(english('assistants_add'));
        await expect.poll(() => options.text()).toContain('GitHub Copilot');
        await options.click('GitHub Copilot');
        await expect.poll(async () => (await driven.options())?.watched).toEqual(['claude', 'chatgpt', 'copilot']);
        await expect.poll(async () => (await driven.status())?.verdicts.copilot?.kind).toBe('up');
        await options.screenshot('options');
      });
    },
  },
  {
    name: 'the banner appears on a granted site during an outage, in open and new tabs, gives the reason, opens "Is it me?" once, and disappears after recovery',
    grants: ['banner'],
    async run(driven) {
      const { loopback } = driven;
      await driven.isReady();
      await driven.grant('banner');
      const chat = await driven.openSite(CLAUDE);
      expect(await chat.banner()).toBeNull();
      loopback.seek(AT.partial);
      await driven.tick();
      const seen = { assistant: 'claude', verdict: 'trouble', level: 'partial_outage' };
      await expect.poll(() => chat.banner()).toMatchObject(seen);
      expect((await chat.banner())?.text).toContain(headlineStart('Claude', 'partial_outage'));
      expect((await chat.banner())?.text).not.toContain('ChatGPT');
      await chat.screenshot('banner');
      await test.step('"Is it me?" in the banner focuses the tab that already shows it', async () => {
        const checks = async () => (await driven.ownTabs()).filter((url) => url.includes('#check=claude'));
        await expect.poll(async () => (await chat.banner())?.text ?? '').toContain(english('check_ask'));
        await chat.clickInBanner(english('check_ask'));
        await expect.poll(checks).toHaveLength(1);
        await chat.bringToFront();
        await expect.poll(() => driven.frontTab()).toBe(CLAUDE);
        await chat.clickInBanner(english('check_ask'));
        await expect.poll(() => driven.frontTab()).toContain('#check=claude');
        // Presses are handled in order with rounds, so this one is done after another round.
        await driven.tick();
        expect(await checks()).toHaveLength(1);
      });
      // Opened last, so that it is in front: in a tab that nobody sees, the banner about the recovery stays.
      const late = await driven.openSite(CLAUDE);
      await expect.poll(() => late.banner()).toMatchObject(seen);

      loopback.seek(AT.over);
      await driven.tick();
      await expect
        .poll(async () => (await late.banner())?.text.split('\n') ?? [])
        .toContainEqual(expect.stringMatching(englishLike('headline_recovered', 'Claude', /.+/)));
      await expect.poll(() => late.banner(), { timeout: 60_000 }).toBeNull();
    },
  },
  {
    name: 'a draft is transferred to a fallback, filled in and not sent, and the banner stays away once dismissed',
    grants: ['banner', 'draft-transfer'],
    async run(driven) {
      const { loopback } = driven;
      await driven.isReady();
      await driven.grant('banner');
      await driven.grant('draft-transfer');
      const chat = await driven.openSite(CLAUDE);
      await chat.write('Half a thought', false);
      loopback.seek(AT.partial);
      await driven.tick();
      await expect.poll(async () => (await chat.banner())?.text ?? '').toContain(english('banner_continue'));
      await chat.clickInBanner(english('banner_continue'));
      await expect.poll(async () => (await chat.banner())?.text ?? '').toContain(english('banner_takes_draft'));
      loopback.clearRequests();
      await chat.clickInBanner('ChatGPT');
      const next = await driven.siteTab('chatgpt.com');
      await expect.poll(() => next.written(), { timeout: 60_000 }).toBe('Half a thought');
      await next.screenshot('draft-transferred');
      const isSend = ({ method, host }: { method: string; host: string }) =>
        method === 'POST' && host === 'chatgpt.com';
      expect(loopback.requests.filter(isSend)).toEqual([]);

      await test.step('a dismissed banner stays away', async () => {
        await chat.clickInBanner(english('banner_dismiss'));
        await expect.poll(async () => (await driven.status())?.dismissals.claude ?? null).not.toBeNull();
        await expect.poll(() => chat.banner()).toBeNull();
        loopback.seek(AT.update);
        await driven.tick();
        // Banners are updated at the end of a round. The next round starts after that.
        await driven.tick();
        expect(await chat.banner()).toBeNull();
      });
    },
  },
  conversationJourney('well', '26 of 26 messages', 'the endpoint of its site'),
  conversationJourney('down', '26 messages', 'the page'),
  COPIED,
  {
    name: 'a worker that stopped between rounds continues where it was and notifies of nothing twice',
    grants: [],
    stopsSoon: true,
    async run(driven) {
      const { loopback } = driven;
      await driven.isReady();
      loopback.seek(AT.partial);
      await driven.tick();
      const notifiedBefore = (await driven.status())?.decisions.filter(({ isTold }) => isTold).length;
      expect(notifiedBefore).toBe(1);
      loopback.seek(AT.update);
      await driven.tickAfterStop();
      await expect.poll(() => driven.badge()).toBe('1');
      expect((await driven.status())?.decisions.filter(({ isTold }) => isTold)).toHaveLength(1);
    },
  },
];
