import { beforeEach, describe, expect, it } from 'vitest';
import { WITH_CHAT } from '@/tests/fakes/chat-of';
import { english } from '@/tests/fakes/english';
import { breakPage, incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { laterRounds } from '@/tests/fakes/later-rounds';
import { HOUR, MINUTE, NOON, SECOND } from '@/tests/fakes/samples';
import { runRound, start } from '@/utils/app/round';

let browser: FakeBrowser;

beforeEach(() => {
  browser = new FakeBrowser();
  setPage(browser, 'claude', 'operational');
  setPage(browser, 'chatgpt', 'operational');
});

const roundAfter = laterRounds(() => browser);

const breakDown = () => setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
const [CLAUDE, OPENAI] = ['status.claude.com', 'status.openai.com'];
/** Hosts of the requested documents in order, without the lists of past incidents. */
const reads = () => browser.requests.filter((url) => !url.endsWith('/incidents.json')).map((url) => new URL(url).host);
const titles = () => browser.notices.map((notice) => notice.title);

describe('a round while all is well', () => {
  it('reads every watched page, shows the worst level and schedules the next in five minutes', async () => {
    await roundAfter(0);
    expect(reads()).toEqual([CLAUDE, OPENAI, OPENAI]);
    expect(browser.toolbar).toMatchObject({ sign: 'up', troubleCount: 0 });
    expect(browser.toolbar?.title.split('\n')).toEqual([
      'Understudy',
      english('headline_operational', 'Claude'),
      english('headline_operational', 'ChatGPT'),
      english('checked', '12:00'),
    ]);
    expect(browser.wakesAt).toBe(NOON + 5 * MINUTE);
    expect(browser.notices).toEqual([]);
  });

  it('reads nothing before it is due', async () => {
    await roundAfter(0);
    await roundAfter(MINUTE);
    expect(reads()).toHaveLength(3);
    expect(browser.wakesAt).toBe(NOON + 5 * MINUTE);
  });

  it('schedules the next in 30 seconds while a chat is open', async () => {
    browser.openChats = ['https://claude.ai/*'];
    await roundAfter(0);
    expect(browser.wakesAt).toBe(NOON + 30 * SECOND);
    await roundAfter(90 * SECOND);
    expect(reads()).toEqual([CLAUDE, OPENAI, OPENAI, CLAUDE]);
  });
});

describe('an outage', () => {
  it('notifies once when it starts and once when it ends, across worker restarts', async () => {
    await roundAfter(0);
    breakDown();
    await roundAfter(5 * MINUTE);
    expect(titles()).toEqual([english('title_partial_outage', 'Claude')]);
    expect(browser.notices[0]?.text).toContain(english('since', '11:40'));
    expect(browser.wakesAt).toBe(browser.now + 90 * SECOND);
    for (let i = 0; i < 4; i += 1) await roundAfter(90 * SECOND);
    await start(browser.ports());
    expect(titles()).toHaveLength(1);

    setPage(browser, 'claude', 'operational', {
      closed: [
        incidentOf('claude', {
          status: 'resolved',
          updated_at: '2026-05-20T12:06:40Z',
          resolved_at: '2026-05-20T12:06:40Z',
        }),
      ],
    });
    for (let i = 0; i < 4; i += 1) await roundAfter(90 * SECOND);
    expect(titles().slice(1)).toEqual([english('headline_recovered', 'Claude', english('duration_minutes', '26'))]);
    expect(browser.toolbar?.sign).toBe('up');
  });

  it('shows a banner only on the assistant’s own site, also in new tabs, and the recovery', async () => {
    breakDown();
    await roundAfter(0);
    const shown = () =>
      browser.banners.map(({ id, view, isForNewTabs }) => {
        const facts = view && [view.headline, view.since].filter(Boolean).join(' · ');
        return [id, facts, isForNewTabs];
      });
    expect(shown()).toEqual([
      [
        'claude',
        [english('title_partial_outage', 'Claude'), english('since', '11:40'), english('duration_minutes', '20')].join(
          ' · ',
        ),
        true,
      ],
      ...WITH_CHAT.slice(1).map(({ id }) => [id, null, false]),
    ]);
    setPage(browser, 'claude', 'operational');
    await roundAfter(90 * SECOND);
    expect(shown()[0]).toEqual([
      'claude',
      english('headline_recovered', 'Claude', english('duration_minutes', '21')),
      false,
    ]);
  });

  it('notifies later when showing the notification failed', async () => {
    browser.areNoticesBroken = true;
    breakDown();
    await roundAfter(0);
    expect(browser.status.outbox).toHaveLength(1);
    browser.areNoticesBroken = false;
    await roundAfter(90 * SECOND);
    expect(titles()).toHaveLength(1);
    expect(browser.status.outbox).toEqual([]);
  });

  it('behind a sign-in page is one line in the tooltip for all affected assistants', async () => {
    for (const id of ['claude', 'chatgpt'] as const) breakPage(browser, id, { kind: 'sign_in' });
    for (let i = 0; i < 30; i += 1) await roundAfter(5 * MINUTE);
    expect(browser.toolbar?.title.split('\n').slice(1, -1)).toEqual([english('sign_in_answers', 'Claude and ChatGPT')]);
  });

  it('neither notifies nor ends while its page cannot be read', async () => {
    breakDown();
    await roundAfter(0);
    breakPage(browser, 'claude', { kind: 'not_json' });
    for (let i = 0; i < 30; i += 1) await roundAfter(5 * MINUTE);
    expect(titles()).toHaveLength(1);
    expect(browser.status.verdicts.claude).toMatchObject({ kind: 'unknown', reason: 'not_json' });
    expect(browser.toolbar?.sign).toBe('unknown');
    expect(browser.banners[0]?.view).toMatchObject({
      kind: 'unknown',
      headline: english('headline_unknown', 'Claude'),
      detail: `${english('reason_not_json')} ${english('last_known', english('level_partial_outage'))}`,
    });
  });
});

describe('a known issue', () => {
  const wait = () => (browser.wakesAt ?? 0) - browser.now;
  const CHAT = ['https://claude.ai/*'];

  it('is polled more slowly than a new one, and faster while the chat is open', async () => {
    breakDown();
    await roundAfter(0);
    expect(wait()).toBe(90 * SECOND);
    browser.openChats = CHAT;
    await roundAfter(90 * SECOND);
    expect(wait()).toBe(60 * SECOND);
    setPage(browser, 'claude', 'operational');
    await roundAfter(60 * SECOND);
    expect(wait()).toBe(30 * SECOND);
  });

  it('at degraded is read again soon because the second reading notifies', async () => {
    setPage(browser, 'claude', 'degraded_performance', { incidents: [incidentOf('claude', { impact: 'minor' })] });
    await roundAfter(0);
    expect(titles()).toEqual([]);
    expect(wait()).toBe(30 * SECOND);
    await roundAfter(30 * SECOND);
    expect(titles()).toHaveLength(1);
    expect(wait()).toBe(90 * SECOND);
  });

  it('is polled at the fastest interval for a requested recovery alert', async () => {
    breakDown();
    await roundAfter(0);
    await browser.ports().writeStatus({
      ...browser.status,
      awaited: { claude: { since: browser.now, bringsForward: false } },
    });
    await roundAfter(30 * SECOND);
    expect(reads().filter((host) => host === CLAUDE)).toHaveLength(2);
    expect(wait()).toBe(30 * SECOND);
  });

  it('is read again when the popup opens', async () => {
    breakDown();
    await roundAfter(0);
    browser.now += MINUTE;
    await runRound(browser.ports(), 'glance');
    expect(reads().filter((host) => host === CLAUDE)).toHaveLength(2);
  });
});

describe('several outages at once', () => {
  it('cause one notification and separate recoveries', async () => {
    breakDown();
    setPage(browser, 'chatgpt', 'major_outage');
    await roundAfter(0);
    expect(browser.notices).toMatchObject([
      {
        title: english('notice_several_trouble', 'Claude and ChatGPT'),
        text: `${english('headline_partial_outage_from', 'Claude', '11:40')}\n${english('headline_major_outage_from_at_least', 'ChatGPT', '12:00')}`,
      },
    ]);
    setPage(browser, 'claude', 'operational');
    await roundAfter(90 * SECOND);
    setPage(browser, 'chatgpt', 'operational');
    await roundAfter(90 * SECOND);
    // The start of ChatGPT's outage is unknown, so the notification has no duration.
    expect(titles().slice(1)).toEqual([
      english('headline_recovered', 'Claude', english('duration_minutes', '21')),
      english('headline_recovered_plain', 'ChatGPT'),
    ]);
  });
});

describe('unwatched fallbacks', () => {
  beforeEach(() => setPage(browser, 'copilot', 'operational'));
  const readOfCopilot = () => reads().filter((host) => host === 'www.githubstatus.com').length;

  it('are read during an issue every five minutes, and not afterwards', async () => {
    browser.options = { ...browser.options, planB: ['copilot'] };
    await roundAfter(0);
    breakDown();
    await roundAfter(5 * MINUTE);
    expect(readOfCopilot()).toBe(1);
    expect(browser.status.verdicts.copilot?.kind).toBe('up');
    for (let i = 0; i < 3; i += 1) await roundAfter(90 * SECOND);
    expect(readOfCopilot()).toBe(1);
    await roundAfter(90 * SECOND);
    expect(readOfCopilot()).toBe(2);
    setPage(browser, 'claude', 'operational');
    await roundAfter(90 * SECOND);
    const atTheEnd = readOfCopilot();
    for (let i = 0; i < 5; i += 1) await roundAfter(5 * MINUTE);
    expect(readOfCopilot()).toBe(atTheEnd);
  });

  it('do not notify about their own outages', async () => {
    browser.options = { ...browser.options, planB: ['copilot'] };
    setPage(browser, 'copilot', 'major_outage');
    breakDown();
    await roundAfter(0);
    expect(titles()).toEqual([english('title_partial_outage', 'Claude')]);
    expect(browser.notices[0]?.text).toContain(english('since', '11:40'));
    expect(browser.toolbar?.troubleCount).toBe(1);
  });
});

describe('after a long pause', () => {
  it('start shows unknown before it has read anything', async () => {
    await roundAfter(0);
    browser.now += 48 * HOUR;
    breakPage(browser, 'claude', { kind: 'unreachable' });
    breakPage(browser, 'chatgpt', { kind: 'unreachable' });
    await start(browser.ports());
    expect(browser.toolbarsShown.map(({ sign }) => sign).slice(-2)).toEqual(['unknown', 'unknown']);
  });

  it('start drops outdated pending notifications', async () => {
    browser.areNoticesBroken = true;
    breakDown();
    await roundAfter(0);
    browser.areNoticesBroken = false;
    browser.now += 9 * HOUR;
    await start(browser.ports());
    expect(titles()).toEqual([]);
    expect(browser.status.outbox).toEqual([]);
  });

  it('a recovery during the pause notifies without a duration', async () => {
    breakDown();
    await roundAfter(0);
    setPage(browser, 'claude', 'operational');
    await roundAfter(9 * HOUR);
    expect(titles().slice(1)).toEqual([english('headline_recovered_plain', 'Claude')]);
  });
});

describe('a snooze', () => {
  it('suppresses notifications and notifies about an ongoing outage when it ends', async () => {
    const snoozed = { ...browser.status, snoozes: { claude: NOON + HOUR } };
    await browser.ports().writeStatus(snoozed);
    breakDown();
    await roundAfter(0);
    await roundAfter(5 * MINUTE);
    expect(titles()).toEqual([]);
    expect(browser.banners[0]?.view).toBeNull();
    expect(browser.toolbar).toMatchObject({ sign: 'partial_outage', troubleCount: 0 });
    await roundAfter(HOUR);
    expect(titles()).toEqual([english('title_partial_outage', 'Claude')]);
    expect(browser.notices[0]?.text).toContain(english('since', '11:40'));
    expect(browser.status.decisions.map(({ reason }) => reason)).toEqual(['loud', 'snoozed']);
  });
});

describe('the past', () => {
  it('is filled in the first round, and its list is read once a day', async () => {
    const closed = incidentOf('claude', {
      id: 'old',
      status: 'resolved',
      started_at: '2026-05-01T10:00:00Z',
      resolved_at: '2026-05-01T11:00:00Z',
    });
    setPage(browser, 'claude', 'operational', { closed: [closed] });
    await roundAfter(0);
    expect(browser.status.past.claude).toMatchObject({
      listedAt: NOON,
      troubles: [{ id: 'old', peak: 'partial_outage' }],
    });
    const lists = () =>
      browser.requests.filter((url) => url.includes('claude') && url.endsWith('/incidents.json')).length;
    for (let i = 0; i < 10; i += 1) await roundAfter(5 * MINUTE);
    expect(lists()).toBe(1);
    await roundAfter(25 * HOUR);
    expect(lists()).toBe(2);
  });
});

describe('a round with errors', () => {
  it('reads the other page when one is broken', async () => {
    breakPage(browser, 'claude', { kind: 'unreachable' });
    await roundAfter(0);
    expect(browser.status.verdicts).toMatchObject({ claude: { kind: 'unknown' }, chatgpt: { kind: 'up' } });
  });

  it('keeps the last good reading with its age after a failed one', async () => {
    await roundAfter(0);
    breakPage(browser, 'claude', { kind: 'http_error', status: 500 });
    await roundAfter(5 * MINUTE);
    expect(browser.status.verdicts.claude).toMatchObject({ kind: 'up', checkedAt: NOON, failure: 'http_error' });
  });

  it.each([
    ['closed', []],
    ['open', ['https://claude.ai/*']],
  ])('reads a page that has failed for long when the popup opens, with its chat %s', async (_, chats) => {
    browser.openChats = chats;
    breakPage(browser, 'claude', { kind: 'http_error', status: 503 });
    for (let i = 0; i < 8; i += 1) await roundAfter(31 * MINUTE);
    browser.requests.length = 0;
    browser.now += MINUTE;
    await runRound(browser.ports(), 'glance');
    expect(browser.requests).toContain('https://status.claude.com/api/v2/summary.json');
  });

  it('fails a page that lacks one of its documents', async () => {
    browser.answers.set('https://status.openai.com/api/v2/components.json', { kind: 'timeout' });
    await roundAfter(0);
    expect(browser.status.verdicts.chatgpt).toMatchObject({ kind: 'unknown', reason: 'timeout' });
  });

  it('shows offline when the browser is offline and no page answers', async () => {
    await roundAfter(0);
    browser.isOnline = false;
    for (const id of ['claude', 'chatgpt'] as const) breakPage(browser, id, { kind: 'unreachable' });
    await roundAfter(5 * MINUTE);
    expect(browser.status.isOnline).toBe(false);
    expect(browser.toolbar).toMatchObject({ sign: 'offline' });
    expect(browser.toolbar?.title).not.toContain('Claude');
    expect(browser.notices).toEqual([]);
  });

  it('stays online when pages answer although the browser reports offline', async () => {
    browser.isOnline = false;
    await roundAfter(0);
    expect(browser.status.isOnline).toBe(true);
    expect(browser.toolbar?.sign).toBe('up');
    breakDown();
    await roundAfter(5 * MINUTE);
    expect(browser.toolbar?.sign).toBe('partial_outage');
    expect(titles()).toHaveLength(1);
  });

  it('is online again when the browser reports online', async () => {
    browser.isOnline = false;
    for (const id of ['claude', 'chatgpt'] as const) breakPage(browser, id, { kind: 'unreachable' });
    await roundAfter(0);
    expect(browser.toolbar).toMatchObject({ sign: 'offline' });
    browser.isOnline = true;
    for (const id of ['claude', 'chatgpt'] as const) setPage(browser, id, 'operational');
    await roundAfter(5 * MINUTE);
    expect(browser.toolbar?.sign).toBe('up');
  });

  it('reads a page that is watched alone with the first alarm after hours offline', async () => {
    browser.options = { ...browser.options, watched: ['claude'] };
    browser.isOnline = false;
    breakPage(browser, 'claude', { kind: 'unreachable' });
    for (let i = 0; i < 8; i += 1) await roundAfter(31 * MINUTE);
    browser.isOnline = true;
    setPage(browser, 'claude', 'operational');
    await roundAfter(5 * MINUTE);
    expect(browser.toolbar?.sign).toBe('up');
  });

  it('reads immediately after a night of sleep and reports the current state', async () => {
    breakDown();
    await roundAfter(0);
    setPage(browser, 'claude', 'operational');
    await roundAfter(9 * HOUR);
    expect(titles()).toHaveLength(2);
    expect(browser.status.verdicts.claude?.kind).toBe('up');
  });
});

it('a round shows the outage when drafts cannot be read', async () => {
  breakDown();
  const broken = () => Promise.reject(new Error('Nothing can be read'));
  await runRound({ ...browser.ports(), readDrafts: broken, changeDrafts: broken }).catch(() => null);
  expect(browser.toolbar?.sign).toBe('partial_outage');
  expect(browser.wakesAt).toBeGreaterThan(NOON);
  expect(browser.history.length).toBeGreaterThan(0);
});
