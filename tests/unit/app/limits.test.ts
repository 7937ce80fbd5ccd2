import { beforeEach, describe, expect, it } from 'vitest';
import { CLAUDE_SEND_URL } from '@/tests/fakes/chat-requests';
import { english } from '@/tests/fakes/english';
import { createMutex } from '@/tests/fakes/fake-locks';
import { incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { HOUR, MINUTE, NOON, SECOND } from '@/tests/fakes/samples';
import { pressNotice } from '@/utils/app/actions';
import { answerPage, answerSite } from '@/utils/app/commands';
import { answerTiming, onWebRequestEvent, onWebRequestGranted } from '@/utils/app/evidence';
import { runRound, start } from '@/utils/app/round';
import type { AssistantId } from '@/utils/model/assistant';
import type { LimitAction } from '@/utils/model/messages';

const ENDS = NOON + 4 * HOUR + 20 * MINUTE;
const TITLE = english('limit_over', 'Claude');
let browser: FakeBrowser;

async function makeBrowser(): Promise<FakeBrowser> {
  const made = new FakeBrowser();
  setPage(made, 'claude', 'operational');
  setPage(made, 'chatgpt', 'operational');
  await runRound(made.ports());
  return made;
}

beforeEach(async () => {
  browser = await makeBrowser();
});

async function send(status: number, retryAfter?: string): Promise<void> {
  const request = { id: String(browser.now), url: CLAUDE_SEND_URL, method: 'POST', isMainFrame: false } as const;
  await onWebRequestEvent(browser.ports(), createMutex(), {
    ...request,
    stage: 'ended',
    status,
    error: null,
    retryAfter,
  });
}

const change = (does: LimitAction) =>
  answerPage(browser.ports(), createMutex(), { type: 'limit', assistantId: 'claude', does });
const paste = (assistantId: AssistantId, until: number) =>
  answerPage(browser.ports(), createMutex(), { type: 'limit-end', assistantId, until });
/** A refusal that names this end. */
const state = (until: number) => send(429, String((until - browser.now) / SECOND));

/** Wakes at each alarm, as a browser does, until this time. */
async function wakeUntil(at: number): Promise<void> {
  while ((browser.wakesAt ?? at) < at) {
    browser.now = Math.max(browser.now, browser.wakesAt ?? at);
    await runRound(browser.ports());
  }
  browser.now = Math.max(browser.now, at);
}

const limit = () => browser.status.limits.claude;
const titles = () => browser.notices.map(({ title }) => title);

describe('the end of a limit', () => {
  it('is learned from the Retry-After header of a message that was refused with 429', async () => {
    await send(429, String((ENDS - NOON) / SECOND));
    expect(limit()).toEqual({ until: ENDS, saidAt: NOON, isAwaited: false });
  });

  it.each([
    [429, undefined],
    [429, 'soon'],
    [429, '5'],
    [429, String(8 * 24 * 3600)],
    [503, '3600'],
    [200, '3600'],
  ])('is not learned from a message with status %s and Retry-After %s', async (status, retryAfter) => {
    await send(status, retryAfter);
    expect(limit()).toBeUndefined();
  });

  it('does not postpone the reading of pages that are already due', async () => {
    browser.now += 5 * MINUTE + 10 * SECOND;
    await paste('claude', browser.now + 4 * HOUR);
    expect((browser.wakesAt ?? 0) - browser.now).toBe(30 * SECOND);
  });

  it('is learned from what the user pasted, with a notification, unless it is out of bounds or nobody watches', async () => {
    await paste('claude', NOON + 8 * 24 * HOUR);
    await paste('gemini', ENDS);
    expect(browser.status.limits).toEqual({});
    await paste('claude', ENDS);
    expect(browser.status.limits).toEqual({ claude: { until: ENDS, saidAt: NOON, isAwaited: true } });
  });

  it('is forgotten once a message is answered, or when the user dismisses it', async () => {
    await state(ENDS);
    await send(200);
    expect(limit()).toBeUndefined();
    await state(ENDS);
    await change('forget');
    expect(limit()).toBeUndefined();
  });

  it('is not forgotten because of an answer to a message that was sent before it was stated', async () => {
    const request = { id: 'before', url: CLAUDE_SEND_URL, method: 'POST', isMainFrame: false } as const;
    void onWebRequestEvent(browser.ports(), createMutex(), { ...request, stage: 'sent' });
    await expect.poll(() => browser.evidence.inFlight.length).toBe(1);
    browser.now += SECOND;
    await state(ENDS);
    browser.now += SECOND;
    await onWebRequestEvent(browser.ports(), createMutex(), { ...request, stage: 'ended', status: 200, error: null });
    expect(limit()?.until).toBe(ENDS);
  });

  it('is not forgotten because of an answer, maybe of another model, if a notification was asked for', async () => {
    await state(ENDS);
    await change('await');
    await send(200);
    expect(limit()).toMatchObject({ until: ENDS, isAwaited: true });
    await change('forget');
    expect(limit()).toBeUndefined();
  });

  it('is not forgotten because of an answer that ended at once, which may be an error inside a stream', async () => {
    await state(ENDS);
    const request = { id: 'at once', url: CLAUDE_SEND_URL, method: 'POST', isMainFrame: false } as const;
    void onWebRequestEvent(browser.ports(), createMutex(), { ...request, stage: 'sent', stamp: 0 });
    await expect.poll(() => browser.evidence.inFlight.length).toBe(1);
    const answered = { ...request, stage: 'answered', status: 200, stamp: 900 } as const;
    await onWebRequestEvent(browser.ports(), createMutex(), answered);
    const ended = { ...request, stage: 'ended', status: 200, error: null, stamp: 930 } as const;
    await onWebRequestEvent(browser.ports(), createMutex(), ended);
    expect(limit()?.until).toBe(ENDS);
  });

  it('is forgotten once the script that stands in for the browser reports a usual answer', async () => {
    await state(ENDS);
    await onWebRequestGranted(browser.ports(), createMutex());
    const answer = async (lengthMs: number) => {
      browser.now += 20 * SECOND;
      const path = new URL(CLAUDE_SEND_URL).pathname;
      const timing = {
        type: 'timing',
        path,
        tabPath: '/chat/1',
        isPage: false,
        status: 200,
        firstByteMs: 900,
        lengthMs,
      } as const;
      await answerTiming(browser.ports(), createMutex(), { address: 'https://claude.ai/chat/1', tabId: 1 }, timing);
    };
    await answer(30);
    expect(limit()).toBeDefined();
    await answer(8_000);
    expect(limit()).toBeUndefined();
  });

  it('costs no reading of the status beyond the one that judges the message', async () => {
    let reads = 0;
    const ports = browser.ports();
    const readStatus = () => {
      reads += 1;
      return ports.readStatus();
    };
    const request = { id: 'one', url: CLAUDE_SEND_URL, method: 'POST', isMainFrame: false } as const;
    const ended = { ...request, stage: 'ended', status: 200, error: null } as const;
    await onWebRequestEvent({ ...ports, readStatus }, createMutex(), ended);
    expect(reads).toBe(1);
  });

  it('is moved by a later refusal, which keeps the request for a notification', async () => {
    await state(ENDS);
    await change('await');
    browser.now += MINUTE;
    await send(429, String(HOUR / SECOND));
    expect(limit()).toEqual({ until: browser.now + HOUR, saidAt: browser.now, isAwaited: true });
  });

  it('is forgotten without a notification where none was asked for', async () => {
    await state(ENDS);
    await wakeUntil(ENDS + 10 * MINUTE);
    expect(limit()).toBeUndefined();
    expect(titles()).toEqual([]);
  });
});

describe('the notification at the end of a limit', () => {
  beforeEach(async () => {
    await state(ENDS);
    await change('await');
  });

  it('has an alarm at that time, and is shown once', async () => {
    await wakeUntil(ENDS);
    expect([browser.wakesAt, titles()]).toEqual([ENDS, []]);
    await wakeUntil(ENDS + HOUR);
    expect(titles()).toEqual([TITLE]);
    expect(browser.notices[0]).toMatchObject({ newsAt: ENDS, text: english('limit_over_why', '16:20') });
  });

  it('is shown although a message was answered before, maybe by another model', async () => {
    await send(200);
    await wakeUntil(ENDS + HOUR);
    expect(titles()).toEqual([TITLE]);
  });

  it('is shown in quiet hours too, because the user asked for it', async () => {
    browser.options = { ...browser.options, quietHours: { isOn: true, from: 0, until: 24 * 60 - 1 } };
    await wakeUntil(ENDS + MINUTE);
    expect(titles()).toEqual([TITLE]);
  });

  it('is shown at the next start if the browser was closed, but not a day later', async () => {
    browser.now = ENDS + 3 * HOUR;
    await start(browser.ports());
    expect(titles()).toEqual([TITLE]);
    browser = await makeBrowser();
    await state(ENDS);
    await change('await');
    browser.now = ENDS + 25 * HOUR;
    await start(browser.ports());
    expect([titles(), limit()]).toEqual([[], undefined]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['the user cancels it', () => change('cancel')],
    ['the user dismisses the limit', () => change('forget')],
    ['everything is erased', () => answerPage(browser.ports(), createMutex(), { type: 'erase' })],
    [
      'the assistant is no longer watched',
      async () => {
        browser.options = { ...browser.options, watched: ['chatgpt'] };
      },
    ],
  ])('is not shown if %s', async (_, cancel) => {
    await cancel();
    await wakeUntil(ENDS + HOUR);
    expect(titles()).toEqual([]);
  });

  it('says that a draft waits, and fills it in when it is clicked', async () => {
    setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
    await runRound(browser.ports());
    const sender = { address: 'https://claude.ai/chat/1', tabId: 7, isPrivate: false };
    await answerSite(browser.ports(), sender, { type: 'keep-waiting', draft: 'Why?' });
    setPage(browser, 'claude', 'operational');
    await wakeUntil(ENDS + MINUTE);
    const said = browser.notices.find(({ title }) => title === TITLE);
    expect(said?.text).toContain(english('waiting_notice_one'));
    await pressNotice(browser.ports(), said?.id ?? '', { kind: 'open' });
    expect([browser.openedTabs, browser.transfers.map(({ text }) => text)]).toEqual([
      ['https://claude.ai/new'],
      ['Why?'],
    ]);
  });

  it('says nothing about a draft that a click could not fill in, because of an issue', async () => {
    setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
    await runRound(browser.ports());
    const sender = { address: 'https://claude.ai/chat/1', tabId: 7, isPrivate: false };
    await answerSite(browser.ports(), sender, { type: 'keep-waiting', draft: 'Why?' });
    await wakeUntil(ENDS + MINUTE);
    const said = browser.notices.find(({ title }) => title === TITLE);
    expect(said?.text).toBe(english('limit_over_why', '16:20'));
  });

  it('opens the chat when it is clicked', async () => {
    await wakeUntil(ENDS + MINUTE);
    await pressNotice(browser.ports(), browser.notices[0]?.id ?? '', { kind: 'open' });
    expect(browser.broughtForward).toEqual(['https://claude.ai/new']);
  });
});
