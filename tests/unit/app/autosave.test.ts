import { beforeEach, describe, expect, it } from 'vitest';
import { WITH_CHAT } from '@/tests/fakes/chat-of';
import { CLAUDE_SEND_URL, sendToClaude } from '@/tests/fakes/chat-requests';
import { english } from '@/tests/fakes/english';
import { createMutex } from '@/tests/fakes/fake-locks';
import { incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { HOUR, MINUTE, SECOND } from '@/tests/fakes/samples';
import { answerPage, answerSite } from '@/utils/app/commands';
import { onWebRequestEvent } from '@/utils/app/evidence';
import { runRound } from '@/utils/app/round';
import { MAX_KEPT_CHARS, type RestoreOffer } from '@/utils/model/drafts';
import type { SiteMessage } from '@/utils/model/messages';

const CLAUDE = 'https://claude.ai/chat/1';
let browser: FakeBrowser;

beforeEach(async () => {
  browser = new FakeBrowser();
  browser.options = { ...browser.options, keepsDrafts: true };
  setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
  setPage(browser, 'chatgpt', 'operational');
  browser.openTabIds = [7];
  await runRound(browser.ports());
});

const ask = (message: SiteMessage, tabId = 7) => answerSite(browser.ports(), { address: CLAUDE, tabId }, message);
const keep = (text: string, isNewText = false) => ask({ type: 'autosave', text, isNewText });

/** What is offered in a tab. */
async function offerIn(tabId: number): Promise<string> {
  const offer = (await ask({ type: 'restore-offer' }, tabId)) as RestoreOffer | null;
  if (offer === null) throw new Error('Nothing is offered');
  return offer.key;
}
/** Presses "Restore" and "Discard" on it. */
const putBack = async (tabId = 7) => ask({ type: 'restore-draft', key: await offerIn(tabId) }, tabId);
const discard = async (tabId = 7) => ask({ type: 'discard-draft', key: await offerIn(tabId) }, tabId);

const send = (status: number) => sendToClaude(browser, status);

describe('autosave during an outage', () => {
  it('saves the typed text and offers it without revealing it', async () => {
    expect(await ask({ type: 'autosave-config' })).toEqual({
      hints: ['div.ProseMirror[contenteditable="true"]'],
      path: '/',
    });
    expect(await keep('Half a thought')).toBe(true);
    expect(await ask({ type: 'restore-offer' })).toEqual({
      key: expect.any(String),
      text: english('kept_offer', '12:00'),
      putBack: english('kept_put_back'),
      discard: 'Discard',
    });
  });

  it('goes on when the draft that was lost cannot be offered', async () => {
    await keep('Half a thought');
    await send(529);
    const ports = { ...browser.ports(), tellTab: () => Promise.reject(new Error('No answer in time')) };
    const cleared = { type: 'autosave', text: '', isNewText: false } as const;
    expect(await answerSite(ports, { address: CLAUDE, tabId: 7 }, cleared)).toBe(true);
    expect(browser.savedTo('claude')).toMatchObject([{ text: 'Half a thought', state: 'cleared' }]);
  });

  it('offers a draft of a container tab in no other container', async () => {
    browser.containers.set(7, 'firefox-container-6');
    browser.containers.set(9, 'firefox-container-6');
    await keep('Half a thought');
    // The message failed, and the tab was closed.
    await keep('');
    await send(529);
    browser.openTabIds = [8, 9];
    expect(await ask({ type: 'restore-offer' }, 8)).toBeNull();
    expect(await ask({ type: 'restore-offer' }, 9)).not.toBeNull();
  });

  it('injects its script only into tabs of the affected assistant', () => {
    expect(browser.banners.map(({ id, keepsDrafts }) => [id, keepsDrafts])).toEqual([
      ['claude', true],
      ...WITH_CHAT.slice(1).map(({ id }) => [id, false]),
    ]);
  });

  it('restores a draft through a transfer and deletes it afterwards', async () => {
    await keep('Half a thought');
    await putBack();
    expect(browser.transferTabs).toEqual([7]);
    expect(await ask({ type: 'fill-instruction' })).toMatchObject({
      text: 'Half a thought',
      said: { exact: english('put_back_exact', 'Claude') },
    });
    await ask({ type: 'transfer-outcome', id: browser.latestTransfer?.id ?? 0, outcome: 'exact' });
    expect([browser.latestTransfer, browser.savedTo('claude')]).toEqual([null, []]);
  });

  it('keeps a draft that is saved again after it was restored', async () => {
    await keep('Half a thought');
    await putBack();
    browser.now += SECOND;
    await keep('Half a thought', true);
    await ask({ type: 'transfer-outcome', id: browser.latestTransfer?.id ?? 0, outcome: 'exact' });
    expect(browser.savedTo('claude')).toMatchObject([{ text: 'Half a thought', at: browser.now }]);
  });

  it('deletes a draft of a closed tab after it was restored in another tab', async () => {
    await ask({ type: 'autosave', text: 'Half a thought', isNewText: true }, 5);
    await putBack();
    browser.now += SECOND;
    await keep('Half a thought', true);
    await ask({ type: 'transfer-outcome', id: browser.latestTransfer?.id ?? 0, outcome: 'exact' });
    expect(browser.savedTo('claude')).toMatchObject([{ tabId: 7 }]);
  });

  it('offers a draft lost by a reload after a newer draft was discarded', async () => {
    await keep('Half a thought');
    browser.now += SECOND;
    await keep('Hello', true);
    await discard();
    expect(browser.savedTo('claude')).toMatchObject([{ text: 'Half a thought' }]);
    expect(browser.toldTabs.at(-1)?.message).toMatchObject({ offer: { putBack: english('kept_put_back') } });
  });

  it('keeps a draft that could not be restored', async () => {
    await keep('Half a thought');
    await putBack();
    await ask({ type: 'fill-instruction' });
    await ask({ type: 'transfer-outcome', id: browser.latestTransfer?.id ?? 0, outcome: 'occupied' });
    expect(browser.savedTo('claude')).toHaveLength(1);
  });

  it('is restored into a tab after the draft that is on its way there, and is kept if that one arrives', async () => {
    await keep('Half a thought');
    const transfers = { from: 'chatgpt', to: 'claude', text: 'On its way', tabId: 7 } as const;
    browser.transfers = [
      { ...transfers, state: 'in_transit', id: 1, startedAt: browser.now, originTabId: 3, isPrivate: false },
    ];
    await putBack();
    expect(await ask({ type: 'fill-instruction' })).toMatchObject({ id: 1, text: 'On its way' });
    await ask({ type: 'transfer-outcome', id: 1, outcome: 'exact' });
    expect(await ask({ type: 'fill-instruction' })).toMatchObject({ text: 'Half a thought' });
    await ask({ type: 'transfer-outcome', id: browser.latestTransfer?.id ?? 0, outcome: 'occupied' });
    expect(browser.savedTo('claude')).toMatchObject([{ text: 'Half a thought' }]);
  });

  it('is offered again instead of pushing out a draft that is on its way', async () => {
    await keep('Half a thought');
    browser.transfers = Array.from({ length: 10 }, (_, id) => ({
      ...{ state: 'in_transit', from: 'claude', to: 'chatgpt', text: `Draft ${id}`, id, tabId: 20 + id },
      ...{ startedAt: browser.now, originTabId: 7, isPrivate: false },
    }));
    await putBack();
    expect(browser.transfers.map(({ text }) => text)).toContain('Draft 0');
    expect(browser.toldTabs.at(-1)).toMatchObject({
      tabId: 7,
      message: { offer: { putBack: english('kept_put_back') } },
    });
  });

  it('deletes a discarded draft', async () => {
    await keep('Half a thought');
    await discard();
    expect(await ask({ type: 'restore-offer' })).toBeNull();
  });

  it.each([
    ['before', [() => keep(''), () => send(529)]],
    ['after', [() => send(529), () => keep('')]],
  ])('offers a draft in its tab when the composer was cleared right %s a message failed', async (_, steps) => {
    await keep('Half a thought');
    for (const step of steps) await step();
    expect(browser.toldTabs).toMatchObject([
      { tabId: 7, message: { type: 'offer-draft', offer: { putBack: english('kept_put_back') } } },
    ]);
  });

  it.each([
    ['before', [() => keep(''), () => send(200)]],
    ['after', [() => send(200), () => keep('')]],
  ])('deletes a draft when the composer was cleared right %s a message succeeded', async (_, steps) => {
    await keep('Half a thought');
    for (const step of steps) await step();
    expect(await ask({ type: 'restore-offer' })).toBeNull();
    expect(browser.savedTo('claude')).toEqual([]);
  });

  it('offers a draft whose message fails while the next one is typed, also after that one has gone through', async () => {
    await keep('First', true);
    browser.now += SECOND;
    await keep('');
    const first = await offerIn(7);
    browser.now += SECOND;
    await keep('S', true);
    browser.now += 20 * SECOND;
    await send(529);
    const offer = { tabId: 7, message: { type: 'offer-draft', offer: { key: first } } };
    expect(browser.toldTabs).toMatchObject([offer]);
    browser.now += SECOND;
    await keep('Second');
    await keep('');
    await send(200);
    expect(browser.savedTo('claude')).toMatchObject([{ text: 'First', state: 'offered' }]);
    expect(await offerIn(7)).toBe(first);
  });

  it('a message that fails is offered although the one before it goes through in the same moment', async () => {
    const ports = browser.ports();
    const request = (id: string) =>
      ({ id, url: CLAUDE_SEND_URL, method: 'POST', isMainFrame: false, tabId: 7 }) as const;
    const at = (
      id: string,
      stage: { stage: 'answered'; status: number } | { stage: 'ended'; status: number; error: null },
    ) => {
      browser.now += SECOND;
      return onWebRequestEvent(ports, createMutex(), { ...request(id), ...stage });
    };
    const sending = async (id: string) => {
      browser.now += SECOND;
      // Ends only when a response is overdue.
      void onWebRequestEvent(ports, createMutex(), { ...request(id), stage: 'sent' });
      await expect.poll(() => browser.evidence.inFlight.some((one) => one.id === id)).toBe(true);
    };
    await keep('One', true);
    await sending('1');
    await keep('');
    await at('1', { stage: 'answered', status: 200 });
    await keep('Two', true);
    await sending('2');
    await at('1', { stage: 'ended', status: 200, error: null });
    await keep('');
    await at('2', { stage: 'ended', status: 529, error: null });
    expect(browser.savedTo('claude')).toMatchObject([{ text: 'Two' }]);
    expect(browser.toldTabs.at(-1)?.message).toMatchObject({ offer: { putBack: english('kept_put_back') } });
  });

  it('offers a lost draft to no other site that is open by then in its tab', async () => {
    await keep('Half a thought');
    await keep('');
    browser.openTabIds = [];
    await send(529);
    expect(browser.toldTabs).toEqual([]);
  });

  it('offers nothing in a console, where no draft is filled in', async () => {
    browser.options = { ...browser.options, parts: { claude: ['k8w3r06qmzrp'] } };
    await ask({ type: 'autosave', text: 'Half a thought', isNewText: true }, 5);
    const offerAt = (address: string) => answerSite(browser.ports(), { address, tabId: 7 }, { type: 'restore-offer' });
    expect(await offerAt(CLAUDE)).not.toBeNull();
    expect(await offerAt('https://platform.claude.com/workbench')).toBeNull();
  });

  it('offers nothing on the site of another assistant', async () => {
    await keep('Half a thought');
    const other = { address: 'https://chatgpt.com/', tabId: 7 };
    expect(await answerSite(browser.ports(), other, { type: 'restore-offer' })).toBeNull();
    expect(await answerSite(browser.ports(), other, { type: 'autosave', text: 'x', isNewText: true })).toBe(false);
  });
});

describe('a press on an offer, when a newer draft could be offered by now,', () => {
  let offered: string;
  const drafts = () => browser.savedTo('claude').map(({ text }) => text);

  beforeEach(async () => {
    await ask({ type: 'autosave', text: 'Older', isNewText: true }, 5);
    offered = await offerIn(7);
    browser.now += 18 * MINUTE;
    // Typed in a tab that the user then closes.
    await ask({ type: 'autosave', text: 'Newer', isNewText: true }, 6);
  });

  it('discards the draft that was offered, and offers the newer one', async () => {
    const newer = await offerIn(7);
    await ask({ type: 'discard-draft', key: offered });
    expect(drafts()).toEqual(['Newer']);
    expect(browser.toldTabs).toMatchObject([{ tabId: 7, message: { offer: { key: newer } } }]);
  });

  it('restores the draft that was offered', async () => {
    await ask({ type: 'restore-draft', key: offered });
    expect(browser.transfers.map(({ text }) => text)).toEqual(['Older']);
  });

  it.each(['restore-draft', 'discard-draft'] as const)('does nothing (%s) if the offered one is gone', async (type) => {
    await ask({ type: 'discard-draft', key: offered });
    await ask({ type, key: offered });
    expect([drafts(), browser.transfers]).toEqual([['Newer'], []]);
    expect(browser.toldTabs.at(-1)).toMatchObject({ tabId: 7, message: { offer: { key: await offerIn(7) } } });
  });

  it('takes no draft out of another open tab', async () => {
    const key = await offerIn(7);
    // The user has opened it again.
    browser.openTabIds = [6, 7];
    await ask({ type: 'discard-draft', key });
    await ask({ type: 'restore-draft', key });
    expect([drafts(), browser.transfers]).toEqual([['Newer', 'Older'], []]);
  });
});

it('the offer of a draft is withdrawn in its tab once the site’s own "Retry" has delivered the draft', async () => {
  await keep('Half a thought');
  await keep('');
  await send(529);
  const key = await offerIn(7);
  await send(200);
  expect(browser.toldTabs.at(-1)).toEqual({ tabId: 7, message: { type: 'offer-draft', offer: null, only: key } });
});

it('a press on the offer of a draft that the site has delivered since then withdraws the offer', async () => {
  await keep('Half a thought');
  await keep('');
  await send(529);
  const key = await offerIn(7);
  // The user pressed the site's own "Retry".
  await send(200);
  await ask({ type: 'restore-draft', key });
  expect(browser.toldTabs.at(-1)).toEqual({ tabId: 7, message: { type: 'offer-draft', offer: null } });
  expect(browser.transfers).toEqual([]);
});

describe('autosave saves nothing', () => {
  it('when it is off', async () => {
    browser.options = { ...browser.options, keepsDrafts: false };
    expect(await ask({ type: 'autosave-config' })).toBeNull();
    expect(await keep('Half a thought')).toBe(false);
    expect(browser.drafts.saved).toEqual([]);
  });

  it('after the recovery', async () => {
    setPage(browser, 'claude', 'operational');
    browser.now += 2 * MINUTE;
    await runRound(browser.ports());
    expect(await keep('Half a thought')).toBe(false);
    expect(browser.banners[0]?.keepsDrafts).toBe(false);
  });
});

describe('a draft that is still in the composer when the issue ends', () => {
  beforeEach(async () => {
    await keep('Half a thought');
    setPage(browser, 'claude', 'operational');
    browser.now += 2 * MINUTE;
    await runRound(browser.ports());
  });

  it.each([
    ['before', [() => keep(''), () => send(200)]],
    ['after', [() => send(200), () => keep('')]],
  ])('is deleted when its composer was cleared right %s its message succeeded', async (_, steps) => {
    for (const step of steps) await step();
    expect(browser.savedTo('claude')).toEqual([]);
  });

  it('is deleted ten minutes after its composer was cleared if the outcome is not known', async () => {
    await keep('');
    browser.now += 10 * MINUTE;
    await runRound(browser.ports());
    expect(browser.savedTo('claude')).toEqual([]);
  });

  it('is followed until its composer is empty, and what is typed then is not saved', async () => {
    expect(await ask({ type: 'autosave-config' })).not.toBeNull();
    expect(await keep('Half a thought, and more')).toBe(true);
    expect(browser.savedTo('claude')).toMatchObject([{ text: 'Half a thought', state: 'typed' }]);
    expect(await keep('')).toBe(false);
    expect(await ask({ type: 'autosave-config' })).toBeNull();
    expect(await keep('Another')).toBe(false);
    expect(browser.savedTo('claude')).toMatchObject([{ text: 'Half a thought', state: 'cleared' }]);
  });

  it('is followed in its own tab only', async () => {
    expect(await ask({ type: 'autosave-config' }, 8)).toBeNull();
    expect(await ask({ type: 'autosave', text: '', isNewText: false }, 8)).toBe(false);
    expect(browser.savedTo('claude')).toMatchObject([{ state: 'typed' }]);
  });

  it('is no longer followed once the user turns autosave off', async () => {
    browser.options = { ...browser.options, keepsDrafts: false };
    expect(await ask({ type: 'autosave-config' })).toBeNull();
    expect(await keep('Half a thought, and more')).toBe(false);
  });
});

it('autosave deletes a draft after a day', async () => {
  await keep('Half a thought');
  browser.now += 25 * HOUR;
  await runRound(browser.ports());
  expect(browser.savedTo('claude')).toEqual([]);
});

it('turning autosave off deletes the saved drafts', async () => {
  await keep('Half a thought');
  browser.options = { ...browser.options, keepsDrafts: false };
  await runRound(browser.ports());
  expect(browser.savedTo('claude')).toEqual([]);
});

describe('discarding from the extension’s pages', () => {
  const discard = (only: { assistantId: 'claude'; at: number } | null) =>
    answerPage(browser.ports(), createMutex(), { type: 'discard-kept', only });

  it('deletes one draft and keeps the others', async () => {
    await keep('One');
    browser.now += SECOND;
    await ask({ type: 'autosave', text: 'Two', isNewText: false }, 8);
    await discard({ assistantId: 'claude', at: browser.now - SECOND });
    expect(browser.savedTo('claude').map(({ text }) => text)).toEqual(['Two']);
  });

  it('deletes all drafts', async () => {
    await keep('One');
    await discard(null);
    expect(browser.drafts.saved).toEqual([]);
  });
});

describe('autosave of a long draft', () => {
  it('truncates it, marks it in the offer and continues with later drafts', async () => {
    expect(await keep('x'.repeat(MAX_KEPT_CHARS + 1))).toBe(true);
    expect(await ask({ type: 'restore-offer' })).toMatchObject({
      text: english('kept_offer_cut', '12:00'),
    });
    browser.now += SECOND;
    expect(await keep('Shorter')).toBe(true);
    expect(browser.savedTo('claude')[0]).toMatchObject({ text: 'Shorter' });
  });

  it('pushes out the oldest, and what was too much before is tidied by the next round', async () => {
    const old = {
      tabId: 1,
      text: 'x'.repeat(MAX_KEPT_CHARS),
      at: browser.now - MINUTE,
      state: 'typed',
      assistantId: 'chatgpt',
    } as const;
    const saved = Array.from({ length: 9 }, (_, tabId) => ({ ...old, tabId, at: old.at - tabId }));
    browser.drafts = { ...browser.drafts, saved };
    await runRound(browser.ports());
    expect(browser.savedTo('chatgpt').map(({ tabId }) => tabId)).toEqual([0, 1, 2, 3, 4, 5]);
    await keep('x'.repeat(MAX_KEPT_CHARS));
    expect(browser.savedTo('chatgpt').map(({ tabId }) => tabId)).toEqual([0, 1, 2, 3, 4]);
    expect(browser.savedTo('claude')).toHaveLength(1);
  });
});

describe('autosave in a private window', () => {
  const askPrivately = (message: SiteMessage) =>
    answerSite(browser.ports(), { address: CLAUDE, tabId: 7, isPrivate: true }, message);

  it('saves nothing and gives no instruction to the script', async () => {
    expect(await askPrivately({ type: 'autosave-config' })).toBeNull();
    expect(await askPrivately({ type: 'autosave', text: 'Secret', isNewText: true })).toBe(false);
    expect(browser.drafts.saved).toEqual([]);
  });

  it('neither shows, restores nor discards drafts of normal windows', async () => {
    await keep('Half a thought');
    const key = await offerIn(7);
    for (const type of ['restore-draft', 'discard-draft'] as const)
      expect(await askPrivately({ type, key })).toBeNull();
    expect(await askPrivately({ type: 'restore-offer' })).toBeNull();
    expect(browser.savedTo('claude')).toMatchObject([{ text: 'Half a thought' }]);
    expect(browser.transfers).toEqual([]);
  });
});

describe('restoring a draft', () => {
  it('does not overwrite another transfer', async () => {
    await keep('Half a thought');
    await ask({ type: 'continue', to: 'chatgpt', draft: 'A draft' });
    await putBack();
    expect(browser.transfers.map(({ text, to }) => [text, to])).toEqual([
      ['A draft', 'chatgpt'],
      ['Half a thought', 'claude'],
    ]);
  });

  it('starts one transfer when clicked twice', async () => {
    await keep('Half a thought');
    const worker = browser.ports();
    const key = await offerIn(7);
    const press = () => answerSite(worker, { address: CLAUDE, tabId: 7 }, { type: 'restore-draft', key });
    await Promise.all([press(), press()]);
    expect(browser.transfers).toHaveLength(1);
  });

  it('keeps the draft and rejects when the transfer cannot be stored', async () => {
    await keep('Half a thought');
    browser.areTransfersBroken = true;
    await expect(putBack()).rejects.toThrow();
    expect(browser.savedTo('claude')).toMatchObject([{ text: 'Half a thought' }]);
    expect(await ask({ type: 'restore-offer' })).not.toBeNull();
  });
});
