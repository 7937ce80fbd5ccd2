import { beforeEach, describe, expect, it } from 'vitest';
import { english } from '@/tests/fakes/english';
import { createMutex } from '@/tests/fakes/fake-locks';
import { incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { HOUR, MINUTE, SECOND } from '@/tests/fakes/samples';
import { pressNotice } from '@/utils/app/actions';
import { answerPage, answerSite } from '@/utils/app/commands';
import { runRound } from '@/utils/app/round';
import type { DraftContent } from '@/utils/model/drafts';
import type { PageMessage, SiteMessage } from '@/utils/model/messages';
import type { NoticePress } from '@/utils/model/notification';

const CLAUDE = 'https://claude.ai/chat/1';
let browser: FakeBrowser;

beforeEach(async () => {
  browser = new FakeBrowser();
  setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
  setPage(browser, 'chatgpt', 'operational');
  await runRound(browser.ports());
});

const ask = (address: string, message: SiteMessage, tabId = 7) =>
  answerSite(browser.ports(), { address, tabId }, message);

describe('answerSite', () => {
  it('returns the banner of the assistant on this site', async () => {
    expect(await ask(CLAUDE, { type: 'banner-view' })).toMatchObject({
      assistantId: 'claude',
      level: 'partial_outage',
    });
  });

  it.each([
    ['the site of another assistant', 'https://chatgpt.com/'],
    ['an unknown site', 'https://claude.ai.example.com/'],
    ['a site without HTTPS', 'http://claude.ai/'],
    ['an empty address', ''],
  ])('returns no banner of Claude to %s', async (_, address) => {
    expect(await ask(address, { type: 'banner-view' })).toBeNull();
  });

  it('returns the available fallbacks', async () => {
    expect(await ask(CLAUDE, { type: 'fallbacks' })).toEqual([{ fallbackId: 'chatgpt', name: 'ChatGPT', note: null }]);
  });

  it('opens the chosen fallback and never the current assistant', async () => {
    await ask(CLAUDE, { type: 'continue', to: 'claude', draft: '' });
    expect(browser.openedTabs).toEqual([]);
    await ask(CLAUDE, { type: 'continue', to: 'chatgpt', draft: '' });
    expect(browser.openedTabs).toEqual(['https://chatgpt.com/']);
  });

  it('tells the banner where the draft went', async () => {
    const reply = await ask(CLAUDE, { type: 'continue', to: 'chatgpt', draft: 'half a thought' });
    const said = english('banner_draft_under_way', 'ChatGPT');
    expect(reply).toEqual({ copied: said, notCopied: said });
    browser.now += HOUR;
    expect(await ask(CLAUDE, { type: 'continue', to: 'chatgpt', draft: '' })).toMatchObject({
      copied: english('banner_opened', 'ChatGPT'),
    });
  });

  it('opens a fallback that failed after it was offered', async () => {
    setPage(browser, 'chatgpt', 'major_outage', { incidents: [incidentOf('chatgpt')] });
    browser.now += 5 * MINUTE;
    await runRound(browser.ports());
    await ask(CLAUDE, { type: 'continue', to: 'chatgpt', draft: 'half a thought' });
    expect(browser.openedTabs).toEqual(['https://chatgpt.com/']);
  });

  it('opens nothing that is not in the fallback list', async () => {
    await ask(CLAUDE, { type: 'continue', to: 'own:stranger', draft: '' });
    await ask(CLAUDE, { type: 'continue', to: 'local:ollama', draft: '' });
    expect(browser.openedTabs).toEqual([]);
  });

  it('hides a dismissed banner until the level rises', async () => {
    await ask(CLAUDE, { type: 'dismiss' });
    expect(await ask(CLAUDE, { type: 'banner-view' })).toBeNull();
    expect(browser.banners[0]?.view).toBeNull();
    setPage(browser, 'claude', 'major_outage', { incidents: [incidentOf('claude')] });
    browser.now += 90 * SECOND;
    await runRound(browser.ports());
    expect(await ask(CLAUDE, { type: 'banner-view' })).toMatchObject({ level: 'major_outage' });
  });
});

describe('answerSite without host access', () => {
  it('returns nothing', async () => {
    browser.hasAccess = false;
    expect(await ask(CLAUDE, { type: 'banner-view' })).toBeNull();
    expect(await ask(CLAUDE, { type: 'fallbacks' })).toBeNull();
  });
});

it('answerSite returns unknown for an outdated verdict', async () => {
  browser.now += 2 * HOUR;
  expect(await ask(CLAUDE, { type: 'banner-view' })).toMatchObject({
    kind: 'unknown',
    headline: english('headline_unknown', 'Claude'),
  });
});

describe('answerPage', () => {
  const send = (message: PageMessage) => answerPage(browser.ports(), createMutex(), message);

  it('hides the banner and the recovery notification after "Works for me"', async () => {
    await send({ type: 'react', assistantId: 'claude', says: 'works' });
    expect(browser.banners[0]?.view).toBeNull();
    setPage(browser, 'claude', 'operational');
    browser.now += 90 * SECOND;
    await runRound(browser.ports());
    expect(browser.notices).toHaveLength(1);
    expect(browser.status.decisions[0]).toMatchObject({ about: 'recovered', reason: 'works_for_me' });
  });

  it('hides the recovery notification after "Works for me" in an outage that had eased', async () => {
    setPage(browser, 'claude', 'degraded_performance', { incidents: [incidentOf('claude')] });
    browser.now += 90 * SECOND;
    await runRound(browser.ports());
    await send({ type: 'react', assistantId: 'claude', says: 'works' });
    setPage(browser, 'claude', 'operational');
    browser.now += 90 * SECOND;
    await runRound(browser.ports());
    expect(browser.notices).toHaveLength(1);
    expect(browser.status.decisions[0]).toMatchObject({ about: 'recovered', reason: 'works_for_me' });
  });

  it('restores the banner when "Works for me" is withdrawn', async () => {
    await send({ type: 'react', assistantId: 'claude', says: 'works' });
    await send({ type: 'react', assistantId: 'claude', says: null });
    expect(browser.banners[0]?.view).toMatchObject({ kind: 'trouble' });
  });

  it('hides the banner during a snooze of at most a week', async () => {
    await send({ type: 'snooze', assistantId: 'claude', untilMs: browser.now + 9_000 * HOUR });
    expect(browser.banners[0]?.view).toBeNull();
    expect(browser.status.snoozes.claude).toBe(browser.now + 7 * 24 * HOUR);
    await send({ type: 'snooze', assistantId: 'claude', untilMs: null });
    expect(browser.banners[0]?.view).toMatchObject({ kind: 'trouble' });
  });
});

describe('going on from the popup', () => {
  const goOn = (draft: DraftContent | null) =>
    answerPage(browser.ports(), createMutex(), { type: 'continue', to: 'chatgpt', draft, origin: null });

  it('transfers the draft like the banner does', async () => {
    await goOn({ from: 'claude', text: 'Hello' });
    expect(browser.openedTabs).toEqual(['https://chatgpt.com/']);
    expect(browser.latestTransfer).toMatchObject({ from: 'claude', to: 'chatgpt', text: 'Hello' });
  });

  it('opens the fallback when there is no draft', async () => {
    await goOn(null);
    expect(browser.openedTabs).toEqual(['https://chatgpt.com/']);
    expect(browser.latestTransfer).toBeNull();
  });
});

describe('answerPage refreshing', () => {
  const refresh = () => answerPage(browser.ports(), createMutex(), { type: 'refresh' });

  it('reads at most once every ten seconds', async () => {
    const before = browser.requests.length;
    browser.now += 9 * SECOND;
    await refresh();
    expect(browser.requests).toHaveLength(before);
    browser.now += SECOND;
    await refresh();
    expect(browser.requests.length).toBeGreaterThan(before);
  });
});

describe('pressNotice', () => {
  const press = async (what: NoticePress) => pressNotice(browser.ports(), browser.notices[0]?.id ?? '', what);
  const buttons = () => browser.notices[0]?.buttons.map((button) => button.press);
  const CONTINUE = { kind: 'continue', from: 'claude', to: 'chatgpt' } as const;
  const SNOOZE = { kind: 'snooze', assistantId: 'claude' } as const;

  it('opens the popup during an outage and the chat after the recovery', async () => {
    await press({ kind: 'open' });
    setPage(browser, 'claude', 'operational');
    browser.now += 90 * SECOND;
    await runRound(browser.ports());
    await press({ kind: 'open' });
    expect(browser.openedTabs).toEqual(['extension://self/popup.html']);
    expect(browser.broughtForward).toEqual(['https://claude.ai/new']);
    expect(browser.notices.at(-1)?.buttons).toEqual([]);
  });

  it('opens the first available fallback once, even if it is pressed twice', async () => {
    expect(buttons()).toEqual([CONTINUE, SNOOZE]);
    await Promise.all([press(CONTINUE), press(CONTINUE)]);
    expect(browser.openedTabs).toEqual(['https://chatgpt.com/']);
  });

  it('opens the popup if the fallback has gone down since', async () => {
    setPage(browser, 'chatgpt', 'major_outage', { incidents: [incidentOf('chatgpt')] });
    browser.now += 5 * MINUTE;
    await runRound(browser.ports());
    await press(CONTINUE);
    expect(browser.openedTabs).toEqual(['extension://self/popup.html']);
  });

  it('opens the popup if the state of the fallback is out of date', async () => {
    browser.now += 24 * HOUR;
    await press(CONTINUE);
    expect(browser.openedTabs).toEqual(['extension://self/popup.html']);
  });

  it('snoozes the assistant for an hour, and only one that is watched', async () => {
    await press(SNOOZE);
    expect(browser.status.snoozes.claude).toBe(browser.now + HOUR);
    await press({ kind: 'snooze', assistantId: 'copilot' });
    expect(browser.status.snoozes.copilot).toBeUndefined();
  });
});

describe('the buttons of a notification', () => {
  it('offer no fallback if none with a page is available', async () => {
    browser = new FakeBrowser();
    browser.options = { ...browser.options, planB: [], localModels: ['ollama'] };
    setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
    setPage(browser, 'chatgpt', 'operational');
    await runRound(browser.ports());
    expect(browser.notices[0]?.buttons.map(({ press }) => press.kind)).toEqual(['snooze']);
  });

  it('are missing if it is about several assistants', async () => {
    browser = new FakeBrowser();
    setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
    setPage(browser, 'chatgpt', 'major_outage', { incidents: [incidentOf('chatgpt')] });
    await runRound(browser.ports());
    expect(browser.notices[0]?.buttons).toEqual([]);
  });
});
