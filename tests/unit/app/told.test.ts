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

/** What Claude's page says next, in one word for its level; read half a minute later unless told. */
async function next(
  word: string,
  afterMs = 90 * SECOND,
  listed: { incidents?: object[] } = word === 'operational' ? {} : open(),
) {
  setPage(browser, 'claude', word, listed);
  browser.now += afterMs;
  await runRound(browser.ports());
}

const say = (message: PageMessage) => answerPage(browser.ports(), createMutex(), message);
const titles = () => browser.notices.map(({ title }) => title);

const down = (level: TroubleLevel) => english(`headline_${level}_from`, 'Claude', '11:40');
const back = expect.stringMatching(englishLike('headline_recovered', 'Claude', /.+/));

describe('what is worse than was told is told', () => {
  it('in a relapse that begins mildly', async () => {
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

  it('although it worked for the person before', async () => {
    await next('partial_outage');
    await say({ type: 'react', assistantId: 'claude', says: 'works' });
    await next('major_outage');
    await next('operational');
    expect(titles()).toEqual([down('partial_outage'), down('major_outage'), back]);
  });

  it('although it comes and goes', async () => {
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

  it('after a snooze in which it got worse', async () => {
    await next('partial_outage');
    await say({ type: 'snooze', assistantId: 'claude', untilMs: browser.now + HOUR });
    await next('major_outage', 5 * MINUTE);
    expect(titles()).toEqual([down('partial_outage')]);
    await next('major_outage', HOUR);
    expect(titles().at(-1)).toBe(down('major_outage'));
  });
});

describe('another trouble is another', () => {
  it('after a week’s sleep, with its own start', async () => {
    await next('partial_outage');
    const later = open({ id: 'another', started_at: new Date(browser.now + 7 * 24 * HOUR - 5 * MINUTE).toISOString() });
    await next('partial_outage', 7 * 24 * HOUR, later);
    expect(browser.notices).toHaveLength(2);
    expect(browser.status.episodes.claude?.startedAt).toBe(browser.now - 5 * MINUTE);
  });

  it('but a blip in between does not make the same incident another', async () => {
    await next('partial_outage');
    await next('operational');
    await next('degraded_performance', 30 * SECOND, {});
    await next('operational');
    await next('partial_outage', HOUR);
    expect(titles().at(-1)).toBe(english('headline_reopened', 'Claude'));
  });

  it('and one whose page has gone silent for days is one of the past', async () => {
    await next('partial_outage');
    breakPage(browser, 'claude', { kind: 'not_json' });
    for (let day = 0; day < 4; day += 1) {
      browser.now += 24 * HOUR;
      await runRound(browser.ports());
    }
    expect(browser.status.episodes.claude).toBeUndefined();
  });
});

describe('those who are not watched', () => {
  it('are never told of, neither then nor when they are watched again', async () => {
    setPage(browser, 'copilot', 'major_outage');
    browser.options = { ...browser.options, planB: ['copilot'] };
    await next('partial_outage');
    setPage(browser, 'copilot', 'operational');
    browser.options = { ...browser.options, watched: ['claude', 'copilot'] };
    await next('partial_outage', 5 * MINUTE);
    expect(titles()).toEqual([down('partial_outage')]);
  });

  it('are not read at a start with nobody in trouble', async () => {
    await start(browser.ports());
    expect(browser.requests.filter((url) => url.includes('github'))).toEqual([]);
  });
});

it('a dismissed farewell does not hide the relapse', async () => {
  await next('partial_outage');
  await next('operational');
  await answerSite(browser.ports(), { address: 'https://claude.ai/', tabId: 1 }, { type: 'dismiss' });
  await next('partial_outage');
  expect(browser.banners[0]?.view).toMatchObject({ kind: 'trouble' });
});

it('a notice does not join what is over by now', async () => {
  await next('partial_outage');
  await next('operational');
  setPage(browser, 'chatgpt', 'major_outage');
  await next('operational', 5 * MINUTE);
  expect(titles()).toEqual([
    down('partial_outage'),
    back,
    expect.stringMatching(englishLike('headline_major_outage_from_at_least', 'ChatGPT', /\d\d:\d\d/)),
  ]);
});

it('a page is read as soon as it is allowed', async () => {
  breakPage(browser, 'claude', { kind: 'not_allowed' });
  await runRound(browser.ports());
  setPage(browser, 'claude', 'operational');
  browser.now += SECOND;
  await start(browser.ports());
  expect(browser.status.verdicts.claude?.kind).toBe('up');
});

it('a list of past incidents that failed is asked for again an hour later, not at every round', async () => {
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

it('a snoozed trouble does not crowd everything else out of "why"', async () => {
  await say({ type: 'snooze', assistantId: 'claude', untilMs: NOON + 8 * HOUR });
  for (let i = 0; i < 60; i += 1) await next('partial_outage');
  expect(browser.status.decisions).toHaveLength(1);
});

it('a snooze of before the clock was set back does not mute for a year', async () => {
  browser.now += 365 * 24 * HOUR;
  await next('partial_outage', 0);
  await say({ type: 'snooze', assistantId: 'claude', untilMs: browser.now + HOUR });
  browser.now -= 365 * 24 * HOUR;
  await next('major_outage');
  expect(titles().at(-1)).toBe(down('major_outage'));
});
