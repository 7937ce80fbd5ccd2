import { beforeEach, describe, expect, it } from 'vitest';
import { english } from '@/tests/fakes/english';
import { incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { answerSite } from '@/utils/app/commands';
import { endTransfer, fillInstruction } from '@/utils/app/draft-transfers';
import { runRound } from '@/utils/app/round';
import type { Turn } from '@/utils/model/conversation';
import type { SiteMessage } from '@/utils/model/messages';

const SENDER = { address: 'https://claude.ai/chat/1', tabId: 9 };
const CHATGPT = 'https://chatgpt.com/';
/** The fake browser numbers its tabs from 1. */
const TAB = 1;
const turnsOf = (count: number, length: number): Turn[] =>
  Array.from({ length: count }, (_, index) => ({
    from: index % 2 === 0 ? ('person' as const) : ('assistant' as const),
    text: 'x'.repeat(length),
    named: 0,
  }));
let browser: FakeBrowser;

beforeEach(async () => {
  browser = new FakeBrowser();
  setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
  setPage(browser, 'chatgpt', 'operational');
  await runRound(browser.ports());
});

const ask = <M extends SiteMessage>(message: M) => answerSite(browser.ports(), SENDER, message);

async function offer(draft = 'My draft') {
  const reply = await ask({ type: 'conversation', to: 'chatgpt', draft });
  if (reply === null || typeof reply !== 'object' || !('kind' in reply)) throw new Error('no offer');
  return reply;
}

describe('a conversation that the banner asks for', () => {
  it('is text for a granted fallback, without a file', async () => {
    browser.conversation = { kind: 'complete', turns: turnsOf(26, 100) };
    expect(await offer()).toMatchObject({
      kind: 'read',
      text: expect.stringMatching(/^Conversation from Claude, 26 of 26 messages:[\s\S]+My draft$/),
      file: null,
    });
  });

  it('is cut for what the fallback accepts', async () => {
    browser.conversation = { kind: 'complete', turns: turnsOf(26, 2_400) };
    expect(await offer()).toMatchObject({ kind: 'read', extent: { taken: 14, read: 26, total: 26 }, file: null });
  });

  it('comes with a file of everything where it can’t be filled in', async () => {
    browser.conversation = { kind: 'complete', turns: turnsOf(26, 2_400) };
    browser.hasAccess = true;
    const ports = {
      ...browser.ports(),
      hasAccess: async (patterns: readonly string[]) => !patterns.join().includes('chatgpt'),
    };
    const reply = await answerSite(ports, SENDER, { type: 'conversation', to: 'chatgpt', draft: '' });
    expect(reply).toMatchObject({
      kind: 'read',
      file: { name: expect.stringMatching(/^conversation-claude-.*\.md$/), text: expect.stringContaining('26 of 26') },
    });
  });

  it('is not saved as a file from a private window', async () => {
    browser.conversation = { kind: 'complete', turns: turnsOf(2, 10) };
    const ports = {
      ...browser.ports(),
      hasAccess: async (patterns: readonly string[]) => !patterns.join().includes('chatgpt'),
    };
    const sender = { ...SENDER, isPrivate: true };
    const reply = await answerSite(ports, sender, { type: 'conversation', to: 'chatgpt', draft: '' });
    expect(reply).toMatchObject({ kind: 'read', file: null });
    if (reply === null || typeof reply !== 'object' || !('extent' in reply)) throw new Error('nothing was read');
    const { text, extent } = reply;
    const said = await answerSite(ports, sender, {
      type: 'continue',
      to: 'chatgpt',
      draft: text,
      conversation: extent,
    });
    expect(said).toEqual({
      copied: expect.not.stringContaining(english('banner_conversation_file')),
      notCopied: expect.not.stringContaining(english('banner_conversation_file')),
    });
  });

  it('says why there is none, and opens nothing', async () => {
    browser.conversation = { kind: 'none', why: 'nothing_found' };
    const said = `${english('conversation_nothing_found')} ${english('conversation_go_without')}`;
    expect(await offer()).toEqual({ kind: 'none', said });
    expect(browser.openedTabs).toEqual([]);
  });

  it('is not missed in a new chat', async () => {
    browser.conversation = { kind: 'none', why: 'new_chat' };
    expect(await offer()).toEqual({ kind: 'new_chat' });
  });
});

describe('a transfer with a conversation', () => {
  const start = async (hasFiles = false) => {
    browser.conversation = { kind: 'complete', turns: turnsOf(26, 2_400) };
    const reply = await offer();
    if (reply.kind !== 'read' || !('extent' in reply)) throw new Error('nothing was read');
    const { text, extent } = reply;
    return ask({ type: 'continue', to: 'chatgpt', draft: text, hasFiles, conversation: extent });
  };

  it('tells the banner how much goes along', async () => {
    expect(await start()).toMatchObject({
      copied: expect.stringContaining('the last 14 of 26 messages. The rest is too long for ChatGPT.'),
    });
  });

  it('names no file where it is filled in, also if it then has to be pasted', async () => {
    browser.areTransfersBroken = true;
    const reply = await start();
    expect(reply).toMatchObject({ copied: expect.stringContaining(english('banner_conversation_copied', 'ChatGPT')) });
    expect(JSON.stringify(reply)).not.toContain(english('banner_conversation_file'));
  });

  it('tells the banner that attached files may come along', async () => {
    const files = english('transfer_files_may_come', 'ChatGPT');
    expect(await start(true)).toMatchObject({ copied: expect.stringContaining(files) });
    expect(await start(false)).not.toMatchObject({ copied: expect.stringContaining(files) });
  });

  it('says in the target how much arrived, and that files stayed behind', async () => {
    await start(true);
    const order = await fillInstruction(browser.ports(), TAB, CHATGPT);
    expect(order?.said.exact).toBe(english('conversation_exact', 'Claude'));
    expect(order?.filesStay).toBe(english('transfer_files_stay', 'Claude'));
    expect(order?.amount).toBe(
      [
        english('conversation_included', english('amount_last_other', '26', '14')),
        english('amount_room', 'ChatGPT'),
      ].join(' '),
    );
  });

  it('tells the tab that it left that it arrived, and is deleted then', async () => {
    browser.openTabIds = [SENDER.tabId];
    await start();
    const { id = 0 } = browser.latestTransfer ?? {};
    await endTransfer(browser.ports(), TAB, CHATGPT, { id, outcome: 'exact' });
    expect(browser.toldTabs).toContainEqual({
      tabId: SENDER.tabId,
      message: { type: 'draft-arrived', text: english('banner_conversation_there', 'ChatGPT') },
    });
    expect(browser.latestTransfer).toBeNull();
  });

  it('never becomes part of an address', async () => {
    browser.conversation = { kind: 'complete', turns: turnsOf(2, 10) };
    setPage(browser, 'copilot', 'operational');
    const ports = {
      ...browser.ports(),
      hasAccess: async (patterns: readonly string[]) => !patterns.join().includes('github'),
    };
    const reply = await answerSite(ports, SENDER, { type: 'conversation', to: 'copilot', draft: '' });
    if (reply === null || typeof reply !== 'object' || !('extent' in reply)) throw new Error('nothing was read');
    const { text, extent } = reply;
    await answerSite(ports, SENDER, { type: 'continue', to: 'copilot', draft: text, conversation: extent });
    expect(browser.openedTabs.at(-1)).toBe('https://github.com/copilot');
  });
});

it('the banner’s choice is remembered', async () => {
  await ask({ type: 'carry-conversation', isOn: true });
  expect(browser.options.carriesConversation).toBe(true);
  await ask({ type: 'carry-conversation', isOn: false });
  expect(browser.options.carriesConversation).toBe(false);
});
