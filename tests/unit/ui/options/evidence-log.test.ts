import { describe, expect, it } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { createMutex } from '@/tests/fakes/fake-locks';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { MINUTE, NOON, SECOND } from '@/tests/fakes/samples';
import { onWebRequestEvent } from '@/utils/app/evidence';
import { assistantOf } from '@/utils/assistants/lookups';
import { NO_EVIDENCE, type SeenRequest } from '@/utils/model/evidence';
import { expirePendingRequests, reduceRequestEvent } from '@/utils/rules/evidence/requests';
import { evidenceLog } from '@/utils/ui/options/evidence-log';

/** Stands in for everything private. */
const SECRET = '0f8b6c1e-1111-4222-8333-444455556666';
const SEND = `https://claude.ai/api/organizations/${SECRET}/chat_conversations/${SECRET}/completion?s=${SECRET}#${SECRET}`;
const PAGE = `https://claude.ai/chat/${SECRET}?q=${SECRET}`;
const pattern = assistantOf('claude').sendPaths[0]?.pattern ?? '';

type Ended = { status: number | null; error: string | null };

async function met(requests: readonly (Ended & Partial<SeenRequest>)[]): Promise<FakeBrowser> {
  const browser = new FakeBrowser();
  const ports = browser.ports();
  for (const [index, { status, error, ...over }] of requests.entries()) {
    browser.now += SECOND;
    const send = { id: `${SECRET}${index}`, url: SEND, method: 'POST', isMainFrame: false };
    await onWebRequestEvent(ports, createMutex(), { ...send, ...over, stage: 'ended', status, error });
  }
  return browser;
}

const viewOf = ({ evidence, now }: FakeBrowser) => evidenceLog(evidence, ['claude', 'chatgpt'], englishAt(now));

type Verdict =
  | 'ok'
  | 'limited'
  | 'refused'
  | 'failed_answered'
  | 'failed_cut'
  | 'uncounted_own_line'
  | 'uncounted_ended_here';

/** The expected line of one request: kind, request and response, and how it counts. */
const lineOf = (kind: 'send' | 'page' | 'sign_in', how: string, verdict: Verdict): string =>
  `${english(`request_${kind}`)}, ${how}: ${english(`request_${verdict}`)}`;

describe('evidenceLog', () => {
  it('lists each request, newest first, with its matched pattern', async () => {
    const view = viewOf(
      await met([
        { status: 200, error: null },
        { status: 529, error: null },
        { status: null, error: 'net::ERR_CONNECTION_RESET' },
        { status: null, error: 'net::ERR_ABORTED' },
        { status: null, error: 'NS_ERROR_OFFLINE' },
        { status: 401, error: null },
        { status: 429, error: null },
        { status: 503, error: null, url: PAGE, method: 'GET', isMainFrame: true },
        { status: 503, error: null, url: 'https://claude.ai/api/auth/send_magic_link' },
      ]),
    );
    const lines = view.assistants[0]?.lines ?? [];
    expect(lines.map(({ what, met, verdict }) => `${what}, ${met}: ${verdict}`)).toEqual([
      lineOf('sign_in', 'POST 503', 'failed_answered'),
      lineOf('page', 'GET 503', 'failed_answered'),
      lineOf('send', 'POST 429', 'limited'),
      lineOf('send', 'POST 401', 'refused'),
      lineOf('send', 'POST NS_ERROR_OFFLINE', 'uncounted_own_line'),
      lineOf('send', 'POST net::ERR_ABORTED', 'uncounted_ended_here'),
      lineOf('send', 'POST net::ERR_CONNECTION_RESET', 'failed_cut'),
      lineOf('send', 'POST 529', 'failed_answered'),
      lineOf('send', 'POST 200', 'ok'),
    ]);
    expect(lines.filter(({ isFailed }) => isFailed)).toHaveLength(4);
    const { requests } = JSON.parse(view.report.text);
    expect(requests.claude[1]).toEqual({
      at: '2026-05-20T12:00:02.000Z',
      what: 'send',
      method: 'POST',
      pattern,
      status: 529,
      error: null,
      outcome: 'failed',
      why: 'answered',
    });
  });

  it('lists a timeout and replaces it by a late answer', () => {
    const source = { assistantId: 'claude', what: 'send', pattern } as const;
    const request = { id: SECRET, url: SEND, method: 'POST', isMainFrame: false } as const;
    const now = NOON + 20 * SECOND;
    const sent = reduceRequestEvent(NO_EVIDENCE, source, { ...request, stage: 'sent' }, NOON);
    const silent = expirePendingRequests(sent, { now, dueAt: now, isOnline: true });
    const late = reduceRequestEvent(
      silent,
      source,
      { ...request, stage: 'ended', status: 200, error: null },
      now + SECOND,
    );
    const view = evidenceLog(late, ['claude'], englishAt(now));
    expect(view.assistants[0]?.lines.map(({ verdict }) => verdict)).toEqual([
      english('request_ok'),
      english('request_failed_silent'),
    ]);
  });

  it('contains no addresses, ids or text from a page', async () => {
    const browser = await met([
      { status: 529, error: null },
      { status: null, error: `net::ERR ${SECRET} https://example.com/${SECRET}` },
      { status: 200, error: null, url: PAGE, method: 'GET', isMainFrame: true },
      { status: 200, error: null, url: PAGE, method: SECRET.toUpperCase(), isMainFrame: true },
    ]);
    const view = viewOf(browser);
    expect(view.assistants[0]?.lines).toHaveLength(4);
    for (const text of [JSON.stringify(browser.evidence), JSON.stringify(view)]) {
      expect(text.toLowerCase()).not.toContain(SECRET.slice(0, 8));
      expect(text).not.toMatch(/https?:/);
    }
  });

  it('contains the last thirty requests of an assistant', async () => {
    const browser = await met(Array.from({ length: 40 }, () => ({ status: 200, error: null })));
    expect(viewOf(browser).assistants[0]?.lines).toHaveLength(30);
  });

  it('says so when it is empty and omits unwatched assistants', async () => {
    const browser = await met([{ status: 200, error: null }]);
    const speech = englishAt(NOON + MINUTE);
    expect(evidenceLog(NO_EVIDENCE, ['claude'], speech)).toMatchObject({
      nothing: english('evidence_log_nothing'),
      assistants: [],
    });
    expect(evidenceLog(browser.evidence, ['chatgpt'], speech).report.text).not.toContain('claude');
  });
});
