import { beforeEach, describe, expect, it } from 'vitest';
import { CLAUDE_SEND_URL } from '@/tests/fakes/chat-requests';
import { createMutex } from '@/tests/fakes/fake-locks';
import { breakPage, incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { HOUR, MINUTE, NOON, SECOND } from '@/tests/fakes/samples';
import { component, summary } from '@/tests/fixtures/statuspage/documents';
import { answerPage, answerSite } from '@/utils/app/commands';
import { endTransfer } from '@/utils/app/draft-transfers';
import { forgetInFlight, onWebRequestEvent } from '@/utils/app/evidence';
import { noteVisit, runRound, start } from '@/utils/app/round';
import { forgetGrant } from '@/utils/app/sightings';
import { STATUS_SHAPE } from '@/utils/browser/status-schema';
import { deserialize } from '@/utils/browser/stored-value';
import { keyOfSpot } from '@/utils/model/blind-spot';
import type { ReadFailure } from '@/utils/model/failure';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { blindSpots, unseenBlindSpots } from '@/utils/rules/sightings/blind-spots';

const DAY = 24 * HOUR;
let browser: FakeBrowser;

beforeEach(async () => {
  browser = new FakeBrowser();
  browser.options = { ...DEFAULT_OPTIONS, watched: ['claude', 'copilot'] };
  setPage(browser, 'claude', 'operational');
  setPage(browser, 'copilot', 'operational');
  await runRound(browser.ports());
});

/** Rounds by alarm for so long. */
async function live(ms: number, everyMs = 30 * MINUTE): Promise<void> {
  const until = browser.now + ms;
  while (browser.now < until) {
    browser.now += everyMs;
    await runRound(browser.ports());
  }
}

const spots = () => blindSpots(browser.now, browser.status, browser.options);
const kinds = () => spots().map(({ kind, assistantId }) => [kind, assistantId]);

/** What an alarm would have to start is not started: only the user wakes the worker. */
const wakeByUser = async (ms: number) => {
  browser.now += ms;
  await runRound(browser.ports(), 'glance');
};

describe('the blind spots of a status page', () => {
  it.each<[string, ReadFailure]>([
    ['redirects', { kind: 'moved' }],
    ['has another identity', { kind: 'wrong_page' }],
  ])('tell within a day that a page %s', async (_, failure) => {
    breakPage(browser, 'claude', failure);
    await live(5 * HOUR);
    expect(kinds()).toEqual([]);
    await live(2 * HOUR);
    expect(spots()).toEqual([{ kind: 'page_moved', assistantId: 'claude', since: NOON + 30 * MINUTE }]);
    setPage(browser, 'claude', 'operational');
    await live(HOUR);
    expect(kinds()).toEqual([]);
  });

  it.each<[string, ReadFailure]>([
    ['HTML', { kind: 'html' }],
    ['a bot check', { kind: 'challenge' }],
    ['405', { kind: 'http_error', status: 405 }],
    ['403', { kind: 'http_error', status: 403 }],
  ])('tell that a page answers %s for a day', async (_, failure) => {
    breakPage(browser, 'claude', failure);
    await live(23 * HOUR);
    expect(kinds()).toEqual([]);
    await live(2 * HOUR);
    expect(kinds()).toEqual([['page_guarded', 'claude']]);
  });

  it.each<[string, ReadFailure]>([
    ['a changed format', { kind: 'wrong_shape' }],
    ['errors', { kind: 'http_error', status: 500 }],
    ['nothing', { kind: 'timeout' }],
  ])('tell that a page answers %s for a day while another one is read', async (_, failure) => {
    breakPage(browser, 'claude', failure);
    await live(25 * HOUR);
    expect(kinds()).toEqual([['page_unreadable', 'claude']]);
  });

  it('count from the first failed reading although the reason changes', async () => {
    breakPage(browser, 'claude', { kind: 'challenge' });
    await live(12 * HOUR);
    breakPage(browser, 'claude', { kind: 'http_error', status: 405 });
    await live(13 * HOUR);
    expect(spots()).toEqual([{ kind: 'page_guarded', assistantId: 'claude', since: NOON + 30 * MINUTE }]);
  });

  it('tell that the page no longer lists the chat', async () => {
    const url = 'https://status.claude.com/api/v2/summary.json';
    const renamed = String(browser.answers.get(url)).replaceAll(
      /"id":"\w+","name":"[^"]*"/g,
      '"id":"x1","name":"Other"',
    );
    browser.answers.set(url, renamed);
    await live(4 * HOUR);
    expect(browser.status.verdicts.claude?.reason).toBe('missing_component');
    expect(kinds()).toEqual([['part_gone', 'claude']]);
  });

  it('tell that the chat is found by its name only', async () => {
    const url = 'https://status.claude.com/api/v2/summary.json';
    const { id = '' } = browser.status.pages.claude?.report?.components[0] ?? {};
    const renewed = String(browser.answers.get(url))
      .replaceAll(id, 'renewed1')
      .replace(/("id":"renewed1","name":)"[^"]*"/, '$1"claude.ai"');
    browser.answers.set(url, renewed);
    await live(4 * HOUR);
    expect(browser.status.verdicts.claude?.isMatchedByName).toBe(true);
    expect(kinds()).toEqual([['matched_by_name', 'claude']]);
  });

  it('do not tell that a chat of which only the name is recorded is found by its name', async () => {
    browser.options = { ...browser.options, watched: ['kimi', 'copilot'] };
    const page = { id: '10y9y5wx5xh3', url: 'https://status.moonshot.cn' };
    const components = [component('kimi1', 'operational', { name: 'Kimi', page_id: page.id })];
    browser.answers.set('https://status.moonshot.cn/api/v2/summary.json', summary({ page, components }));
    await live(4 * HOUR);
    expect(browser.status.verdicts.kimi?.isMatchedByName).toBe(true);
    expect(kinds()).toEqual([]);
  });

  it('tell that a page has not changed for 30 days while another one has', async () => {
    await live(29 * DAY, DAY);
    setPage(browser, 'copilot', 'operational', { incidents: [incidentOf('copilot')] });
    await live(HOUR);
    expect(kinds()).toEqual([]);
    await live(DAY);
    expect(spots()).toEqual([{ kind: 'page_frozen', assistantId: 'claude', since: NOON }]);
    expect(browser.status.verdicts.claude?.kind).toBe('up');
    setPage(browser, 'claude', 'degraded_performance');
    await live(HOUR);
    expect(kinds()).toEqual([]);
  });

  it('do not call a page frozen when no page has changed', async () => {
    await live(31 * DAY, DAY);
    expect(kinds()).toEqual([]);
  });
});

describe('a lost permission', () => {
  it('is shown for a status page that was read before', async () => {
    breakPage(browser, 'copilot', { kind: 'not_allowed' });
    await live(30 * MINUTE);
    expect(kinds()).toEqual([['page_access_lost', 'copilot']]);
  });

  it('is shown for a chat site that was allowed before', async () => {
    await start(browser.ports());
    browser.hasAccess = false;
    await start(browser.ports());
    expect(kinds()).toEqual([
      ['chat_access_lost', 'claude'],
      ['chat_access_lost', 'copilot'],
    ]);
  });

  it('is not shown for a site that was never allowed', async () => {
    browser = new FakeBrowser();
    browser.hasAccess = false;
    await start(browser.ports());
    expect(kinds()).toEqual([]);
  });

  it('is not shown for a site that the user revoked in the settings', async () => {
    await start(browser.ports());
    await answerPage(browser.ports(), createMutex(), { type: 'forget-grant', pattern: 'https://claude.ai/*' });
    await answerPage(browser.ports(), createMutex(), { type: 'forget-grant', pattern: 'https://github.com/*' });
    browser.hasAccess = false;
    await start(browser.ports());
    expect(kinds()).toEqual([]);
  });
});

describe('messages that are never seen', () => {
  const open = (id: string) =>
    onWebRequestEvent(browser.ports(), createMutex(), {
      id,
      url: 'https://claude.ai/chat/1',
      method: 'GET',
      isMainFrame: true,
      stage: 'ended',
      status: 200,
      error: null,
    });
  const send = (id: string) =>
    void onWebRequestEvent(browser.ports(), createMutex(), {
      id,
      url: CLAUDE_SEND_URL,
      method: 'POST',
      isMainFrame: false,
      stage: 'sent',
    });

  it('are shown once the chat was opened on three days', async () => {
    await open('1');
    await open('2');
    await live(DAY, DAY);
    await open('3');
    expect(kinds()).toEqual([]);
    await live(DAY, DAY);
    await open('4');
    expect(spots()).toEqual([{ kind: 'messages_unseen', assistantId: 'claude', since: null }]);
  });

  it('are not shown once a message was seen', async () => {
    for (const day of [1, 2, 3, 4, 5]) {
      await open(String(day));
      if (day === 2) send('sent');
      await live(DAY, DAY);
    }
    expect(kinds()).toEqual([]);
    expect(browser.status.sightings.claude?.sentAt).toBe(NOON + DAY);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['detecting them was turned off', () => forgetInFlight(browser.ports(), createMutex(), true)],
    ['the chat site was revoked', () => forgetGrant(browser.ports(), 'https://claude.ai/*')],
  ])('are not shown after %s', async (_, turnOff) => {
    for (const id of ['1', '2', '3']) {
      await open(id);
      await live(DAY, DAY);
    }
    expect(kinds()).toEqual([['messages_unseen', 'claude']]);
    await turnOff();
    expect(kinds()).toEqual([]);
  });

  it('are not shown where the handshake of the WebSocket for messages was seen', async () => {
    browser.options = { ...browser.options, watched: ['microsoft_copilot'] };
    const asked = { method: 'GET', isMainFrame: true, stage: 'ended', status: 200, error: null } as const;
    const opened = { method: 'GET', isMainFrame: false, stage: 'sent', isHandshake: true } as const;
    for (const id of ['1', '2', '3']) {
      const page = { ...asked, id, url: 'https://copilot.microsoft.com/' };
      await onWebRequestEvent(browser.ports(), createMutex(), page);
      await live(DAY, DAY);
    }
    expect(kinds()).toEqual([['messages_unseen', 'microsoft_copilot']]);
    const socket = { ...opened, id: 'socket', url: 'wss://copilot.microsoft.com/c/api/chat' };
    void onWebRequestEvent(browser.ports(), createMutex(), socket);
    await live(DAY, DAY);
    expect(kinds()).toEqual([]);
  });

  it('are shown after ten days since the last one', async () => {
    send('sent');
    for (let day = 0; day < 10; day += 1) {
      await live(DAY, DAY);
      await open(`day ${day}`);
    }
    expect(spots()).toEqual([{ kind: 'messages_unseen', assistantId: 'claude', since: NOON }]);
  });
});

describe('a composer that is not found', () => {
  const transfer = async (outcome: 'no_composer' | 'exact') => {
    browser.now += MINUTE;
    const sender = { address: 'https://claude.ai/chat/1', tabId: 9 };
    await answerSite(browser.ports(), sender, { type: 'continue', to: 'chatgpt', draft: `Text at ${browser.now}` });
    const { id = 0, tabId } = browser.latestTransfer ?? {};
    await endTransfer(browser.ports(), tabId ?? 0, 'https://chatgpt.com/', { id, outcome });
  };

  it('is shown until one is found, for an assistant in Plan B too', async () => {
    browser.options = { ...browser.options, planB: ['chatgpt'] };
    await transfer('no_composer');
    await transfer('no_composer');
    expect(spots()).toEqual([{ kind: 'composer_not_found', assistantId: 'chatgpt', since: NOON + MINUTE }]);
    await transfer('exact');
    expect(kinds()).toEqual([]);
    expect(browser.status.sightings.chatgpt?.composer.foundAt).toBe(browser.now);
  });
});

describe('the extension as a whole', () => {
  it('tells that storage fails', () => {
    const status = { ...browser.status, storageTrouble: 'failing' as const };
    expect(blindSpots(browser.now, status, browser.options)).toEqual([
      { kind: 'storage_failing', assistantId: null, since: null },
    ]);
  });

  it('tells that no alarm has started a round for an hour', async () => {
    browser.options = { ...browser.options, watched: ['claude'] };
    await wakeByUser(20 * MINUTE);
    await wakeByUser(30 * MINUTE);
    expect(kinds()).toEqual([]);
    browser.now += 40 * MINUTE;
    await noteVisit(browser.ports(), createMutex(), 'https://claude.ai/new', true);
    expect(spots()).toEqual([{ kind: 'alarm_missing', assistantId: null, since: NOON + 20 * MINUTE }]);
    await runRound(browser.ports(), 'alarm');
    expect(kinds()).toEqual([]);
  });

  it('does not tell so after a sleep, when the overdue alarm comes right after the popup', async () => {
    for (let night = 0; night < 3; night += 1) {
      await wakeByUser(9 * HOUR);
      browser.now += SECOND;
      await runRound(browser.ports(), 'alarm');
      expect(kinds()).toEqual([]);
    }
  });
});

describe('a dismissed blind spot', () => {
  it('stays dismissed while it lasts and is shown again when it recurs', async () => {
    const untold = () => unseenBlindSpots(browser.now, browser.status, browser.options);
    breakPage(browser, 'claude', { kind: 'moved' });
    await live(7 * HOUR);
    const [spot] = untold();
    expect(spot).toBeDefined();
    if (spot === undefined) return;
    await answerPage(browser.ports(), createMutex(), { type: 'dismiss-spot', key: keyOfSpot(spot) });
    await live(7 * HOUR);
    expect(kinds()).toEqual([['page_moved', 'claude']]);
    expect(untold()).toEqual([]);
    setPage(browser, 'claude', 'operational');
    await live(HOUR);
    expect(browser.status.dismissedSpots).toEqual([]);
    breakPage(browser, 'claude', { kind: 'moved' });
    await live(7 * HOUR);
    expect(untold()).toHaveLength(1);
  });
});

describe('what is stored for it', () => {
  it('takes less than 2 kB for five assistants, and is forgotten with an assistant that is neither watched nor in Plan B', async () => {
    browser.options = { ...browser.options, watched: ['claude', 'copilot', 'chatgpt', 'cursor', 'grok'], planB: [] };
    await start(browser.ports());
    await live(HOUR);
    expect(JSON.stringify(browser.status.sightings).length).toBeLessThan(2_000);
    browser.options = { ...browser.options, watched: ['claude'] };
    await live(HOUR);
    expect(Object.keys(browser.status.sightings)).toEqual(['claude']);
  });
});

it('a status of an earlier version, without these parts, is read as undamaged', () => {
  const stored = JSON.parse(browser.stored);
  for (const part of ['sightings', 'missedAlarm', 'dismissedSpots']) delete stored.value[part];
  const { value, damaged } = deserialize(STATUS_SHAPE, stored);
  expect(damaged).toEqual([]);
  expect(value).toMatchObject({ sightings: {}, missedAlarm: null, dismissedSpots: [] });
});

it('a page that is watched alone is called moved only after a day', async () => {
  browser = new FakeBrowser();
  browser.options = { ...DEFAULT_OPTIONS, watched: ['claude'] };
  breakPage(browser, 'claude', { kind: 'moved' });
  await live(20 * HOUR);
  expect(kinds()).toEqual([]);
  await live(5 * HOUR);
  expect(kinds()).toEqual([['page_moved', 'claude']]);
});
