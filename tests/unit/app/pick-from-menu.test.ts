import { beforeEach, describe, expect, it, vi } from 'vitest';
import { english } from '@/tests/fakes/english';
import { createMutex } from '@/tests/fakes/fake-locks';
import { incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { HOUR, MINUTE } from '@/tests/fakes/samples';
import { pickFromMenu, pressNotice, renewMenu, runCommand } from '@/utils/app/actions';
import { answerPage } from '@/utils/app/commands';
import { fillInstruction } from '@/utils/app/draft-transfers';
import { runRound, start } from '@/utils/app/round';
import type { Turn } from '@/utils/model/conversation';
import { LIMIT_PLACE } from '@/utils/model/drafts';
import type { MENU_ITEMS } from '@/utils/model/messages';

let browser: FakeBrowser;
const pick = (id: (typeof MENU_ITEMS)[number]) => pickFromMenu(browser.ports(), createMutex(), id);

beforeEach(async () => {
  browser = new FakeBrowser();
  setPage(browser, 'claude', 'operational');
  setPage(browser, 'chatgpt', 'operational');
  await runRound(browser.ports());
});

it('start creates the menu', async () => {
  await start(browser.ports());
  expect(browser.menusShown).toBe(1);
});

it('start runs a round when the menu cannot be created', async () => {
  setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
  browser.pass(10 * MINUTE);
  await start({ ...browser.ports(), showMenu: () => Promise.reject(new Error('No menu')) });
  expect(browser.status.verdicts.claude?.level).toBe('partial_outage');
});

it('start runs a round when the icon cannot be shown', async () => {
  setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
  browser.pass(10 * MINUTE);
  browser.wakesAt = null;
  const ports = { ...browser.ports(), showToolbar: () => Promise.reject(new Error('No icon')) };
  await start(ports).catch(() => null);
  expect(browser.status.verdicts.claude?.level).toBe('partial_outage');
  expect(browser.wakesAt).toBeGreaterThan(browser.now);
});

it('"Check now" reads pages that were read a moment ago', async () => {
  setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
  browser.pass(MINUTE);
  await pick('menu_check');
  expect(browser.status.verdicts.claude?.level).toBe('partial_outage');
});

it('"Snooze for an hour" snoozes all watched assistants and suppresses notifications', async () => {
  await pick('menu_snooze');
  const until = browser.now + HOUR;
  expect(browser.status.snoozes).toEqual({ claude: until, chatgpt: until });
  setPage(browser, 'claude', 'major_outage', { incidents: [incidentOf('claude')] });
  browser.pass(10 * MINUTE);
  await runRound(browser.ports());
  expect(browser.status.verdicts.claude?.level).toBe('major_outage');
  expect(browser.notices).toEqual([]);
});

it('"Snooze for an hour" leaves a snooze that lasts longer as it is', async () => {
  const untilMs = browser.now + 24 * HOUR;
  await answerPage(browser.ports(), createMutex(), { type: 'snooze', assistantId: 'claude', untilMs });
  await pick('menu_snooze');
  await pressNotice(browser.ports(), 'understudy-claude-1', { kind: 'snooze', assistantId: 'claude' });
  expect(browser.status.snoozes).toEqual({ claude: untilMs, chatgpt: browser.now + HOUR });
});

it('"History" opens the history page', async () => {
  await pick('menu_history');
  expect(browser.openedTabs).toEqual(['extension://self/history.html']);
});

it('the menu is created again after a change of the options, in case the language changed', async () => {
  const ports = browser.ports();
  const order: string[] = [];
  await renewMenu({
    ...ports,
    readOptions: async () => {
      order.push('options');
      return ports.readOptions();
    },
    showMenu: async () => void order.push('menu'),
  });
  expect(order).toEqual(['options', 'menu']);
});

describe('the command that continues in the first fallback', () => {
  const command = (name: string) => runCommand(browser.ports(), createMutex(), name);

  beforeEach(() => {
    browser.front = { tabId: 7, address: 'https://claude.ai/chat/1', isPrivate: false };
    browser.composer = { kind: 'typed', text: 'Half a prompt', hasFiles: false };
  });

  it('takes what is typed in the chat in front to the first assistant of Plan B that is up', async () => {
    await command('command_continue');
    expect(browser.openedTabs).toEqual(['https://chatgpt.com/']);
    expect(browser.drafts.transfers).toMatchObject([{ from: 'claude', to: 'chatgpt', text: 'Half a prompt' }]);
  });

  it('copies nothing, so the target says that the popup has a draft that could not be filled in', async () => {
    await command('command_continue');
    const instruction = await fillInstruction(browser.ports(), 1, 'https://chatgpt.com/');
    const length = String('Half a prompt'.length);
    expect(instruction?.said).toEqual({
      exact: english('transfer_exact', 'Claude'),
      attached: english('transfer_attached', 'Claude'),
      altered: english('put_back_altered', 'ChatGPT'),
      refused: english('put_back_refused', 'ChatGPT'),
      too_long: english('put_back_too_long', 'ChatGPT', length, LIMIT_PLACE),
      occupied: english('put_back_occupied', 'ChatGPT'),
      no_composer: english('put_back_no_composer', 'ChatGPT'),
    });
  });

  const TURNS: Turn[] = [
    { from: 'person', text: 'Why?', named: 0 },
    { from: 'assistant', text: 'Because.', named: 0 },
  ];

  it('takes the conversation along, above the draft, if the user chose so', async () => {
    browser.options = { ...browser.options, carriesConversation: true };
    browser.conversation = { kind: 'complete', turns: TURNS };
    await command('command_continue');
    expect(browser.openedTabs).toEqual(['https://chatgpt.com/']);
    const [transfer] = browser.drafts.transfers;
    expect(transfer?.conversation).toMatchObject({ taken: 2, total: 2 });
    expect(transfer?.text).toMatch(/Because\.\n\n---\n\nHalf a prompt$/);
  });

  it('takes the draft alone in a new chat, which has no conversation', async () => {
    browser.options = { ...browser.options, carriesConversation: true };
    browser.conversation = { kind: 'none', why: 'new_chat' };
    await command('command_continue');
    expect(browser.drafts.transfers).toMatchObject([{ text: 'Half a prompt' }]);
  });

  it('takes the draft alone from a chat site that the user has not allowed, and does not read its conversation', async () => {
    browser.options = { ...browser.options, carriesConversation: true };
    const readConversation = vi.fn(browser.ports().readConversation);
    const hasAccess = async (patterns: readonly string[]) => !patterns.includes('https://claude.ai/*');
    await runCommand({ ...browser.ports(), readConversation, hasAccess }, createMutex(), 'command_continue');
    expect(readConversation).not.toHaveBeenCalled();
    expect(browser.drafts.transfers).toMatchObject([{ text: 'Half a prompt' }]);
  });

  it.each([
    ['cannot be read', { kind: 'none', why: 'unreadable' }],
    [
      'is too long for the other chat',
      { kind: 'complete', turns: [{ from: 'person', text: 'x'.repeat(50_000), named: 0 }] },
    ],
  ] as const)('opens the popup if the conversation that the user wants to take %s', async (_, conversation) => {
    browser.options = { ...browser.options, carriesConversation: true };
    browser.conversation =
      conversation.kind === 'none' ? conversation : { kind: 'complete', turns: [...conversation.turns] };
    await command('command_continue');
    expect(browser.openedTabs).toEqual(['extension://self/popup.html']);
    expect(browser.drafts.transfers).toEqual([]);
  });

  it('fills the draft in where the page had loaded before its tab was noted', async () => {
    browser.openTabIds = [1];
    await command('command_continue');
    expect(browser.transferTabs).toEqual([1]);
  });

  it('opens the popup if the browser does not say which tab is in front', async () => {
    const ports = { ...browser.ports(), frontTab: () => Promise.reject(new Error('No answer in time')) };
    await runCommand(ports, createMutex(), 'command_continue');
    expect(browser.openedTabs).toEqual(['extension://self/popup.html']);
  });

  it('opens the popup where the text would have to be copied, so that it is not lost', async () => {
    browser.hasAccess = false;
    await command('command_continue');
    expect(browser.openedTabs).toEqual(['extension://self/popup.html']);
    expect(browser.drafts.transfers).toEqual([]);
  });

  it.each([
    [
      'another page is in front',
      () => (browser.front = { tabId: 7, address: 'https://example.com/', isPrivate: false }),
    ],
    ['the page in front is hidden', () => (browser.front = null)],
    [
      'there may be a draft that cannot be read',
      () => (browser.composer = { kind: 'unreadable', text: '', hasFiles: false }),
    ],
    [
      'there are files without a text, which stay behind',
      () => (browser.composer = { kind: 'empty', text: '', hasFiles: true }),
    ],
    ['no fallback is left', () => (browser.options = { ...browser.options, planB: [] })],
  ])('opens the popup if %s', async (_, arrange) => {
    arrange();
    await command('command_continue');
    expect(browser.openedTabs).toEqual(['extension://self/popup.html']);
  });

  it('is one of several: the others do what the menu does, and unknown ones do nothing', async () => {
    await command('menu_history');
    await command('of_a_later_version');
    expect(browser.openedTabs).toEqual(['extension://self/history.html']);
  });
});

it('pickFromMenu ignores an unknown entry', async () => {
  const before = browser.stored;
  await pickFromMenu(browser.ports(), createMutex(), 'menu_of_tomorrow');
  await pickFromMenu(browser.ports(), createMutex(), 3);
  expect(browser.stored).toBe(before);
  expect(browser.openedTabs).toEqual([]);
});
