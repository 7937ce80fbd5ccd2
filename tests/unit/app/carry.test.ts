import { beforeEach, describe, expect, it } from 'vitest';
import { incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { MINUTE, SECOND } from '@/tests/fakes/samples';
import { arrive, carryOrder, endCarry, startCarry } from '@/utils/app/carry';
import { answerPage, answerSite } from '@/utils/app/commands';
import { oneAtATime } from '@/utils/app/one-at-a-time';
import { watch } from '@/utils/app/watch';
import { CARRY_OUTCOMES } from '@/utils/model/carry';

const CHATGPT = 'https://chatgpt.com/';
const DRAFT = 'Three lines\n\nand a blank one';
/** The fake browser numbers its tabs from 1. */
const TAB = 1;
let browser: FakeBrowser;

beforeEach(async () => {
  browser = new FakeBrowser();
  setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
  setPage(browser, 'chatgpt', 'operational');
  await watch(browser.ports());
});

const take = (draft: string) =>
  answerSite(
    browser.ports(),
    { address: 'https://claude.ai/chat/1', tabId: 9 },
    { type: 'continue', to: 'chatgpt', draft },
  );

describe('a draft on its way', () => {
  it('is given to the tab that was opened for it, on the site that it is for, and to no other', async () => {
    await take(DRAFT);
    expect(await carryOrder(browser.ports(), TAB, CHATGPT)).toMatchObject({ text: DRAFT, hints: ['#prompt-textarea'] });
    expect(await carryOrder(browser.ports(), TAB + 1, CHATGPT)).toBeNull();
    expect(await carryOrder(browser.ports(), TAB, 'https://claude.ai/new')).toBeNull();
    expect(await carryOrder(browser.ports(), TAB, 'https://accounts.example.com/')).toBeNull();
  });

  it('is followed by the script wherever that tab comes to the site, sign-in pages or not', async () => {
    await take(DRAFT);
    await arrive(browser.ports(), TAB, 'https://auth.example.com/');
    await arrive(browser.ports(), TAB + 1, CHATGPT);
    expect(browser.carriedInto).toEqual([]);
    await arrive(browser.ports(), TAB, CHATGPT);
    expect(browser.carriedInto).toEqual([TAB]);
  });

  it('is forgotten after ten minutes', async () => {
    await take(DRAFT);
    browser.now += 10 * MINUTE + SECOND;
    expect(await carryOrder(browser.ports(), TAB, CHATGPT)).toBeNull();
    expect(browser.carry).toBeNull();
  });

  it('is forgotten with the next round, whoever asks or not', async () => {
    await take(DRAFT);
    await watch(browser.ports());
    expect(browser.carry).toMatchObject({ text: DRAFT });
    browser.now += 10 * MINUTE + SECOND;
    await watch(browser.ports());
    expect(browser.carry).toBeNull();
  });

  it('is forgotten when the person needs it no more', async () => {
    await take(DRAFT);
    await answerPage(browser.ports(), oneAtATime(), { type: 'discard-carry' });
    expect(browser.carry).toBeNull();
  });

  it.each(CARRY_OUTCOMES)(
    '%s: it is forgotten once it has arrived, else kept but given to no page again',
    async (outcome) => {
      await take(DRAFT);
      await endCarry(browser.ports(), TAB, CHATGPT, outcome);
      const hasArrived = outcome === 'exact' || outcome === 'attached';
      expect(browser.carry?.text ?? null).toBe(hasArrived ? null : DRAFT);
      expect(await carryOrder(browser.ports(), TAB, CHATGPT)).toBeNull();
    },
  );

  it('has a sentence for every outcome', async () => {
    await take(DRAFT);
    const order = await carryOrder(browser.ports(), TAB, CHATGPT);
    for (const outcome of CARRY_OUTCOMES) expect(order?.said[outcome]).toContain('draft from Claude');
  });
});

it('on a shared host it waits until the chat itself is there: a sign-in page is filled with nothing', async () => {
  await startCarry(browser.ports(), 'copilot', { from: 'claude', text: DRAFT });
  for (const address of ['https://github.com/login', 'https://github.com/someone/something/issues/new']) {
    await arrive(browser.ports(), TAB, address);
    expect(await carryOrder(browser.ports(), TAB, address)).toBeNull();
  }
  expect(browser.carriedInto).toEqual([]);
  await arrive(browser.ports(), TAB, 'https://github.com/copilot');
  expect(browser.carriedInto).toEqual([TAB]);
});

it('a browser that opens no tab loses no draft', async () => {
  const ports = { ...browser.ports(), openTab: () => Promise.reject(new Error('No tabs today')) };
  await expect(startCarry(ports, 'chatgpt', { from: 'claude', text: DRAFT })).rejects.toThrow();
  expect(browser.carry).toMatchObject({ text: DRAFT, tabId: null });
});

it('nothing typed, nothing carried', async () => {
  await take('');
  expect(browser.openedTabs).toEqual([CHATGPT]);
  expect(browser.carry).toBeNull();
});

it('without a grant it is kept, opened, and given to no page', async () => {
  await take(DRAFT);
  browser.carry = null;
  browser.hasAccess = false;
  await startCarry(browser.ports(), 'chatgpt', { from: 'claude', text: DRAFT });
  expect(browser.openedTabs.at(-1)).toBe(CHATGPT);
  expect(browser.carry).toMatchObject({ text: DRAFT, tabId: null });
});
