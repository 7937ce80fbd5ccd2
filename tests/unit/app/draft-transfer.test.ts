import { beforeEach, describe, expect, it } from 'vitest';
import { english } from '@/tests/fakes/english';
import { createMutex } from '@/tests/fakes/fake-locks';
import { incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { MINUTE, SECOND } from '@/tests/fakes/samples';
import { answerPage, answerSite } from '@/utils/app/commands';
import { endTransfer, fillInstruction, onTransferTabLoaded, startTransfer } from '@/utils/app/draft-transfers';
import { runRound } from '@/utils/app/round';
import { LIMIT_PLACE, TRANSFER_OUTCOMES } from '@/utils/model/drafts';

const CHATGPT = 'https://chatgpt.com/';
const DRAFT = 'Three lines\n\nand a blank one';
/** The fake browser numbers its tabs from 1. */
const TAB = 1;
const ORIGIN = { tabId: 9, isPrivate: false };
const OTHER_TAB = { tabId: 8, isPrivate: false };
let browser: FakeBrowser;

beforeEach(async () => {
  browser = new FakeBrowser();
  setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
  setPage(browser, 'chatgpt', 'operational');
  await runRound(browser.ports());
});

/** Uses a new worker for each call unless a worker is passed. */
const take = (draft: string, worker = browser.ports()) =>
  answerSite(worker, { address: 'https://claude.ai/chat/1', tabId: 9 }, { type: 'continue', to: 'chatgpt', draft });

const begin = (ports = browser.ports()) => startTransfer(ports, 'chatgpt', { from: 'claude', text: DRAFT }, ORIGIN);

describe('a draft transfer', () => {
  it('gives its text only to its own tab on the target site', async () => {
    await take(DRAFT);
    expect(await fillInstruction(browser.ports(), TAB, CHATGPT)).toMatchObject({
      text: DRAFT,
      hints: ['#prompt-textarea'],
    });
    expect(await fillInstruction(browser.ports(), TAB + 1, CHATGPT)).toBeNull();
    expect(await fillInstruction(browser.ports(), TAB, 'https://claude.ai/new')).toBeNull();
    expect(await fillInstruction(browser.ports(), TAB, 'https://accounts.example.com/')).toBeNull();
  });

  it('names the path of a chat on a shared host, so that its text gets into no other page there', async () => {
    await startTransfer(browser.ports(), 'copilot', { from: 'claude', text: DRAFT }, ORIGIN);
    const tabId = browser.latestTransfer?.tabId ?? 0;
    expect(await fillInstruction(browser.ports(), tabId, 'https://github.com/copilot')).toMatchObject({
      text: DRAFT,
      path: '/copilot',
    });
  });

  it('injects the script when its tab reaches the target site, after any sign-in pages', async () => {
    await take(DRAFT);
    await onTransferTabLoaded(browser.ports(), TAB, 'https://auth.example.com/');
    await onTransferTabLoaded(browser.ports(), TAB + 1, CHATGPT);
    expect(browser.transferTabs).toEqual([]);
    await onTransferTabLoaded(browser.ports(), TAB, CHATGPT);
    expect(browser.transferTabs).toEqual([TAB]);
  });

  it.each([
    ['exact', 'banner_draft_there'],
    ['altered', 'banner_draft_there'],
    ['no_composer', 'banner_draft_kept'],
  ] as const)('tells the tab that the draft left how it ended: %s', async (outcome, key) => {
    browser.openTabIds = [ORIGIN.tabId];
    await take(DRAFT);
    const { id = 0 } = browser.latestTransfer ?? {};
    await endTransfer(browser.ports(), TAB, CHATGPT, { id, outcome });
    expect(browser.toldTabs).toContainEqual({
      tabId: ORIGIN.tabId,
      message: { type: 'draft-arrived', text: english(key, 'ChatGPT') },
    });
  });

  it('names the target to no other site that is open by then in the tab that the draft left', async () => {
    await take(DRAFT);
    const { id = 0 } = browser.latestTransfer ?? {};
    await endTransfer(browser.ports(), TAB, CHATGPT, { id, outcome: 'exact' });
    expect(browser.toldTabs).toEqual([]);
  });

  it('expires after ten minutes', async () => {
    await take(DRAFT);
    browser.now += 10 * MINUTE + SECOND;
    expect(await fillInstruction(browser.ports(), TAB, CHATGPT)).toBeNull();
    expect(browser.latestTransfer).toBeNull();
  });

  it('is deleted by the first round after it expired', async () => {
    await take(DRAFT);
    await runRound(browser.ports());
    expect(browser.latestTransfer).toMatchObject({ text: DRAFT });
    browser.now += 10 * MINUTE + SECOND;
    await runRound(browser.ports());
    expect(browser.latestTransfer).toBeNull();
  });

  it('is deleted when the user discards it', async () => {
    await take(DRAFT);
    await answerPage(browser.ports(), createMutex(), {
      type: 'discard-transfer',
      id: browser.latestTransfer?.id ?? 0,
    });
    expect(browser.latestTransfer).toBeNull();
  });

  it.each(TRANSFER_OUTCOMES)(
    'with the outcome "%s" is deleted on success, otherwise kept without filling again',
    async (outcome) => {
      await take(DRAFT);
      await endTransfer(browser.ports(), TAB, CHATGPT, { id: browser.latestTransfer?.id ?? 0, outcome });
      const hasArrived = outcome === 'exact' || outcome === 'attached';
      expect(browser.latestTransfer?.text ?? null).toBe(hasArrived ? null : DRAFT);
      expect(await fillInstruction(browser.ports(), TAB, CHATGPT)).toBeNull();
    },
  );

  it('has a message for every outcome', async () => {
    await take(DRAFT);
    const order = await fillInstruction(browser.ports(), TAB, CHATGPT);
    for (const outcome of TRANSFER_OUTCOMES)
      expect(order?.said[outcome]).toBe(english(`transfer_${outcome}`, 'Claude', String(DRAFT.length), LIMIT_PLACE));
  });
});

it('a draft transfer to a shared host fills only the chat itself, not a sign-in page', async () => {
  await startTransfer(browser.ports(), 'copilot', { from: 'claude', text: DRAFT }, null);
  for (const address of ['https://github.com/login', 'https://github.com/someone/something/issues/new']) {
    await onTransferTabLoaded(browser.ports(), TAB, address);
    expect(await fillInstruction(browser.ports(), TAB, address)).toBeNull();
  }
  expect(browser.transferTabs).toEqual([]);
  await onTransferTabLoaded(browser.ports(), TAB, 'https://github.com/copilot');
  expect(browser.transferTabs).toEqual([TAB]);
});

it('startTransfer keeps the draft when the tab cannot be opened', async () => {
  const ports = { ...browser.ports(), openTab: () => Promise.reject(new Error('No tabs today')) };
  await expect(startTransfer(ports, 'chatgpt', { from: 'claude', text: DRAFT }, null)).rejects.toThrow();
  expect(browser.latestTransfer).toMatchObject({ text: DRAFT, tabId: null });
});

it('continuing without a draft opens the target and stores no transfer', async () => {
  await take('');
  expect(browser.openedTabs).toEqual([CHATGPT]);
  expect(browser.latestTransfer).toBeNull();
});

it('a draft transfer without host access opens the target and keeps the draft without filling', async () => {
  await take(DRAFT);
  browser.transfers = [];
  browser.hasAccess = false;
  await startTransfer(browser.ports(), 'chatgpt', { from: 'claude', text: DRAFT }, null);
  expect(browser.openedTabs.at(-1)).toBe(CHATGPT);
  expect(browser.latestTransfer).toMatchObject({ text: DRAFT, tabId: null });
});

describe('several transfers at once', () => {
  const order = (tabId: number) => fillInstruction(browser.ports(), tabId, CHATGPT);

  it('give each opened tab its own draft', async () => {
    await take('First');
    browser.now += 30 * SECOND;
    await take('Second');
    expect(browser.openedTabs).toEqual([CHATGPT, CHATGPT]);
    expect([(await order(1))?.text, (await order(2))?.text]).toEqual(['First', 'Second']);
  });

  it('end separately', async () => {
    await take('First');
    await take('Second');
    const id = (await order(2))?.id ?? 0;
    await endTransfer(browser.ports(), 2, CHATGPT, { id, outcome: 'exact' });
    expect((await order(1))?.text).toBe('First');
    expect(await order(2)).toBeNull();
  });

  it('ignore an outcome from a tab that has another transfer', async () => {
    await take('First');
    await take('Second');
    await endTransfer(browser.ports(), 1, CHATGPT, { id: (await order(2))?.id ?? 0, outcome: 'exact' });
    expect([(await order(1))?.text, (await order(2))?.text]).toEqual(['First', 'Second']);
  });

  it('are all kept when they start at the same moment', async () => {
    const worker = browser.ports();
    await Promise.all(['First', 'Second', 'Third'].map((draft) => take(draft, worker)));
    expect(browser.transfers.map(({ text, tabId }) => [text, tabId])).toEqual([
      ['First', 1],
      ['Second', 2],
      ['Third', 3],
    ]);
  });

  it('are discarded one by one', async () => {
    await take('First');
    await take('Second');
    const [first] = browser.transfers;
    await answerPage(browser.ports(), createMutex(), { type: 'discard-transfer', id: first?.id ?? 0 });
    expect(browser.transfers.map(({ text }) => text)).toEqual(['Second']);
  });
});

describe('a second click within a second', () => {
  it.each(['Hello', ''])('opens nothing for the draft "%s"', async (draft) => {
    const worker = browser.ports();
    await Promise.all([take(draft, worker), take(draft, worker)]);
    browser.now += 900;
    await take(draft);
    expect(browser.openedTabs).toEqual([CHATGPT]);
  });

  it('opens nothing after the worker restarted in between', async () => {
    await take('Hello');
    browser.transfers = JSON.parse(JSON.stringify(browser.transfers));
    await take('Hello');
    expect(browser.openedTabs).toEqual([CHATGPT]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['another draft', () => take('Other')],
    ['another target', () => startTransfer(browser.ports(), 'gemini', { from: 'claude', text: 'Hello' }, ORIGIN)],
    ['another tab', () => startTransfer(browser.ports(), 'chatgpt', { from: 'claude', text: 'Hello' }, OTHER_TAB)],
  ])('opens a tab for %s', async (_, press) => {
    await take('Hello');
    await press();
    expect(browser.openedTabs).toHaveLength(2);
  });

  it('counts as a new click after a second, if there is no draft', async () => {
    await take('');
    browser.now += 1_001;
    await take('');
    expect(browser.openedTabs).toEqual([CHATGPT, CHATGPT]);
  });

  it('opens the popup only once for a local model', async () => {
    browser.options = { ...browser.options, localModels: ['ollama'] };
    const sender = { address: 'https://claude.ai/chat/1', tabId: 9 };
    const worker = browser.ports();
    const press = () => answerSite(worker, sender, { type: 'continue', to: 'local:ollama', draft: 'Hello' });
    await Promise.all([press(), press()]);
    expect(browser.openedTabs).toEqual(['extension://self/popup.html']);
  });

  it('starts one fallback test', async () => {
    const worker = browser.ports();
    const press = () => answerPage(worker, createMutex(), { type: 'test-fallback', to: 'chatgpt' });
    await Promise.all([press(), press()]);
    expect(browser.openedTabs).toEqual([CHATGPT]);
  });
});

describe('a later click for a draft that is still on its way', () => {
  const again = (after = 2 * SECOND) => {
    browser.now += after;
    return begin();
  };

  it.each([true, false])(
    'shows the tab that was opened instead of opening another (site allowed: %s)',
    async (hasAccess) => {
      browser.hasAccess = hasAccess;
      const way = await begin();
      expect(await again()).toBe(way);
      expect([browser.openedTabs, browser.shownTabs]).toEqual([[CHATGPT], [TAB]]);
      expect(browser.transfers).toHaveLength(1);
    },
  );

  it('fills it in again where that did not work', async () => {
    await begin();
    browser.openTabIds = [TAB];
    const order = await fillInstruction(browser.ports(), TAB, CHATGPT);
    await endTransfer(browser.ports(), TAB, CHATGPT, { id: order?.id ?? 0, outcome: 'no_composer' });
    await again();
    expect([browser.openedTabs, browser.transferTabs]).toEqual([[CHATGPT], [TAB]]);
    expect((await fillInstruction(browser.ports(), TAB, CHATGPT))?.text).toBe(DRAFT);
  });

  it('opens a new tab for the same transfer if the user has closed the first', async () => {
    await begin();
    browser.closedTabs.add(TAB);
    await again();
    expect(browser.openedTabs).toEqual([CHATGPT, CHATGPT]);
    expect(browser.transfers).toMatchObject([{ text: DRAFT, tabId: 2, openedIn: 2 }]);
  });

  it('opens one new tab if it is a double click', async () => {
    await begin();
    browser.closedTabs.add(TAB);
    browser.now += 20 * SECOND;
    const worker = browser.ports();
    const ways = await Promise.all([begin(worker), begin(worker)]);
    expect(ways).toEqual(['fill', null]);
    expect(browser.openedTabs).toEqual([CHATGPT, CHATGPT]);
    expect(browser.transfers).toMatchObject([{ text: DRAFT, tabId: 2, openedIn: 2 }]);
  });

  it('shows a tab that is at the sign-in of the target', async () => {
    await begin();
    await again();
    expect([browser.openedTabs, browser.shownTabs]).toEqual([[CHATGPT], [TAB]]);
  });

  it('shows a tab that still shows the target', async () => {
    await begin();
    await fillInstruction(browser.ports(), TAB, CHATGPT);
    browser.openTabIds = [TAB];
    browser.tabPaths.set(TAB, '/');
    await again();
    expect([browser.openedTabs, browser.shownTabs]).toEqual([[CHATGPT], [TAB]]);
  });

  it.each([
    ['another allowed site', () => void browser.tabPaths.set(TAB, '/elsewhere')],
    ['another site after the target', () => fillInstruction(browser.ports(), TAB, CHATGPT)],
    [
      'another allowed site, with a target that is not allowed',
      () => {
        browser.hasAccess = false;
        browser.tabPaths.set(TAB, '/elsewhere');
      },
    ],
  ])('opens a new tab for the same transfer if the first shows %s', async (_, move) => {
    await begin();
    await move();
    await again();
    expect([browser.openedTabs, browser.shownTabs]).toEqual([[CHATGPT, CHATGPT], []]);
    expect(browser.transfers).toMatchObject([{ text: DRAFT, openedIn: 2 }]);
  });

  it('opens a new tab if the worker died before the first was open, but not while it is being opened', async () => {
    await begin();
    browser.transfers = browser.transfers.map(({ openedIn: _, ...one }) => ({ ...one, tabId: null }));
    expect(await again(4 * SECOND)).toBeNull();
    expect(await again()).toBe('fill');
    expect(browser.openedTabs).toEqual([CHATGPT, CHATGPT]);
    expect(browser.transfers).toHaveLength(1);
  });

  it('opens a new tab for files that were added since then', async () => {
    await begin();
    browser.now += 2 * SECOND;
    const withFiles = { from: 'claude', text: DRAFT, hasFiles: true } as const;
    await startTransfer(browser.ports(), 'chatgpt', withFiles, ORIGIN);
    await again();
    expect(browser.openedTabs).toEqual([CHATGPT, CHATGPT]);
    expect(browser.heldFiles).toHaveLength(1);
  });

  it('opens a new tab once the draft has arrived', async () => {
    await begin();
    const order = await fillInstruction(browser.ports(), TAB, CHATGPT);
    await endTransfer(browser.ports(), TAB, CHATGPT, { id: order?.id ?? 0, outcome: 'exact' });
    await again();
    expect(browser.openedTabs).toEqual([CHATGPT, CHATGPT]);
  });
});

it('a draft that no tab will be given is not said to be filled in', async () => {
  expect(await begin()).toBe('fill');
  browser.transfers = [];
  expect(await begin({ ...browser.ports(), openTab: async () => null })).toBe('paste');
  browser.transfers = [];
  browser.areTransfersBroken = true;
  expect(await begin()).toBe('paste');
});

describe('a failing transfer store', () => {
  it('does not prevent the tab from opening', async () => {
    browser.areTransfersBroken = true;
    await take(DRAFT);
    expect(browser.openedTabs).toEqual([CHATGPT]);
  });
});

describe('a transfer from a private window', () => {
  const takePrivately = () =>
    answerSite(
      browser.ports(),
      { address: 'https://claude.ai/chat/1', tabId: 9, isPrivate: true },
      { type: 'continue', to: 'chatgpt', draft: 'Secret' },
    );

  it('opens next to its own tab and is marked as private', async () => {
    await takePrivately();
    expect(browser.origins).toEqual([{ tabId: 9, isPrivate: true }]);
    expect(browser.latestTransfer).toMatchObject({ text: 'Secret', isPrivate: true });
    expect((await fillInstruction(browser.ports(), TAB, CHATGPT))?.text).toBe('Secret');
  });

  it('does not block a fallback test', async () => {
    await takePrivately();
    expect(await answerPage(browser.ports(), createMutex(), { type: 'test-fallback', to: 'gemini' })).toBe(true);
  });
});

it.each([
  [true, english('transfer_files_stay', 'Claude')],
  [false, null],
])('fillInstruction says that files stay only where there are some: %s', async (hasFiles, filesStay) => {
  await startTransfer(browser.ports(), 'chatgpt', { from: 'claude', text: DRAFT, hasFiles }, null);
  expect(await fillInstruction(browser.ports(), TAB, CHATGPT)).toMatchObject({ filesStay });
});

it('startTransfer puts a lone surrogate into the prefill address', async () => {
  browser.hasAccess = false;
  await startTransfer(browser.ports(), 'claude', { from: 'chatgpt', text: 'Hello \ud83c' }, null);
  expect(browser.openedTabs).toEqual(['https://claude.ai/new?q=Hello%20%EF%BF%BD']);
});
