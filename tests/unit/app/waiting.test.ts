import { beforeEach, describe, expect, it } from 'vitest';
import { sendToClaude } from '@/tests/fakes/chat-requests';
import { english } from '@/tests/fakes/english';
import { createMutex } from '@/tests/fakes/fake-locks';
import { incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { laterRounds } from '@/tests/fakes/later-rounds';
import { HOUR, MINUTE, SECOND } from '@/tests/fakes/samples';
import { pressNotice } from '@/utils/app/actions';
import { answerPage, answerSite } from '@/utils/app/commands';
import { endTransfer, fillInstruction, onTransferTabLoaded } from '@/utils/app/draft-transfers';
import { runRound, startSession } from '@/utils/app/round';
import { moveDraftsToTab } from '@/utils/app/saved-drafts';
import { MAX_KEPT_CHARS, type TransferOutcome } from '@/utils/model/drafts';
import type { WaitingAction } from '@/utils/model/messages';

const CHAT = 'https://claude.ai/chat/1';
const HOME = 'https://claude.ai/new';
const PROMPT = 'Why does this loop skip items?';
const TAB = 7;
let browser: FakeBrowser;

const roundAfter = laterRounds(() => browser);

async function breakDown(): Promise<void> {
  setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
  await roundAfter(5 * MINUTE);
}

const RESOLVED = { status: 'resolved', resolved_at: '2026-05-20T12:20:00.000Z' };

async function recover(): Promise<void> {
  setPage(browser, 'claude', 'operational', { closed: [incidentOf('claude', RESOLVED)] });
  await roundAfter(2 * MINUTE);
}

beforeEach(async () => {
  browser = new FakeBrowser();
  setPage(browser, 'claude', 'operational');
  setPage(browser, 'chatgpt', 'operational');
  await runRound(browser.ports());
  await breakDown();
  browser.notices.length = 0;
});

const sender = (tabId: number, isPrivate = false) => ({ address: CHAT, tabId, isPrivate });
const keep = (draft: string) => answerSite(browser.ports(), sender(TAB), { type: 'keep-waiting', draft });
const keepInPopup = (draft: string) => {
  const origin = { tabId: TAB, isPrivate: false };
  return answerPage(browser.ports(), createMutex(), {
    type: 'keep-draft-in-front',
    assistantId: 'claude',
    draft,
    origin,
  });
};
const send = (status: number) => sendToClaude(browser, status);
const waiting = () => browser.savedTo('claude').filter(({ state }) => state === 'waiting');
const change = (does: WaitingAction, index = 0) => {
  const draft = browser.savedTo('claude')[index];
  if (draft === undefined) throw new Error('Nothing is saved');
  const { assistantId, tabId, at } = draft;
  return answerPage(browser.ports(), createMutex(), { type: 'waiting', key: { assistantId, tabId, at }, does });
};
const press = () => pressNotice(browser.ports(), browser.notices.at(-1)?.id ?? '', { kind: 'open' });
/** Loads the tab that was opened for a draft, and fills the draft in. */
async function arrive(outcome: TransferOutcome, tabId: number): Promise<string | null> {
  const ports = browser.ports();
  await onTransferTabLoaded(ports, tabId, HOME);
  const order = await fillInstruction(ports, tabId, HOME);
  if (order !== null) await endTransfer(ports, tabId, HOME, { id: order.id, outcome });
  return order?.text ?? null;
}

describe('a draft that waits', () => {
  it('is kept with a notification at recovery, and the banner says so', async () => {
    expect(await keep(PROMPT)).toBe(english('waiting_kept', 'Claude'));
    expect(waiting()).toMatchObject([{ text: PROMPT, tabId: TAB }]);
    expect(browser.status.awaited.claude).toMatchObject({ bringsForward: false });
  });

  it('is the sixth: it is refused, and no other is dropped for it', async () => {
    for (const text of ['1', '2', '3', '4', '5']) await keep(text);
    expect(await keep('6')).toBe(english('waiting_full'));
    expect(
      waiting()
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['1', '2', '3', '4', '5']);
    expect(await keep('5')).toBe(english('waiting_kept', 'Claude'));
    expect(waiting()).toHaveLength(5);
  });

  it('is refused instead of being cut if it is too long, and if it is empty', async () => {
    expect(await keep('x'.repeat(MAX_KEPT_CHARS + 1))).toBe(english('waiting_too_long'));
    expect(await keep(' \n')).toBe(english('waiting_empty'));
    expect(browser.drafts.saved).toEqual([]);
    expect(browser.status.awaited).toEqual({});
  });

  it('is never kept from a private window', async () => {
    const told = await answerSite(browser.ports(), sender(TAB, true), { type: 'keep-waiting', draft: PROMPT });
    expect(told).toBe(english('waiting_private'));
    const origin = { tabId: TAB, isPrivate: true };
    const asked = { type: 'keep-draft-in-front', assistantId: 'claude', draft: PROMPT, origin } as const;
    expect(await answerPage(browser.ports(), createMutex(), asked)).toBe('private');
    expect(browser.drafts.saved).toEqual([]);
  });

  it('is reported as not kept where the browser stores nothing', async () => {
    const ports = { ...browser.ports(), changeDrafts: () => Promise.reject(new Error('The database is refused')) };
    expect(await answerSite(ports, sender(TAB), { type: 'keep-waiting', draft: PROMPT })).toBe(
      english('waiting_failed'),
    );
    expect(browser.status.awaited).toEqual({});
  });

  it('waits for seven days although autosave is off', async () => {
    await keep(PROMPT);
    await roundAfter(6 * 24 * HOUR);
    expect(waiting()).toHaveLength(1);
    await roundAfter(25 * HOUR);
    expect(browser.drafts.saved).toEqual([]);
  });

  it('is deleted when the user discards it, and when everything is erased', async () => {
    await keep(PROMPT);
    await change('discard');
    expect(browser.drafts.saved).toEqual([]);
    await keep(PROMPT);
    await answerPage(browser.ports(), createMutex(), { type: 'erase' });
    expect(browser.drafts.saved).toEqual([]);
  });

  it('may be an autosaved one, which keeps its key and is no longer offered', async () => {
    browser.options = { ...browser.options, keepsDrafts: true };
    await answerSite(browser.ports(), sender(TAB), { type: 'autosave', text: PROMPT, isNewText: true });
    const [{ at } = { at: 0 }] = browser.savedTo('claude');
    await change('keep');
    expect(browser.savedTo('claude')).toMatchObject([{ state: 'waiting', text: PROMPT, tabId: TAB, at }]);
    expect(await answerSite(browser.ports(), sender(TAB), { type: 'restore-offer' })).toBeNull();
  });

  it('takes the place of an autosaved one with the same text', async () => {
    await keep(PROMPT);
    browser.options = { ...browser.options, keepsDrafts: true };
    browser.now += SECOND;
    await answerSite(browser.ports(), sender(TAB), { type: 'autosave', text: PROMPT, isNewText: true });
    const autosaved = browser.savedTo('claude').findIndex(({ state }) => state === 'typed');
    expect(await change('keep', autosaved)).toBe('kept');
    expect(browser.savedTo('claude')).toMatchObject([{ state: 'waiting', text: PROMPT }]);
  });

  it('is sent all the same, and a draft that was lost in its tab before is still offered', async () => {
    browser.options = { ...browser.options, keepsDrafts: true };
    const type = (text: string, isNewText = false) =>
      answerSite(browser.ports(), sender(TAB), { type: 'autosave', text, isNewText });
    await type('Lost', true);
    await type('');
    await send(529);
    browser.now += SECOND;
    await type(PROMPT, true);
    await change('keep');
    browser.now += SECOND;
    await type('');
    await send(200);
    expect(browser.savedTo('claude')).toMatchObject([
      { state: 'offered', text: 'Lost' },
      { state: 'waiting', text: PROMPT },
    ]);
  });

  it('is not changed by what is typed later, and not deleted with the autosaved drafts', async () => {
    await keep(PROMPT);
    browser.options = { ...browser.options, keepsDrafts: true };
    await answerSite(browser.ports(), sender(TAB), { type: 'autosave', text: `${PROMPT} Or not?`, isNewText: false });
    await answerPage(browser.ports(), createMutex(), { type: 'discard-kept', only: null });
    expect(browser.savedTo('claude')).toMatchObject([{ state: 'waiting', text: PROMPT }]);
  });
});

describe('the notification that an assistant is back', () => {
  it('says that a draft waits, and opens nothing by itself', async () => {
    await keep(PROMPT);
    await recover();
    expect(browser.notices.map(({ text }) => text)).toEqual([
      [english('notice_back_recovered'), english('waiting_notice_one')].join('\n'),
    ]);
    expect([browser.openedTabs, browser.broughtForward, browser.shownTabs]).toEqual([[], [], []]);
  });

  it('fills the draft into its own tab, where that is open, and deletes it once it has arrived', async () => {
    await keep(PROMPT);
    await recover();
    browser.openTabIds = [TAB];
    await press();
    expect([browser.transferTabs, browser.shownTabs, browser.openedTabs]).toEqual([[TAB], [TAB], []]);
    expect(await arrive('exact', TAB)).toBe(PROMPT);
    expect([browser.transfers, browser.drafts.saved]).toEqual([[], []]);
  });

  it('opens the popup instead of its own tab where too many drafts are on their way', async () => {
    await keep(PROMPT);
    await recover();
    browser.openTabIds = [TAB];
    browser.transfers = Array.from({ length: 10 }, (_, id) => ({
      ...{ state: 'in_transit', from: 'claude', to: 'chatgpt', text: `Draft ${id}`, id, tabId: 20 + id },
      ...{ startedAt: browser.now, originTabId: 8, isPrivate: false },
    }));
    await press();
    expect([browser.openedTabs, browser.shownTabs]).toEqual([['extension://self/popup.html'], []]);
    expect(waiting()).toHaveLength(1);
  });

  it('fills the draft into its own tab after the browser has given that tab another id', async () => {
    await keep(PROMPT);
    await moveDraftsToTab(browser.ports(), 70, TAB);
    await recover();
    browser.openTabIds = [70];
    await press();
    await moveDraftsToTab(browser.ports(), 71, 70);
    expect(await arrive('exact', 71)).toBe(PROMPT);
  });

  it('fills the draft into a new chat after a restart of the browser, although another tab has the id of its own', async () => {
    await keep(PROMPT);
    await startSession(browser.ports(), createMutex(), (_, run) => run());
    await recover();
    browser.openTabIds = [TAB];
    await press();
    expect([browser.openedTabs, browser.shownTabs, browser.transferTabs]).toEqual([[HOME], [], []]);
    expect(await arrive('exact', 1)).toBe(PROMPT);
    expect(browser.drafts.saved).toEqual([]);
  });

  it('fills the draft into a new chat otherwise', async () => {
    await keep(PROMPT);
    await recover();
    await press();
    expect(browser.openedTabs).toEqual([HOME]);
    expect(await arrive('exact', 1)).toBe(PROMPT);
    expect(browser.drafts.saved).toEqual([]);
  });

  it.each(['occupied', 'refused', 'no_composer', 'too_long', 'altered'] as const)(
    'leaves a draft waiting whose outcome is %s',
    async (outcome) => {
      await keep(PROMPT);
      await recover();
      await press();
      await arrive(outcome, 1);
      expect(waiting()).toMatchObject([{ text: PROMPT }]);
    },
  );

  it('fills in the oldest of several, one for each click', async () => {
    await keep('First');
    browser.now += SECOND;
    await keep('Second');
    await recover();
    expect(browser.notices.at(-1)?.text).toContain(english('waiting_notice_other', '2'));
    await press();
    expect(await arrive('exact', 1)).toBe('First');
    expect(waiting()).toMatchObject([{ text: 'Second' }]);
  });

  it('does nothing with a draft while a later issue lasts: it opens the popup', async () => {
    await keep(PROMPT);
    await recover();
    await breakDown();
    browser.openedTabs.length = 0;
    const { id = '' } = browser.notices[0] ?? {};
    await pressNotice(browser.ports(), id, { kind: 'open' });
    expect(browser.openedTabs).toEqual(['extension://self/popup.html']);
    expect(waiting()).toHaveLength(1);
    expect(browser.transfers).toEqual([]);
  });

  it('is shown after an issue of several days, as long as the draft waits', async () => {
    await keep(PROMPT);
    await roundAfter(5 * 24 * HOUR);
    await recover();
    expect(browser.notices.at(-1)?.text).toContain(english('waiting_notice_one'));
  });

  it('opens one tab for a double click', async () => {
    await keep(PROMPT);
    await recover();
    const worker = browser.ports();
    const id = browser.notices[0]?.id ?? '';
    await Promise.all([pressNotice(worker, id, { kind: 'open' }), pressNotice(worker, id, { kind: 'open' })]);
    expect(browser.openedTabs).toEqual([HOME]);
    expect(browser.transfers).toHaveLength(1);
  });

  it('mentions no draft if the user has discarded it', async () => {
    await keep(PROMPT);
    await change('discard');
    await recover();
    expect(browser.notices.map(({ text }) => text)).toEqual([english('notice_back_recovered')]);
  });

  it('is shown, and promises no filling in, when the browser does not say whether it may', async () => {
    await keep(PROMPT);
    setPage(browser, 'claude', 'operational', { closed: [incidentOf('claude', RESOLVED)] });
    browser.now += 2 * MINUTE;
    await runRound({ ...browser.ports(), hasAccess: () => Promise.reject(new Error('No answer in time')) });
    expect(browser.notices.map(({ text }) => text)).toEqual([
      [english('notice_back_recovered'), english('waiting_count_one')].join('\n'),
    ]);
    expect(browser.status.outbox).toEqual([]);
  });

  it('is the ordinary one if the user has switched it off, says what its click does, and the draft stays in the popup', async () => {
    await keep(PROMPT);
    const off = { type: 'await-recovery', assistantId: 'claude', awaits: null } as const;
    await answerPage(browser.ports(), createMutex(), off);
    await roundAfter(5 * MINUTE);
    expect(browser.status.awaited).toEqual({});
    await recover();
    expect(browser.notices).toHaveLength(1);
    const [{ text } = { text: '' }] = browser.notices;
    expect(text).not.toContain(english('notice_back_recovered'));
    expect(text).toContain(english('waiting_notice_one'));
    expect(waiting()).toHaveLength(1);
    await change('fill');
    expect(await arrive('exact', 1)).toBe(PROMPT);
  });
});

describe('without permission for the site, a draft that waits', () => {
  beforeEach(() => {
    browser.hasAccess = false;
  });

  it('is filled in by the address of the chat, where that takes a draft', async () => {
    await keepInPopup(PROMPT);
    await recover();
    expect(browser.notices.at(-1)?.text).toContain(english('waiting_notice_one'));
    await press();
    expect(browser.openedTabs).toEqual([`${HOME}?q=${encodeURIComponent(PROMPT)}`]);
    // Nobody sees whether it has arrived.
    expect(waiting()).toHaveLength(1);
  });

  it('is offered in the popup, and no empty chat is opened, where it is too long for that', async () => {
    await keepInPopup('x'.repeat(20_000));
    await recover();
    expect(browser.notices.at(-1)?.text).toBe(
      [english('notice_back_recovered'), english('waiting_count_one')].join('\n'),
    );
    await press();
    await change('fill');
    expect(browser.openedTabs).toEqual(['extension://self/popup.html', 'extension://self/popup.html']);
    expect(browser.transfers).toEqual([]);
    expect(waiting()).toHaveLength(1);
  });
});

describe('a draft that waits, typed in a container tab,', () => {
  const WORK = 'firefox-container-6';
  beforeEach(async () => {
    browser.containers.set(TAB, WORK);
    await keep(PROMPT);
    await recover();
  });

  it('comes back beside another tab of that container, which leads into it, and a second press opens no other', async () => {
    browser.closedTabs.add(TAB);
    browser.containers.set(20, WORK);
    await press();
    expect([browser.openedTabs, browser.origins]).toEqual([[HOME], [{ tabId: 20, isPrivate: false }]]);
    browser.containers.set(1, WORK);
    browser.closedTabs.add(20);
    browser.now += 5 * SECOND;
    await press();
    expect([browser.openedTabs, browser.shownTabs]).toEqual([[HOME], [1]]);
    expect(await arrive('exact', 1)).toBe(PROMPT);
    expect(browser.drafts.saved).toEqual([]);
  });

  it('is offered in the popup if no tab of that container is open, and gets into no other container', async () => {
    browser.closedTabs.add(TAB);
    await press();
    expect(browser.openedTabs).toEqual(['extension://self/popup.html']);
    expect([browser.transfers, waiting()]).toMatchObject([[], [{ container: WORK }]]);
  });

  it('may be an autosaved one', async () => {
    await change('discard');
    await breakDown();
    browser.options = { ...browser.options, keepsDrafts: true };
    await answerSite(browser.ports(), sender(TAB), { type: 'autosave', text: PROMPT, isNewText: true });
    await change('keep');
    expect(waiting()).toMatchObject([{ container: WORK }]);
  });

  it('may be an autosaved one whose tab is closed before the user keeps it', async () => {
    await change('discard');
    await breakDown();
    browser.options = { ...browser.options, keepsDrafts: true };
    await answerSite(browser.ports(), sender(TAB), { type: 'autosave', text: PROMPT, isNewText: true });
    browser.closedTabs.add(TAB);
    browser.containers.delete(TAB);
    await change('keep');
    expect(waiting()).toMatchObject([{ container: WORK }]);
  });
});

it('a draft that waits comes back in a new chat if its tab shows another page of a shared host by now', async () => {
  const key = { assistantId: 'copilot', tabId: TAB, at: browser.now } as const;
  browser.drafts = { ...browser.drafts, saved: [{ ...key, text: PROMPT, state: 'waiting' }] };
  // As a browser answers for https://github.com/robin/tide-table in that tab.
  const openTabs = async (patterns: readonly string[]) => (patterns.includes('https://github.com/*') ? [TAB] : []);
  const fill = { type: 'waiting', key, does: 'fill' } as const;
  await answerPage({ ...browser.ports(), openTabs }, createMutex(), fill);
  expect([browser.shownTabs, browser.transferTabs]).toEqual([[], []]);
  expect(browser.openedTabs).toEqual(['https://github.com/copilot']);
});

it('a draft that waits is offered in the popup where the browser stores no transfer', async () => {
  await keep(PROMPT);
  await recover();
  browser.areTransfersBroken = true;
  await press();
  expect(browser.openedTabs).toEqual([HOME, 'extension://self/popup.html']);
  expect(waiting()).toHaveLength(1);
});

describe('an issue that begins while a draft waits', () => {
  it('requests the notification again that an earlier recovery has used up', async () => {
    await keep(PROMPT);
    await recover();
    expect(browser.status.awaited).toEqual({});
    browser.now += HOUR;
    await breakDown();
    expect(browser.status.awaited.claude).toEqual({ since: browser.now, bringsForward: false, needsOwnSuccess: false });
    await recover();
    expect(browser.notices.at(-1)?.text).toBe(
      [english('notice_back_recovered'), english('waiting_notice_one')].join('\n'),
    );
    await press();
    expect(await arrive('exact', 1)).toBe(PROMPT);
  });

  it('requests it also if a failing message of the user is its first sign', async () => {
    await keep(PROMPT);
    await recover();
    await roundAfter(HOUR);
    for (let times = 0; times < 3; times += 1) await send(529);
    expect(browser.status.verdicts.claude?.kind).toBe('suspected');
    expect(browser.status.awaited.claude).toMatchObject({ needsOwnSuccess: true });
  });

  it('requests nothing for a draft that is gone', async () => {
    await keep(PROMPT);
    await recover();
    await change('discard');
    browser.now += HOUR;
    await breakDown();
    expect(browser.status.awaited).toEqual({});
  });

  it('requests nothing where the browser refuses the database, and is reported all the same', async () => {
    await keep(PROMPT);
    await recover();
    setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
    browser.now += HOUR;
    await runRound({ ...browser.ports(), readDrafts: () => Promise.reject(new Error('The database is refused')) });
    expect(browser.status.verdicts.claude?.kind).toBe('trouble');
  });
});

describe('with messages that can be seen, the notification about a waiting draft', () => {
  beforeEach(async () => {
    await send(529);
    await keep(PROMPT);
  });

  it('is shown once page and the first own success say that it is back', async () => {
    await recover();
    await roundAfter(MINUTE);
    expect(browser.notices).toEqual([]);
    await send(200);
    await roundAfter(MINUTE);
    expect(browser.notices).toHaveLength(1);
    await roundAfter(HOUR);
    expect(browser.notices).toHaveLength(1);
  });

  it('is not shown by an own success alone', async () => {
    await send(200);
    await roundAfter(MINUTE);
    expect(browser.notices).toEqual([]);
  });

  it('is shown without an own success after fifteen calm minutes, as nobody may have tried', async () => {
    await recover();
    await roundAfter(14 * MINUTE);
    expect(browser.notices).toEqual([]);
    await roundAfter(2 * MINUTE);
    expect(browser.notices.map(({ title }) => title)).toEqual([english('headline_maybe_back', 'Claude')]);
  });

  it('is shown again at the true recovery, after fifteen calm minutes that were none', async () => {
    await recover();
    await roundAfter(16 * MINUTE);
    expect(browser.notices.map(({ title }) => title)).toEqual([english('headline_maybe_back', 'Claude')]);
    await breakDown();
    await send(529);
    await recover();
    await send(200);
    await roundAfter(MINUTE);
    expect(browser.notices.at(-1)?.text).toBe(
      [english('notice_back_recovered'), english('waiting_notice_one')].join('\n'),
    );
  });

  it('stays away through relapses that last no longer than that, and nothing is opened', async () => {
    for (let times = 0; times < 4; times += 1) {
      await recover();
      await roundAfter(5 * MINUTE);
      await breakDown();
      await send(529);
    }
    const about = browser.notices.filter(({ text }) => text.includes(english('waiting_notice_one')));
    expect([about, browser.openedTabs, browser.broughtForward, browser.shownTabs]).toEqual([[], [], [], []]);
    expect(waiting()).toHaveLength(1);
    await recover();
    await send(200);
    await roundAfter(MINUTE);
    expect(browser.notices.at(-1)?.text).toContain(english('waiting_notice_one'));
  });
});
