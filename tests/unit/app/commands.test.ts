import { beforeEach, describe, expect, it } from 'vitest';
import { english } from '@/tests/fakes/english';
import { incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { HOUR, MINUTE, SECOND } from '@/tests/fakes/samples';
import { openNotice } from '@/utils/app/actions';
import { answerPage, answerSite } from '@/utils/app/commands';
import { createMutex } from '@/utils/app/mutex';
import { runRound } from '@/utils/app/round';
import type { DraftContent } from '@/utils/model/drafts';
import type { PageMessage, SiteMessage } from '@/utils/model/messages';

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

describe('a script on a chat site', () => {
  it('is told of its own site', async () => {
    expect(await ask(CLAUDE, { type: 'banner-view' })).toMatchObject({
      assistantId: 'claude',
      level: 'partial_outage',
    });
  });

  it.each([
    ['the site of another assistant', 'https://chatgpt.com/'],
    ['a stranger', 'https://claude.ai.example.com/'],
    ['a site without encryption', 'http://claude.ai/'],
    ['no address at all', ''],
  ])('%s learns nothing of Claude', async (_, address) => {
    expect(await ask(address, { type: 'banner-view' })).toBeNull();
  });

  it('is given those who are up, by name, when it asks', async () => {
    expect(await ask(CLAUDE, { type: 'alternatives' })).toEqual([{ wayId: 'chatgpt', name: 'ChatGPT', note: null }]);
  });

  it('opens what the person goes on with, and never the one they leave', async () => {
    await ask(CLAUDE, { type: 'continue', to: 'claude', draft: '' });
    expect(browser.openedTabs).toEqual([]);
    await ask(CLAUDE, { type: 'continue', to: 'chatgpt', draft: '' });
    expect(browser.openedTabs).toEqual(['https://chatgpt.com/']);
  });

  it('opens what went down after it was offered: a click is never without an effect', async () => {
    setPage(browser, 'chatgpt', 'major_outage', { incidents: [incidentOf('chatgpt')] });
    browser.now += 5 * MINUTE;
    await runRound(browser.ports());
    await ask(CLAUDE, { type: 'continue', to: 'chatgpt', draft: 'half a thought' });
    expect(browser.openedTabs).toEqual(['https://chatgpt.com/']);
  });

  it('opens nothing that is not in the plan', async () => {
    await ask(CLAUDE, { type: 'continue', to: 'own:stranger', draft: '' });
    await ask(CLAUDE, { type: 'continue', to: 'local:ollama', draft: '' });
    expect(browser.openedTabs).toEqual([]);
  });

  it('dismisses until it gets worse', async () => {
    await ask(CLAUDE, { type: 'dismiss' });
    expect(await ask(CLAUDE, { type: 'banner-view' })).toBeNull();
    expect(browser.banners[0]?.view).toBeNull();
    setPage(browser, 'claude', 'major_outage', { incidents: [incidentOf('claude')] });
    browser.now += 90 * SECOND;
    await runRound(browser.ports());
    expect(await ask(CLAUDE, { type: 'banner-view' })).toMatchObject({ level: 'major_outage' });
  });
});

describe('a script that outlived its grant', () => {
  it('is told nothing', async () => {
    browser.hasAccess = false;
    expect(await ask(CLAUDE, { type: 'banner-view' })).toBeNull();
    expect(await ask(CLAUDE, { type: 'alternatives' })).toBeNull();
  });
});

it('a reading that has aged since it was judged is told as what it is now', async () => {
  browser.now += 2 * HOUR;
  expect(await ask(CLAUDE, { type: 'banner-view' })).toMatchObject({
    kind: 'unknown',
    headline: english('headline_unknown', 'Claude'),
  });
});

describe('what the person says', () => {
  const say = (message: PageMessage) => answerPage(browser.ports(), createMutex(), message);

  it('"works for me" takes the banner away and mutes the end', async () => {
    await say({ type: 'react', assistantId: 'claude', says: 'works' });
    expect(browser.banners[0]?.view).toBeNull();
    setPage(browser, 'claude', 'operational');
    browser.now += 90 * SECOND;
    await runRound(browser.ports());
    expect(browser.notices).toHaveLength(1);
    expect(browser.status.decisions[0]).toMatchObject({ about: 'recovered', reason: 'works_for_me' });
  });

  it('taken back, the banner is back', async () => {
    await say({ type: 'react', assistantId: 'claude', says: 'works' });
    await say({ type: 'react', assistantId: 'claude', says: null });
    expect(browser.banners[0]?.view).toMatchObject({ kind: 'trouble' });
  });

  it('a snooze takes the banner away until it ends, and is never longer than a week', async () => {
    await say({ type: 'snooze', assistantId: 'claude', untilMs: browser.now + 9_000 * HOUR });
    expect(browser.banners[0]?.view).toBeNull();
    expect(browser.status.snoozes.claude).toBe(browser.now + 7 * 24 * HOUR);
    await say({ type: 'snooze', assistantId: 'claude', untilMs: null });
    expect(browser.banners[0]?.view).toMatchObject({ kind: 'trouble' });
  });
});

describe('going on from the popup', () => {
  const goOn = (draft: DraftContent | null) =>
    answerPage(browser.ports(), createMutex(), { type: 'continue', to: 'chatgpt', draft, origin: null });

  it('takes the draft the way of the banner', async () => {
    await goOn({ from: 'claude', text: 'Hello' });
    expect(browser.openedTabs).toEqual(['https://chatgpt.com/']);
    expect(browser.carry).toMatchObject({ from: 'claude', to: 'chatgpt', text: 'Hello' });
  });

  it('opens the other assistant where no draft could be had', async () => {
    await goOn(null);
    expect(browser.openedTabs).toEqual(['https://chatgpt.com/']);
    expect(browser.carry).toBeNull();
  });
});

describe('one of our own pages', () => {
  const refresh = () => answerPage(browser.ports(), createMutex(), { type: 'refresh' });

  it('refreshes what it asks for, but not more often than every ten seconds', async () => {
    const before = browser.requests.length;
    browser.now += 9 * SECOND;
    await refresh();
    expect(browser.requests).toHaveLength(before);
    browser.now += SECOND;
    await refresh();
    expect(browser.requests.length).toBeGreaterThan(before);
  });
});

describe('a click on a notification', () => {
  it('opens what is going on, and once it is over the chat', async () => {
    const [notice] = browser.notices;
    await openNotice(browser.ports(), notice?.id ?? '', false);
    setPage(browser, 'claude', 'operational');
    browser.now += 90 * SECOND;
    await runRound(browser.ports());
    await openNotice(browser.ports(), notice?.id ?? '', false);
    expect(browser.openedTabs).toEqual(['extension://self/popup.html']);
    expect(browser.broughtForward).toEqual(['https://claude.ai/new']);
  });

  it('opens by its button the history, at whom it is about and wherever that is not known at all of them', async () => {
    const [notice] = browser.notices;
    await openNotice(browser.ports(), notice?.id ?? '', true);
    setPage(browser, 'claude', 'operational');
    browser.now += 30 * SECOND;
    await runRound(browser.ports());
    await openNotice(browser.ports(), notice?.id ?? '', true);
    await openNotice(browser.ports(), 'understudy-long-past', true);
    expect(browser.openedTabs).toEqual([
      'extension://self/history.html#claude',
      'extension://self/history.html#claude',
      'extension://self/history.html#',
    ]);
  });
});
