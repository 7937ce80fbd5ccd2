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
import { runRound, start } from '@/utils/app/round';

let browser: FakeBrowser;

beforeEach(async () => {
  browser = new FakeBrowser();
  setPage(browser, 'claude', 'operational');
  setPage(browser, 'chatgpt', 'operational');
  await runRound(browser.ports());
});

const roundAfter = laterRounds(() => browser);

const send = (...statuses: number[]) => sendToClaude(browser, ...statuses);

const requestAlert = (awaits: { bringsForward: boolean } | null = { bringsForward: false }) =>
  answerPage(browser.ports(), createMutex(), { type: 'await-recovery', assistantId: 'claude', awaits });

async function breakDown(): Promise<void> {
  setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
  await roundAfter(5 * MINUTE);
}

async function resolve(): Promise<void> {
  const ended = { status: 'resolved', resolved_at: '2026-05-20T12:20:00.000Z' };
  setPage(browser, 'claude', 'operational', { closed: [incidentOf('claude', ended)] });
  await roundAfter(16 * MINUTE);
}

const titles = () => browser.notices.map(({ title }) => title);

describe('a requested recovery alert for an outage on the status page', () => {
  it('replaces the normal recovery notification, once', async () => {
    await breakDown();
    await requestAlert();
    await resolve();
    await roundAfter(MINUTE);
    expect(titles()).toEqual([
      english('title_partial_outage', 'Claude'),
      english('headline_recovered', 'Claude', english('duration_minutes', '40')),
    ]);
    expect(browser.notices.at(-1)).toMatchObject({ id: browser.notices[0]?.id });
    expect(browser.status.awaited).toEqual({});
    expect(browser.status.decisions[0]).toMatchObject({ about: 'recovered', isTold: true, reason: 'awaited' });
  });

  it('is sent although the assistant is snoozed', async () => {
    await breakDown();
    const until = { type: 'snooze', assistantId: 'claude', untilMs: browser.now + 8 * HOUR } as const;
    await answerPage(browser.ports(), createMutex(), until);
    await requestAlert();
    await resolve();
    expect(titles().at(-1)).toBe(english('headline_recovered', 'Claude', english('duration_minutes', '40')));
  });

  it('is sent after a night with the browser closed', async () => {
    await breakDown();
    await requestAlert();
    setPage(browser, 'claude', 'operational');
    browser.now += 10 * HOUR;
    await start(browser.ports());
    expect(titles().at(-1)).toBe(english('headline_recovered_plain', 'Claude'));
  });

  it('can be requested from the banner on the chat site', async () => {
    await breakDown();
    const ask = { address: 'https://claude.ai/chat/1', tabId: 7 };
    await answerSite(browser.ports(), ask, { type: 'await', isOn: true });
    expect(browser.banners[0]?.view).toMatchObject({ isAwaited: true });
    await answerSite(browser.ports(), ask, { type: 'await', isOn: false });
    expect(browser.status.awaited).toEqual({});
  });
});

it('a recovery alert waits for the user’s messages to succeed if the page reports the recovery too early', async () => {
  await breakDown();
  await requestAlert();
  await send(529, 529);
  await roundAfter(30 * SECOND);
  setPage(browser, 'claude', 'operational');
  await send(529);
  await roundAfter(40 * SECOND);
  expect(browser.status.verdicts.claude?.kind).toBe('up');
  expect(titles()).toHaveLength(1);
  await send(200, 200);
  await roundAfter(30 * SECOND);
  expect(titles().at(-1)).toBe(english('headline_recovered', 'Claude', english('duration_minutes', '26')));
  expect(titles()).toHaveLength(2);
});

describe('a requested recovery alert for a suspicion that the page never confirmed', () => {
  beforeEach(async () => {
    await send(529, 529, 529);
    await requestAlert({ bringsForward: true });
  });

  it('is sent when messages succeed again', async () => {
    await send(200, 200);
    await roundAfter(30 * SECOND);
    expect(browser.notices.at(-1)).toMatchObject({
      title: english('headline_recovered_plain', 'Claude'),
      text: english('notice_back_answering'),
    });
    expect(browser.broughtForward).toEqual(['https://claude.ai/new']);
  });

  it('is sent as "may be back" after a while without messages', async () => {
    for (let round = 0; round < 14; round += 1) await roundAfter(MINUTE);
    expect(browser.notices).toEqual([]);
    await roundAfter(2 * MINUTE);
    expect(titles()).toEqual([english('headline_maybe_back', 'Claude')]);
  });

  it('opens the chat when its notification is clicked', async () => {
    await send(200, 200);
    await roundAfter(30 * SECOND);
    browser.broughtForward.length = 0;
    await pressNotice(browser.ports(), browser.notices.at(-1)?.id ?? '', { kind: 'open' });
    expect(browser.broughtForward).toEqual(['https://claude.ai/new']);
  });
});

describe('a recovery alert that was requested by a clock ahead', () => {
  const DAY = 24 * HOUR;

  beforeEach(async () => {
    await breakDown();
    browser.now += DAY;
    await requestAlert();
    browser.now -= DAY;
  });

  it('is sent when the page reports the recovery after the clock was set back', async () => {
    await roundAfter(MINUTE);
    expect(browser.status.awaited.claude?.since).toBe(browser.now);
    await resolve();
    expect(titles().at(-1)).toBe(english('headline_recovered', 'Claude', english('duration_minutes', '40')));
    expect(browser.status.awaited).toEqual({});
  });

  it('is sent if the first reading after the clock was set back shows the recovery', async () => {
    await resolve();
    expect(titles().at(-1)).toBe(english('headline_recovered', 'Claude', english('duration_minutes', '40')));
    expect(browser.status.decisions[0]).toMatchObject({ about: 'recovered', isTold: true, reason: 'awaited' });
  });
});

it('a recovery alert does not count what a clock ahead had seen before the request', async () => {
  const DAY = 24 * HOUR;
  await roundAfter(DAY);
  await send(200);
  await roundAfter(MINUTE);
  await requestAlert();
  browser.now -= DAY;
  await start(browser.ports());
  await roundAfter(MINUTE);
  expect(titles()).toEqual([]);
  expect(browser.status.awaited.claude).toBeDefined();
});

it('a withdrawn recovery alert is not sent', async () => {
  await breakDown();
  await requestAlert();
  await requestAlert(null);
  await resolve();
  expect(browser.status.decisions[0]).toMatchObject({ reason: 'ended' });
});

it('a recovery alert that could not be shown is shown later and then opens the chat', async () => {
  await breakDown();
  await requestAlert({ bringsForward: true });
  browser.areNoticesBroken = true;
  await resolve();
  expect(browser.broughtForward).toEqual([]);
  browser.areNoticesBroken = false;
  await roundAfter(30 * MINUTE);
  expect(titles().at(-1)).toBe(english('headline_recovered', 'Claude', english('duration_minutes', '40')));
  expect(browser.broughtForward).toEqual(['https://claude.ai/new']);
});

it('a recovery alert that could not be shown waits for the readings after a restart of the browser', async () => {
  await breakDown();
  await requestAlert();
  browser.areNoticesBroken = true;
  await resolve();
  browser.areNoticesBroken = false;
  browser.now += 72 * HOUR;
  await start(browser.ports());
  expect(titles().at(-1)).toBe(english('headline_recovered', 'Claude', english('duration_minutes', '40')));
});

it('a recovery alert that became outdated before it could be shown is dropped and opens no chat', async () => {
  await breakDown();
  await requestAlert({ bringsForward: true });
  browser.areNoticesBroken = true;
  await resolve();
  browser.answers.clear();
  browser.areNoticesBroken = false;
  await roundAfter(2 * HOUR);
  expect(titles()).toHaveLength(1);
  expect(browser.status.outbox).toEqual([]);
  expect(browser.broughtForward).toEqual([]);
});
