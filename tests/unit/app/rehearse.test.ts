import { beforeEach, describe, expect, it } from 'vitest';
import { english } from '@/tests/fakes/english';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { MINUTE, SECOND } from '@/tests/fakes/samples';
import { answerPage } from '@/utils/app/commands';
import { endTransfer, fillInstruction, onTransferTabLoaded } from '@/utils/app/drafts';
import { createMutex } from '@/utils/app/mutex';
import type { DraftTransfer } from '@/utils/model/drafts';
import type { FallbackId } from '@/utils/model/fallback';

const CHATGPT = 'https://chatgpt.com/';
const DRAFT: DraftTransfer = {
  state: 'in_transit',
  id: 1,
  from: 'claude',
  to: 'gemini',
  text: 'Hello',
  startedAt: 0,
  tabId: null,
  originTabId: null,
  isPrivate: false,
};
let browser: FakeBrowser;

beforeEach(() => {
  browser = new FakeBrowser();
});

const rehearse = (to: FallbackId = 'chatgpt') => answerPage(browser.ports(), createMutex(), { type: 'rehearse', to });

describe('a rehearsal', () => {
  it('goes the way of a real draft, and its outcome is remembered', async () => {
    expect(await rehearse()).toBe(true);
    expect(browser.openedTabs).toEqual([CHATGPT]);
    expect(browser.status.rehearsal).toEqual({ to: 'chatgpt', at: browser.now, outcome: 'under_way' });
    await onTransferTabLoaded(browser.ports(), 1, CHATGPT);
    expect(browser.carriedInto).toEqual([1]);
    const order = await fillInstruction(browser.ports(), 1, CHATGPT);
    expect(order?.text).toBe(english('rehearsal_sample'));
    expect(order?.said.exact).toBe(english('carry_exact', 'Understudy'));
    browser.now += 5 * SECOND;
    await endTransfer(browser.ports(), 1, CHATGPT, { id: order?.id ?? 0, outcome: 'exact' });
    expect(browser.status.rehearsal).toEqual({ to: 'chatgpt', at: browser.now, outcome: 'exact' });
  });

  it('leaves no sample behind, whatever became of it', async () => {
    await rehearse();
    await endTransfer(browser.ports(), 1, CHATGPT, { id: browser.carry?.id ?? 0, outcome: 'no_composer' });
    expect(browser.status.rehearsal?.outcome).toBe('no_composer');
    expect(browser.carry).toBeNull();
  });

  it.each<[FallbackId, string]>([
    ['chatgpt', 'by_hand'],
    ['claude', 'by_address'],
  ])('to %s with nothing granted: %s', async (to, outcome) => {
    browser.hasAccess = false;
    await rehearse(to);
    expect(browser.status.rehearsal?.outcome).toBe(outcome);
    expect(browser.carry).toBeNull();
  });

  it('never takes the place of a draft of the person’s', async () => {
    browser.transfers = [{ ...DRAFT, startedAt: browser.now }];
    expect(await rehearse()).toBe(false);
    expect(browser.carry).toMatchObject({ text: 'Hello' });
    expect(browser.openedTabs).toEqual([]);
    browser.now += 11 * MINUTE;
    expect(await rehearse()).toBe(true);
  });

  it('of a chat that is gone is nothing', async () => {
    await rehearse('own:7');
    expect(browser.status.rehearsal).toBeNull();
  });
});
