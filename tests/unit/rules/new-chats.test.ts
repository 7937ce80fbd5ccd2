import { describe, expect, it } from 'vitest';
import { NOON, SECOND } from '@/tests/fakes/samples';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import { BUILT_IN } from '@/utils/assistants/lookups';
import type { AssistantId } from '@/utils/model/assistant';
import { type EvidenceMemory, NO_EVIDENCE, type SeenRequest } from '@/utils/model/evidence';
import { purposeOf, withTabMoved } from '@/utils/rules/evidence/classify';
import { evaluateRequestFailures } from '@/utils/rules/evidence/evaluate-failures';
import { reduceRequestEvent } from '@/utils/rules/evidence/requests';

/** Where messages go, where new chats begin, and the path of a conversation. */
type Site = [id: AssistantId, send: string, begins: string, conversation: string];
const SITES: Site[] = [
  ['chatgpt', 'https://chatgpt.com/backend-api/f/conversation', '/', '/c/6aaf5c42'],
  ['chatgpt', 'https://chatgpt.com/backend-api/f/conversation', '/g/g-abc', '/g/g-abc/c/6aaf5c42'],
  [
    'gemini',
    'https://gemini.google.com/_/BardChatUi/data/assistant.lamda.BardFrontendService/StreamGenerate',
    '/app',
    '/app/0a1b2c',
  ],
  ['perplexity', 'https://www.perplexity.ai/rest/sse/perplexity_ask', '/', '/search/what-is-it-x1'],
  ['deepseek', 'https://chat.deepseek.com/api/v0/chat/completion', '/', '/a/chat/s/0a1b'],
  ['mistral', 'https://chat.mistral.ai/api/chat', '/chat', '/chat/0a1b'],
  ['grok', 'https://grok.com/rest/app-chat/conversations/new', '/', '/c/0a1b'],
];
const CHATGPT = SITES[0] as Site;
const EMPTY = { lengthMs: 30 };

/** A browser in which the tabs of one site send messages, ten seconds apart. */
class Tabs {
  memory: EvidenceMemory = NO_EVIDENCE;
  now = NOON;
  #made = 0;
  readonly #paths = new Map<number, string>();
  constructor(readonly site: Site) {}

  #take(request: SeenRequest): void {
    const purpose = purposeOf(BUILT_IN.get(this.site[0]), request);
    if (purpose === null) throw new Error('It is not observed');
    this.memory = reduceRequestEvent(this.memory, { ...purpose, assistantId: this.site[0] }, request, this.now);
  }

  /** The tab loads this page. */
  load(tabId: number, path: string): this {
    this.#made += 1;
    const url = `https://${new URL(this.site[1]).host}${path}`;
    const page = { id: String(this.#made), url, method: 'GET', isMainFrame: true, tabId };
    this.#take({ ...page, stage: 'sent' });
    this.#take({ ...page, stage: 'ended', status: 200, error: null });
    return this.move(tabId, path);
  }

  /** The address of the tab changes without a load. */
  move(tabId: number, path: string, isReported = true): this {
    this.#paths.set(tabId, path);
    const { newChatPaths } = BUILT_IN.get(this.site[0]);
    if (isReported)
      this.memory = withTabMoved(this.memory, { assistantId: this.site[0], tabId, path, newChatPaths }, this.now);
    return this;
  }

  /** Sends a message. `to`: where the address of the tab changes before the answer has ended. */
  send(
    tabId: number,
    status: number,
    { lengthMs = 8_000, to = [] as string[], url = this.site[1], isEndSeen = true } = {},
  ): this {
    this.now += 10 * SECOND;
    this.#made += 1;
    const tabPath = this.#paths.get(tabId);
    const message = { id: String(this.#made), url, method: 'POST', isMainFrame: false, tabId };
    this.#take({ ...message, tabPath, stage: 'sent' });
    this.now += SECOND;
    for (const path of to) this.move(tabId, path);
    this.#take({ ...message, stage: 'answered', status });
    this.now += lengthMs;
    if (isEndSeen) this.#take({ ...message, stage: 'ended', status, error: null });
    return this;
  }

  get conversations(): number {
    return new Set(this.memory.events[this.site[0]]?.flatMap(({ conversationHash }) => conversationHash ?? [])).size;
  }
  get suspicion() {
    return evaluateRequestFailures(this.memory.events[this.site[0]] ?? [], this.now);
  }
}

describe.each(SITES)('new chats of %s, whose messages go to %s, on %s', (...site) => {
  const [, , begins, conversation] = site;

  it('are an issue if messages fail with 500 in several of them', () => {
    const tabs = new Tabs(site).load(1, begins).send(1, 500).load(1, begins).send(1, 500);
    expect(tabs.suspicion).toMatchObject({ failed: 2 });
    expect(new Tabs(site).load(1, begins).send(1, 500).load(2, begins).send(2, 500).suspicion).not.toBeNull();
  });

  it('are an issue if the user opens another one from a conversation', () => {
    const tabs = new Tabs(site).load(1, conversation).send(1, 500).move(1, begins).send(1, 500);
    expect(tabs.suspicion).toMatchObject({ failed: 2 });
  });

  it('are no issue if messages fail in one of them, however often', () => {
    const tabs = new Tabs(site).load(1, begins).send(1, 500).send(1, 500).send(1, 500).send(1, 500);
    expect([tabs.suspicion, tabs.conversations]).toEqual([null, 1]);
  });

  it.each([true, false])('are one conversation with the path that they get, reported: %s', (isReported) => {
    const tabs = new Tabs(site).load(1, begins).send(1, 200, isReported ? { to: [conversation] } : {});
    tabs.move(1, conversation, isReported).send(1, 500).send(1, 500);
    expect([tabs.suspicion, tabs.conversations]).toEqual([null, 1]);
    tabs.load(2, conversation).send(2, 500);
    expect(tabs.conversations).toBe(1);
  });
});

describe('a new chat', () => {
  it('of ChatGPT is one conversation under its provisional and its own path, wherever its first message is seen', () => {
    const [provisional, own] = ['/c/WEB:0a1b', '/c/6aaf5c42'];
    const moved = new Tabs(CHATGPT).load(1, '/').send(1, 200, { ...EMPTY, to: [provisional, own] });
    const late = new Tabs(CHATGPT)
      .load(1, '/')
      .move(1, provisional)
      .send(1, 200, { ...EMPTY, to: [own] });
    for (const tabs of [moved, late]) {
      tabs.send(1, 200, EMPTY).send(1, 200, EMPTY);
      expect([tabs.suspicion, tabs.conversations]).toEqual([null, 1]);
    }
  });

  it('that failed is not the old conversation that the user goes to', () => {
    const tabs = new Tabs(CHATGPT).load(1, '/').send(1, 500).move(1, '/c/old').send(1, 500);
    expect(tabs.conversations).toBe(2);
  });

  it('is not the old conversation that the user goes to long after an answer whose end was missed', () => {
    const tabs = new Tabs(CHATGPT).load(1, '/').send(1, 500).send(1, 200, { isEndSeen: false });
    tabs.now += 600 * SECOND;
    expect(tabs.move(1, '/c/old').send(1, 500).conversations).toBe(2);
  });

  it('that was answered is not a conversation that is known', () => {
    const tabs = new Tabs(CHATGPT).load(2, '/c/old').send(2, 200).load(1, '/').send(1, 200);
    expect(tabs.move(1, '/c/old').send(1, 200).conversations).toBe(2);
  });

  it('of Grok is one conversation once its messages name it', () => {
    const site = SITES.at(-1) as Site;
    const url = 'https://grok.com/rest/app-chat/conversations/0a1b/responses';
    const tabs = new Tabs(site).load(1, '/').send(1, 200, { to: ['/c/0a1b'] });
    tabs.send(1, 500, { url }).send(1, 500, { url });
    expect([tabs.suspicion, tabs.conversations]).toEqual([null, 1]);
  });

  it('leaves no path behind, and at most 20 are kept', () => {
    const tabs = new Tabs(CHATGPT);
    for (let count = 0; count < 30; count += 1) tabs.load(1, '/').send(1, 200, { to: [`/c/${count}`] });
    expect(tabs.memory.newChats).toHaveLength(20);
    expect(JSON.stringify(tabs.memory.newChats)).not.toContain('/');
  });
});

it('every assistant whose messages do not name their conversation says where new chats begin', () => {
  const areNamed: AssistantId[] = ['claude', 'copilot', 'huggingchat'];
  for (const { id, sendPaths, chatSites, newChatPaths } of ASSISTANTS) {
    if (sendPaths.length === 0 || areNamed.includes(id)) continue;
    const begins = new URL(chatSites[0]?.url ?? '').pathname;
    const shared = newChatPaths.filter(({ isProvisional }) => !isProvisional);
    expect([id, shared.some(({ pattern }) => new RegExp(pattern).test(begins))]).toEqual([id, true]);
  }
});
