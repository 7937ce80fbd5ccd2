import { beforeEach, describe, expect, it } from 'vitest';
import { english } from '@/tests/fakes/english';
import { createMutex } from '@/tests/fakes/fake-locks';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { aTransfer, MINUTE, SECOND } from '@/tests/fakes/samples';
import { answerPage } from '@/utils/app/commands';
import { endTransfer, fillInstruction, onTransferTabLoaded } from '@/utils/app/draft-transfers';
import type { FallbackId } from '@/utils/model/fallback';

const CHATGPT = 'https://chatgpt.com/';
const DRAFT = aTransfer({ to: 'gemini', startedAt: 0 });
let browser: FakeBrowser;

beforeEach(() => {
  browser = new FakeBrowser();
});

const testFallback = (to: FallbackId = 'chatgpt') =>
  answerPage(browser.ports(), createMutex(), { type: 'test-fallback', to });

describe('a fallback test', () => {
  it('runs like a real transfer and stores its outcome', async () => {
    expect(await testFallback()).toBe(true);
    expect(browser.openedTabs).toEqual([CHATGPT]);
    expect(browser.status.rehearsal).toEqual({ to: 'chatgpt', at: browser.now, outcome: 'under_way' });
    await onTransferTabLoaded(browser.ports(), 1, CHATGPT);
    expect(browser.transferTabs).toEqual([1]);
    const order = await fillInstruction(browser.ports(), 1, CHATGPT);
    expect(order?.text).toBe(english('fallback_test_sample'));
    expect(order?.said.exact).toBe(english('transfer_exact', 'Understudy'));
    browser.now += 5 * SECOND;
    await endTransfer(browser.ports(), 1, CHATGPT, { id: order?.id ?? 0, outcome: 'exact' });
    expect(browser.status.rehearsal).toEqual({ to: 'chatgpt', at: browser.now, outcome: 'exact' });
  });

  it('deletes the sample text whatever the outcome', async () => {
    await testFallback();
    await endTransfer(browser.ports(), 1, CHATGPT, { id: browser.latestTransfer?.id ?? 0, outcome: 'no_composer' });
    expect(browser.status.rehearsal?.outcome).toBe('no_composer');
    expect(browser.latestTransfer).toBeNull();
  });

  it.each<[FallbackId, string]>([
    ['chatgpt', 'by_hand'],
    ['claude', 'by_address'],
  ])('for %s without host access ends %s', async (to, outcome) => {
    browser.hasAccess = false;
    await testFallback(to);
    expect(browser.status.rehearsal?.outcome).toBe(outcome);
    expect(browser.latestTransfer).toBeNull();
  });

  it('does not start while a real transfer is pending', async () => {
    browser.transfers = [{ ...DRAFT, startedAt: browser.now }];
    expect(await testFallback()).toBe(false);
    expect(browser.latestTransfer).toMatchObject({ text: 'Hello' });
    expect(browser.openedTabs).toEqual([]);
    browser.now += 11 * MINUTE;
    expect(await testFallback()).toBe(true);
  });

  it('of a removed chat does nothing', async () => {
    await testFallback('own:7');
    expect(browser.status.rehearsal).toBeNull();
  });
});
