import { beforeEach, describe, expect, it } from 'vitest';
import { english } from '@/tests/fakes/english';
import { englishLike } from '@/tests/fakes/english-like';
import { createMutex } from '@/tests/fakes/fake-locks';
import { breakPage, incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { HOUR, MINUTE, NOON, SECOND } from '@/tests/fakes/samples';
import { answerPage, answerSite } from '@/utils/app/commands';
import { runRound, start } from '@/utils/app/round';
import type { TroubleLevel } from '@/utils/model/level';
import type { PageMessage } from '@/utils/model/messages';

let browser: FakeBrowser;

beforeEach(() => {
  browser = new FakeBrowser();
  browser.openChats = ['https://claude.ai/*'];
  setPage(browser, 'claude', 'operational');
  setPage(browser, 'chatgpt', 'operational');
});

const open = (over: object = {}) => ({ incidents: [incidentOf('claude', over)] });

/** The next state of Claude's page; read 90 seconds later by default. */
async function next(
  word: string,
  afterMs = 90 * SECOND,
  listed: { incidents?: object[] } = word === 'operational' ? {} : open(),
) {
  setPage(browser, 'claude', word, listed);
  browser.now += afterMs;
  await runRound(browser.ports());
}

const send = (message: PageMessage) => answerPage(browser.ports(), createMutex(), message);
const titles = () => browser.notices.map(({ title }) => title);

const down = (level: TroubleLevel) => english(`title_${level}`, 'Claude');
const back = expect.stringMatching(englishLike('headline_recovered', 'Claude', /.+/));

describe('an escalation notifies', () => {
  it('in a reopened outage that begins at a lower level', async () => {
    await next('major_outage');
    await next('operational');
    await next('degraded_performance', MINUTE, open({ impact: 'minor' }));
    await next('degraded_performance', MINUTE, open({ impact: 'minor' }));
    await next('major_outage');
    expect(titles()).toEqual([
      down('major_outage'),
      back,
      english('headline_reopened', 'Claude'),
      down('major_outage'),
    ]);
  });

  it('after "Works for me"', async () => {
    await next('partial_outage');
    await send({ type: 'react', assistantId: 'claude', says: 'works' });
    await next('major_outage');
    await next('operational');
    expect(titles()).toEqual([down('partial_outage'), down('major_outage'), back]);
  });

  it('in a flapping outage', async () => {
    for (let i = 0; i < 4; i += 1) {
      await next('degraded_performance', MINUTE);
      await next('operational', MINUTE);
    }
    const before = titles().length;
    await next('degraded_performance', MINUTE);
    expect(titles()).toHaveLength(before);
    await next('major_outage');
    expect(titles().at(-1)).toBe(down('major_outage'));
  });

  it('after a snooze during which it happened', async () => {
    await next('partial_outage');
    await send({ type: 'snooze', assistantId: 'claude', untilMs: browser.now + HOUR });
    await next('major_outage', 5 * MINUTE);
    expect(titles()).toEqual([down('partial_outage')]);
    await next('major_outage', HOUR);
    expect(titles().at(-1)).toBe(down('major_outage'));
  });
});

describe('separate outages', () => {
  it('are told apart after a week of sleep, with separate starts', async () => {
    await next('partial_outage');
    const later = open({ id: 'another', started_at: new Date(browser.now + 7 * 24 * HOUR - 5 * MINUTE).toISOString() });
    await next('partial_outage', 7 * 24 * HOUR, later);
    expect(browser.notices).toHaveLength(2);
    expect(browser.status.episodes.claude?.startedAt).toBe(browser.now - 5 * MINUTE);
  });

  it('are both announced with an end if the second is a short slowdown after a sleep', async () => {
    await next('major_outage');
    await next('degraded_performance', 2 * HOUR, open({ id: 'slow', impact: 'minor' }));
    await next('operational');
    expect(titles()).toEqual([down('major_outage'), down('degraded'), back]);
  });

  it('notify at once, also after "Works for me" in the one before', async () => {
    await next('partial_outage', 5 * MINUTE);
    await send({ type: 'react', assistantId: 'claude', says: 'works' });
    await next('operational');
    await next('operational', 24 * HOUR);
    await next('partial_outage', 5 * MINUTE, open({ id: 'another' }));
    expect(titles()).toEqual([down('partial_outage'), down('partial_outage')]);
    expect(browser.status.decisions[0]).toMatchObject({ about: 'started', reason: 'loud' });
  });

  describe('without an incident, before and after sleep', () => {
    const unlisted = { incidents: [] };
    const told = (...levels: TroubleLevel[]) => expect(titles()).toEqual(levels.map(down));

    it('of 80 minutes are one, and it stays dismissed', async () => {
      await next('major_outage', MINUTE, unlisted);
      await answerSite(browser.ports(), { address: 'https://claude.ai/', tabId: 1 }, { type: 'dismiss' });
      const { id } = browser.status.episodes.claude ?? {};
      await next('major_outage', 80 * MINUTE, unlisted);
      told('major_outage');
      expect(browser.status.episodes.claude?.id).toBe(id);
      expect(browser.banners[0]?.view).toBeNull();
    });

    it.each<[string, string, number, { incidents?: object[] }, TroubleLevel]>([
      ['of 13 hours', 'partial_outage', 13 * HOUR, unlisted, 'partial_outage'],
      ['that end at a worse level', 'major_outage', 80 * MINUTE, unlisted, 'major_outage'],
      ['that end with an incident', 'partial_outage', 80 * MINUTE, open({ id: 'another' }), 'partial_outage'],
    ])('%s are two', async (_, word, afterMs, listed, level) => {
      await next('partial_outage', MINUTE, unlisted);
      const { id } = browser.status.episodes.claude ?? {};
      await next(word, afterMs, listed);
      told('partial_outage', level);
      expect(browser.status.episodes.claude?.id).not.toBe(id);
    });
  });

  it('are not created by a blip between two phases of one incident', async () => {
    await next('partial_outage');
    await next('operational');
    await next('degraded_performance', 30 * SECOND, {});
    await next('operational');
    await next('partial_outage', HOUR);
    expect(titles().at(-1)).toBe(english('headline_reopened', 'Claude'));
  });

  it('are separated by days without a readable page', async () => {
    await next('partial_outage');
    breakPage(browser, 'claude', { kind: 'not_json' });
    for (let day = 0; day < 4; day += 1) {
      browser.now += 24 * HOUR;
      await runRound(browser.ports());
    }
    expect(browser.status.episodes.claude).toBeUndefined();
  });
});

describe('a notification that waits', () => {
  const never = () => new Promise<never>(() => undefined);
  const bothDown = english('notice_several_trouble', 'Claude and ChatGPT');

  async function breakBoth(): Promise<void> {
    browser.areNoticesBroken = true;
    setPage(browser, 'chatgpt', 'major_outage');
    await next('major_outage');
    expect(browser.status.outbox).toHaveLength(1);
  }

  it.each([
    ['round', runRound],
    ['start', start],
  ] as const)('is shown by the next %s before a page has answered', async (_, run) => {
    await breakBoth();
    browser.areNoticesBroken = false;
    browser.now += 5 * MINUTE;
    void run({ ...browser.ports(), fetchDocument: never });
    await expect.poll(titles).toEqual([bothDown]);
    expect(browser.status.outbox).toEqual([]);
  });

  it('is shown although the outage of one of its assistants has ended, and is then replaced', async () => {
    await breakBoth();
    browser.areNoticesBroken = false;
    await next('operational');
    expect(titles()).toEqual([bothDown, back]);
    expect(browser.notices[1]?.id).toBe(browser.notices[0]?.id);
  });

  it('and is replaced leaves the outage of the other assistant as a notification of its own', async () => {
    await breakBoth();
    await next('operational');
    expect(browser.status.outbox).toHaveLength(2);
    browser.areNoticesBroken = false;
    await next('operational');
    expect(titles()).toEqual([english('title_major_outage', 'ChatGPT'), back]);
    expect(new Set(browser.notices.map(({ id }) => id)).size).toBe(2);
  });

  it('and is replaced says nothing about an outage of the other assistant that has ended, too', async () => {
    await breakBoth();
    setPage(browser, 'chatgpt', 'operational');
    await next('operational');
    browser.areNoticesBroken = false;
    await next('operational');
    expect(titles()).toEqual([english('notice_several_back', 'Claude and ChatGPT')]);
  });
});

describe('assistants that are not watched', () => {
  it('do not notify, not even when they are watched again', async () => {
    setPage(browser, 'copilot', 'major_outage');
    browser.options = { ...browser.options, planB: ['copilot'] };
    await next('partial_outage');
    setPage(browser, 'copilot', 'operational');
    browser.options = { ...browser.options, watched: ['claude', 'copilot'] };
    await next('partial_outage', 5 * MINUTE);
    expect(titles()).toEqual([down('partial_outage')]);
  });

  it('are not read at startup while nothing has an issue', async () => {
    await start(browser.ports());
    expect(browser.requests.filter((url) => url.includes('github'))).toEqual([]);
  });
});

it('a dismissed recovery banner does not hide a reopened outage', async () => {
  await next('partial_outage');
  await next('operational');
  await answerSite(browser.ports(), { address: 'https://claude.ai/', tabId: 1 }, { type: 'dismiss' });
  await next('partial_outage');
  expect(browser.banners[0]?.view).toMatchObject({ kind: 'trouble' });
});

it('a notification does not include a recovered outage', async () => {
  await next('partial_outage');
  await next('operational');
  setPage(browser, 'chatgpt', 'major_outage');
  await next('operational', 5 * MINUTE);
  expect(titles()).toEqual([down('partial_outage'), back, english('title_major_outage', 'ChatGPT')]);
  expect(browser.notices.at(-1)?.text).toMatch(englishLike('since_at_least', /\d\d:\d\d/));
});

it('a page is read as soon as access is granted', async () => {
  breakPage(browser, 'claude', { kind: 'not_allowed' });
  await runRound(browser.ports());
  setPage(browser, 'claude', 'operational');
  browser.now += SECOND;
  await start(browser.ports());
  expect(browser.status.verdicts.claude?.kind).toBe('up');
});

it('a failed list of past incidents is requested again after an hour, not in every round', async () => {
  const listUrl = 'https://status.claude.com/api/v2/incidents.json';
  const asked = () => browser.requests.filter((url) => url === listUrl).length;
  browser.answers.set(listUrl, { kind: 'http_error', status: 404 });
  for (let i = 0; i < 12; i += 1) {
    browser.now += 5 * MINUTE;
    await runRound(browser.ports());
  }
  expect(asked()).toBe(1);
  browser.now += 10 * MINUTE;
  await runRound(browser.ports());
  expect(asked()).toBe(2);
});

it('a snoozed outage adds one decision, not one for each round', async () => {
  await send({ type: 'snooze', assistantId: 'claude', untilMs: NOON + 8 * HOUR });
  for (let i = 0; i < 60; i += 1) await next('partial_outage');
  expect(browser.status.decisions).toHaveLength(1);
});

describe('a snooze from before the clock was set back', () => {
  const DAY = 24 * HOUR;
  const snoozeFor = (ms: number) => send({ type: 'snooze', assistantId: 'claude', untilMs: browser.now + ms });

  it('by a year does not suppress notifications', async () => {
    browser.now += 365 * DAY;
    await next('partial_outage', 0);
    await snoozeFor(HOUR);
    browser.now -= 365 * DAY;
    await next('major_outage');
    expect(titles().at(-1)).toBe(down('major_outage'));
    expect(browser.status.snoozes).toEqual({});
  });

  it('by a day lasts as long as it was set for', async () => {
    browser.now += DAY;
    await next('partial_outage', 0);
    await snoozeFor(HOUR);
    browser.now -= DAY;
    await next('major_outage', 30 * MINUTE);
    expect(titles()).toEqual([down('partial_outage')]);
    await next('major_outage', 61 * MINUTE);
    expect(titles().at(-1)).toBe(down('major_outage'));
  });

  it('does not change if the clock had only been ahead in between', async () => {
    await snoozeFor(8 * HOUR);
    const { snoozes } = browser.status;
    await next('operational', DAY);
    await next('operational', -DAY);
    expect(browser.status.snoozes).toEqual(snoozes);
  });
});
