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
    name: 'after the install the welcome page opens once, and polling works without any site permission',
    grants: [],
    isJustInstalled: true,
    async run(driven) {
      await driven.isReady();
      await expect.poll(() => driven.ownTabs()).toContainEqual(expect.stringMatching(/\/welcome\.html$/));
      await expect.poll(() => driven.badge()).toBe('');
      await expect.poll(() => driven.tooltip()).toContain(english('headline_operational', 'Claude'));
    },
  },
  {
    name: 'an outage sets badge, tooltip and popup and notifies once of its start and once of its end',
    grants: [],
    async run(driven) {
      const { loopback } = driven;
      await driven.isReady();
      await driven.recordCalls();
      loopback.seek(AT.partial);
      await driven.tick();
      await expect.poll(() => driven.badge()).toBe('1');
      await expect.poll(() => driven.tooltip()).toContain(headlineStart('Claude', 'partial_outage'));
      const popup = await driven.openOwn('popup.html');
      await expect.poll(() => popup.text()).toContain(english('title_partial_outage', 'Claude'));
      await popup.screenshot('popup');

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
    },
  },
  {
    name: 'the banner appears on a granted site during an outage, in open and new tabs, gives the reason, and disappears after recovery',
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
    name: '"Is it me?" in the banner focuses the tab that already shows it',
    grants: ['banner'],
    async run(driven) {
      await driven.isReady();
      await driven.grant('banner');
      const chat = await driven.openSite(CLAUDE);
      driven.loopback.seek(AT.partial);
      await driven.tick();
      const checks = async () => (await driven.ownTabs()).filter((url) => url.includes('#check=claude'));
      await expect.poll(async () => (await chat.banner())?.text ?? '').toContain(english('check_ask'));
      await chat.clickInBanner(english('check_ask'));
      await expect.poll(checks).toHaveLength(1);
      await chat.clickInBanner(english('check_ask'));
      // Presses are handled in order with rounds, so this one is done after another round.
      await driven.tick();
      expect(await checks()).toHaveLength(1);
    },
  },
  {
    name: 'a dismissed banner stays away',
    grants: ['banner'],
    async run(driven) {
      await driven.isReady();
      await driven.grant('banner');
      const chat = await driven.openSite(CLAUDE);
      driven.loopback.seek(AT.partial);
      await driven.tick();
      await expect.poll(async () => (await chat.banner())?.text ?? '').toContain(english('banner_continue'));
      await chat.clickInBanner(english('banner_dismiss'));
      await expect.poll(async () => (await driven.status())?.dismissals.claude ?? null).not.toBeNull();
      await expect.poll(() => chat.banner()).toBeNull();
      driven.loopback.seek(AT.update);
      await driven.tick();
      // Banners are updated at the end of a round. The next round starts after that.
      await driven.tick();
      expect(await chat.banner()).toBeNull();
    },
  },
  {
    name: "failing messages raise a possible issue, and the status page's report continues the same episode",
    grants: ['banner', 'evidence'],
    async run(driven) {
      const { loopback } = driven;
      await driven.isReady();
      await driven.grant('banner');
      await driven.grant('evidence');
      const chat = await driven.openSite(CLAUDE);
      loopback.overrideSite('claude.ai', { send: { kind: 'status', status: 529 } });
      for (const text of ['First', 'Second']) await chat.write(text, true);
      const verdict = async () => (await driven.status())?.verdicts.claude;
      await expect.poll(verdict).toMatchObject({ kind: 'suspected', suspicion: { failed: 2, of: 2 } });
      await expect.poll(async () => (await chat.banner())?.text ?? '').toContain(english('suspicion_count', '2', '2'));
      await chat.screenshot('suspected');
      loopback.seek(AT.partial);
      await driven.tick();
      await expect.poll(verdict).toMatchObject({ kind: 'trouble' });
      expect((await driven.status())?.episodes.claude?.sensedAt).not.toBeNull();
    },
  },
  {
    name: 'a draft is transferred to a fallback, filled in and not sent',
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
      await next.screenshot('carried-on');
      const isSend = ({ method, host }: { method: string; host: string }) =>
        method === 'POST' && host === 'chatgpt.com';
      expect(loopback.requests.filter(isSend)).toEqual([]);
    },
  },
  conversationJourney('well', '26 of 26 messages', 'the endpoint of its site'),
  conversationJourney('down', '26 messages', 'the page'),
  COPIED,
  {
    name: 'readings are stored in the history',
    grants: [],
    async run(driven) {
      driven.loopback.seek(AT.partial);
      await driven.tick();
      const history = await driven.openOwn('history.html#claude');
      await expect.poll(() => history.text()).toContain('Elevated errors on Claude');
      await history.screenshot('history');
    },
  },
  {
    name: "the icon's menu has all entries, and the side panel shows the same as the popup",
    grants: [],
    async run(driven) {
      await driven.isReady();
      for (const id of MENU_ITEMS) await expect.poll(() => driven.hasMenuItem(id)).toBe(true);
      expect(await driven.hasMenuItem('menu_of_nobody')).toBe(false);
      driven.loopback.seek(AT.partial);
      await driven.tick();
      const panel = await driven.openOwn('sidepanel.html');
      await expect.poll(() => panel.text()).toContain(english('title_partial_outage', 'Claude'));
      await panel.screenshot('panel');
    },
  },
  {
    name: 'a choice on the options page is stored and takes effect',
    grants: [],
    async run(driven) {
      await driven.isReady();
      const options = await driven.openOwn('options.html');
      await expect.poll(() => options.text()).toContain(english('assistants_add'));
      await options.click(english('assistants_add'));
      await expect.poll(() => options.text()).toContain('GitHub Copilot');
      await options.click('GitHub Copilot');
      await expect.poll(async () => (await driven.options())?.watched).toEqual(['claude', 'chatgpt', 'copilot']);
      await expect.poll(async () => (await driven.status())?.verdicts.copilot?.kind).toBe('up');
      await options.screenshot('options');
    },
  },
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
