import { beforeEach, describe, expect, it } from 'vitest';
import { CLAUDE_SEND_URL, sendToClaude } from '@/tests/fakes/chat-requests';
import { english } from '@/tests/fakes/english';
import { createMutex } from '@/tests/fakes/fake-locks';
import { breakPage, incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { HOUR, MINUTE, SECOND } from '@/tests/fakes/samples';
import { answerSite } from '@/utils/app/commands';
import { applyEvidence, checkRequestTimeouts, forgetInFlight, onWebRequestEvent } from '@/utils/app/evidence';
import { runRound } from '@/utils/app/round';
import { STATUS_SHAPE } from '@/utils/browser/status-schema';
import { serialize } from '@/utils/browser/stored-value';
import { headStartMs } from '@/utils/model/episode';
import { NO_EVIDENCE } from '@/utils/model/evidence';

let browser: FakeBrowser;

beforeEach(async () => {
  browser = new FakeBrowser();
  setPage(browser, 'claude', 'operational');
  setPage(browser, 'chatgpt', 'operational');
  await runRound(browser.ports());
});

const request = { url: CLAUDE_SEND_URL, method: 'POST', isMainFrame: false } as const;
/** Requests that were made so far, for an id of their own each. */
let sent = 0;
const send = (...statuses: number[]) => sendToClaude(browser, ...statuses);

/** Messages without an answer; resolves when their timeout was checked. */
function sendInto(silence: readonly string[], ports = browser.ports()): Promise<unknown> {
  return Promise.all(silence.map((id) => onWebRequestEvent(ports, createMutex(), { ...request, id, stage: 'sent' })));
}

const banner = () => browser.banners.find(({ id }) => id === 'claude')?.view ?? null;

it('failing messages cause a suspicion with correct counts, not an outage', async () => {
  await send(200, 529);
  expect(banner()).toBeNull();
  await send(529, 529);
  expect(banner()).toMatchObject({
    kind: 'suspected',
    level: 'operational',
    headline: english('suspicion_sends', '3', '4'),
    detail: english('suspicion_silent', 'Claude'),
  });
  expect(browser.toolbar).toMatchObject({ sign: 'suspected', troubleCount: 0 });
  expect(browser.notices).toEqual([]);
});

it('failing sign-ins cause a suspicion of their own, and refused ones do not count', async () => {
  const signIn = async (status: number) => {
    browser.now += SECOND;
    sent += 1;
    const url = 'https://claude.ai/api/auth/send_magic_link';
    const ended = { ...request, url, id: String(sent), stage: 'ended', status, error: null } as const;
    await onWebRequestEvent(browser.ports(), createMutex(), ended);
  };
  for (const status of [401, 403, 400, 503]) await signIn(status);
  expect(banner()).toBeNull();
  await signIn(503);
  expect(banner()?.headline).toBe(english('suspicion_sign_ins', '2', '2'));
});

it('failing messages bring the next reading forward within the minimum interval', async () => {
  const reads = () => browser.requests.filter((url) => url === 'https://status.claude.com/api/v2/summary.json').length;
  const before = reads();
  await send(529, 529);
  expect(reads()).toBe(before);
  expect((browser.wakesAt ?? 0) - browser.now).toBeLessThanOrEqual(30 * SECOND);
  browser.now += 30 * SECOND;
  await runRound(browser.ports());
  expect(reads()).toBe(before + 1);
});

it('an outage that the page confirms after a suspicion notifies once', async () => {
  await send(529, 529, 529);
  setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
  browser.now += 30 * SECOND;
  await runRound(browser.ports());
  expect(banner()).toMatchObject({ kind: 'trouble', level: 'partial_outage' });
  expect(browser.notices).toHaveLength(1);
});

describe('the head start of the user', () => {
  it('is measured from the first failure to the first reading with the outage', async () => {
    await send(529, 529, 529);
    const sensedAt = browser.now - 2 * SECOND;
    const decided = browser.status.decisions;
    expect(decided).toMatchObject([{ about: 'suspected', isTold: false, reason: 'not_worth_interrupting' }]);
    browser.now = sensedAt + 18 * MINUTE;
    setPage(browser, 'claude', 'degraded_performance', { incidents: [incidentOf('claude', { impact: 'minor' })] });
    await runRound(browser.ports());
    // A confirmed suspicion notifies about degraded after one reading.
    expect(browser.notices.map(({ title }) => title)).toEqual([english('title_degraded', 'Claude')]);
    expect(browser.status.decisions[0]).toMatchObject({ about: 'started', isTold: true, reason: 'sensed' });
    expect(browser.status.sensed).toEqual({});
    expect(browser.status.episodes.claude).toMatchObject({ sensedAt, seenAt: sensedAt + 18 * MINUTE });

    browser.now += 30 * SECOND;
    await send(529);
    setPage(browser, 'claude', 'operational');
    browser.now += 60 * SECOND;
    await runRound(browser.ports());
    const past = browser.status.past.claude?.troubles ?? [];
    expect(past.map((trouble) => [trouble.source, headStartMs(trouble)])).toEqual([['seen', 18 * MINUTE]]);
    expect(browser.notices).toHaveLength(2);
  });

  it('of a past outage leaves no suspicion until messages fail again', async () => {
    await send(529, 529);
    setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
    browser.now += 30 * SECOND;
    await runRound(browser.ports());
    await send(529, 529);
    setPage(browser, 'claude', 'operational');
    browser.now += 90 * SECOND;
    await runRound(browser.ports());
    expect(browser.status.verdicts.claude?.kind).toBe('up');
    await send(529);
    expect(browser.status.verdicts.claude?.kind).toBe('up');
    await send(529);
    expect(browser.status.verdicts.claude?.kind).toBe('suspected');
    browser.now -= 24 * HOUR;
    await send(529, 529);
    expect(browser.status.verdicts.claude?.kind, 'after the clock was set back').toBe('suspected');
  });

  it('is null if messages succeeded before the page reported the outage', async () => {
    await send(529, 529, 200, 200);
    setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
    browser.now += 6 * MINUTE;
    await runRound(browser.ports());
    expect(browser.status.episodes.claude?.sensedAt).toBeNull();
  });
});

describe('a chat site that does not open', () => {
  const open = async (...statuses: number[]) => {
    for (const status of statuses) {
      browser.now += SECOND;
      sent += 1;
      const page = { id: String(sent), url: 'https://claude.ai/new', method: 'GET', isMainFrame: true };
      await onWebRequestEvent(browser.ports(), createMutex(), { ...page, stage: 'ended', status, error: null });
    }
  };

  it('notifies once because no banner can be shown', async () => {
    await open(200, 503);
    expect(browser.notices).toEqual([]);
    await open(503, 503, 503, 503, 503, 503, 503);
    expect(browser.notices).toMatchObject([
      {
        title: english('suspicion_named_page', 'Claude'),
        text: english('suspicion_silent', 'Claude'),
      },
    ]);
    expect(browser.status.decisions).toMatchObject([{ about: 'unopened', isTold: true, reason: 'unopened' }]);
  });

  it('notifies once during an outage whose status page can no longer be read', async () => {
    setPage(browser, 'claude', 'major_outage', { incidents: [incidentOf('claude')] });
    browser.now += 6 * MINUTE;
    await runRound(browser.ports());
    breakPage(browser, 'claude', { kind: 'timeout' });
    browser.now += 2 * HOUR;
    await runRound(browser.ports());
    expect(browser.status.verdicts.claude?.kind).toBe('unknown');
    await open(503, 503, 503, 503, 503);
    const titles = browser.notices.map(({ title }) => title);
    expect(titles.filter((title) => title === english('suspicion_named_page', 'Claude'))).toHaveLength(1);
  });

  it('notifies although messages failed just before, because the banner about them is gone', async () => {
    await send(503, 503);
    expect(browser.notices).toEqual([]);
    await open(503, 503);
    expect(browser.notices).toMatchObject([{ title: english('suspicion_named_page', 'Claude') }]);
    await send(503, 503);
    await open(503);
    expect(browser.notices).toHaveLength(1);
  });

  it('is replaced by the page’s outage as one notification with one recovery', async () => {
    await open(503, 503);
    setPage(browser, 'claude', 'major_outage', { incidents: [incidentOf('claude')] });
    browser.now += 30 * SECOND;
    await runRound(browser.ports());
    setPage(browser, 'claude', 'operational');
    browser.now += 90 * SECOND;
    await runRound(browser.ports());
    expect(browser.notices.map(({ title }) => title)).toMatchObject([
      english('suspicion_named_page', 'Claude'),
      english('title_major_outage', 'Claude'),
      english('headline_recovered', 'Claude', english('duration_minutes', '22')),
    ]);
    expect(new Set(browser.notices.map(({ id }) => id)).size).toBe(1);
  });

  it('does not notify while snoozed or afterwards', async () => {
    browser.stored = JSON.stringify(
      serialize(STATUS_SHAPE, { ...browser.status, snoozes: { claude: browser.now + MINUTE } }),
    );
    await open(503, 503);
    browser.now += MINUTE;
    await open(503, 503);
    expect(browser.notices).toEqual([]);
    expect(browser.status.decisions).toMatchObject([{ about: 'unopened', isTold: false, reason: 'snoozed' }]);
  });

  it('keeps a dismissed suspicion hidden after further failures', async () => {
    await send(529, 529);
    await answerSite(browser.ports(), { address: 'https://claude.ai/', tabId: 1 }, { type: 'dismiss' });
    await send(529, 529, 529, 529, 529, 529);
    expect(banner()).toBeNull();
  });
});

it('a suspicion ends when messages succeed again', async () => {
  await send(529, 529, 200);
  expect(banner()?.kind).toBe('suspected');
  await send(200);
  expect(banner()).toBeNull();
  expect(browser.status.verdicts.claude?.kind).toBe('up');
});

it('a suspicion expires after five minutes', async () => {
  await send(529, 529);
  browser.now += 5 * MINUTE;
  await runRound(browser.ports());
  expect(banner()).toBeNull();
});

describe('a suspicion does not arise from', () => {
  it.each([
    ['usage limits', [429, 429, 429, 429]],
    ['signed-out requests', [401, 401, 401]],
    ['challenges', [403, 403, 403]],
  ])('%s', async (_, statuses) => {
    await send(...statuses);
    expect(banner()).toBeNull();
  });

  it('an assistant that is not watched', async () => {
    browser.options = { ...browser.options, watched: ['chatgpt'] };
    await send(529, 529, 529);
    expect(browser.evidence).toEqual(NO_EVIDENCE);
  });
});

it('a suspicion says that the page cannot be read', async () => {
  breakPage(browser, 'claude', { kind: 'unreachable' });
  browser.now += 3 * 60 * MINUTE;
  await runRound(browser.ports());
  await send(529, 529);
  expect(banner()).toMatchObject({
    kind: 'suspected',
    level: 'unknown',
    detail: english('suspicion_unread', 'Claude'),
  });
});

describe('messages without an answer', () => {
  const all = ['a', 'b', 'c'];
  /** Waits until the requests are in storage. */
  const isSent = () => expect.poll(() => browser.evidence.inFlight.length).toBe(all.length);

  it('cause a suspicion of their own kind after 20 s', async () => {
    const looked = sendInto(all);
    await isSent();
    browser.pass(19 * SECOND);
    expect(banner()).toBeNull();
    browser.pass(SECOND);
    await looked;
    expect(banner()?.headline).toBe(english('suspicion_sends_silent', '3', '3'));
    expect(browser.notices).toEqual([]);
  });

  it('are counted together with failed messages', async () => {
    const looked = sendInto(all);
    await isSent();
    await send(529);
    browser.pass(20 * SECOND);
    await looked;
    expect(banner()?.headline).toBe(english('suspicion_sends', '4', '4'));
  });

  it('are found by an alarm when the worker was killed', async () => {
    void sendInto(all);
    await isSent();
    browser.now += 30 * SECOND;
    await checkRequestTimeouts(browser.ports(), createMutex(), browser.now);
    expect(banner()?.kind).toBe('suspected');
  });

  it('no longer count when the answers arrive late', async () => {
    const ports = browser.ports();
    const looked = sendInto(all, ports);
    await isSent();
    browser.pass(20 * SECOND);
    await looked;
    browser.now += 5 * SECOND;
    for (const id of all) {
      await onWebRequestEvent(ports, createMutex(), { ...request, id, stage: 'answered', status: 200 });
    }
    expect(banner()).toBeNull();
    expect(browser.evidence).toMatchObject({ events: { claude: [] }, inFlight: [] });
  });

  it('do not count while the browser is offline or after sleep', async () => {
    const looked = sendInto(all);
    await isSent();
    browser.isOnline = false;
    browser.pass(20 * SECOND);
    await looked;
    browser.isOnline = true;
    const again = sendInto(all);
    await isSent();
    browser.pass(3 * MINUTE);
    await again;
    expect(browser.evidence).toEqual(NO_EVIDENCE);
    expect(banner()).toBeNull();
  });

  it('are forgotten when their end can no longer be observed', async () => {
    const looked = sendInto(all);
    await isSent();
    await forgetInFlight(browser.ports(), createMutex(), false);
    browser.pass(20 * SECOND);
    await looked;
    expect(browser.evidence).toEqual(NO_EVIDENCE);
  });
});

it('a message that is answered before it was stored leaves no pending request', async () => {
  const ports = browser.ports();
  const looked = sendInto(['a'], ports);
  await onWebRequestEvent(ports, createMutex(), { ...request, id: 'a', stage: 'answered', status: 200 });
  browser.pass(20 * SECOND);
  await looked;
  expect(browser.evidence).toEqual({ ...NO_EVIDENCE, answered: [expect.objectContaining({ id: 'a' })] });
});

it('evidence contains counts, times and a hash of the conversation only', async () => {
  await send(529);
  const conversationHash = expect.any(Number);
  expect(browser.evidence.events.claude).toEqual([
    { at: browser.now, what: 'send', outcome: 'failed', status: 529, how: 'answered', conversationHash },
  ]);
});

it('an error that came and went is remembered as that of a tool, unless the page reports an outage', async () => {
  await send(200, 500, 200);
  expect(browser.evidence.learned?.claude?.spells).toHaveLength(1);
  setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
  browser.now += 10 * MINUTE;
  await runRound(browser.ports());
  expect(browser.status.verdicts.claude?.kind).toBe('trouble');
  await send(500, 200);
  expect(browser.evidence.learned?.claude?.spells).toHaveLength(1);
});

describe('a new suspicion', () => {
  const failOnChatGpt = async () => {
    for (let i = 0; i < 2; i += 1) {
      browser.now += SECOND;
      sent += 1;
      const url = 'https://chatgpt.com/backend-api/conversation';
      const ended = { ...request, url, id: String(sent), stage: 'ended', status: 529, error: null } as const;
      await onWebRequestEvent(browser.ports(), createMutex(), ended);
    }
  };

  it('reads the page of its assistant while another suspicion exists', async () => {
    await send(529, 529);
    expect(browser.status.verdicts.claude?.suspicion).not.toBeNull();
    browser.pass(40 * SECOND);
    await send(529, 529);
    browser.requests.length = 0;
    browser.pass(40 * SECOND);
    await failOnChatGpt();
    expect(browser.status.verdicts.chatgpt?.suspicion).not.toBeNull();
    expect(browser.requests.some((url) => url.startsWith('https://status.openai.com'))).toBe(true);
  });

  it('reads the page of its assistant when events of two arrive together', async () => {
    await send(529, 529);
    browser.pass(40 * SECOND);
    const memory = browser.evidence;
    await failOnChatGpt();
    // As if both had arrived in one event: the evidence is stored, and no verdict used it yet.
    const both = browser.evidence;
    browser.evidence = memory;
    const { chatgpt: _, ...verdicts } = browser.status.verdicts;
    browser.stored = JSON.stringify(serialize(STATUS_SHAPE, { ...browser.status, verdicts }));
    browser.requests.length = 0;
    browser.pass(40 * SECOND);
    await applyEvidence(browser.ports(), createMutex(), () => ({
      ...both,
      events: { claude: [...(both.events.claude ?? [])], chatgpt: both.events.chatgpt ?? [] },
    }));
    expect(browser.requests.some((url) => url.startsWith('https://status.openai.com'))).toBe(true);
  });
});
