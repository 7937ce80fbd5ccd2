import { describe, expect, it } from 'vitest';
import { EvidenceLog, NoticingSection } from '@/components/options/drafts-section';
import { english, englishAt } from '@/tests/fakes/english';
import { createMutex } from '@/tests/fakes/fake-locks';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { markupOf } from '@/tests/fakes/rendered';
import { MINUTE, NOON, SECOND } from '@/tests/fakes/samples';
import { stagedOptions } from '@/tests/gallery/options-stage';
import { onWebRequestEvent, onWebRequestGranted } from '@/utils/app/evidence';
import { assistantOf } from '@/utils/assistants/lookups';
import { requestKind, requestVerdict } from '@/utils/i18n/health-words';
import { type EvidenceMemory, NO_EVIDENCE, type SeenRequest } from '@/utils/model/evidence';
import { expirePendingRequests, reduceRequestEvent } from '@/utils/rules/evidence/requests';
import { awaitsRestart, evidenceReport, loggedRequests, requestLine } from '@/utils/ui/options/diagnostics';
import { NOTHING_LOADED } from '@/utils/ui/options/state';
import { OptionsContext } from '@/utils/ui/options/store';

/** Stands for every private part of an address. */
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

const requestsOf = ({ log }: EvidenceMemory) => loggedRequests(log, ['claude', 'chatgpt'])[0]?.requests ?? [];
const reportOf = ({ evidence, now }: FakeBrowser) => evidenceReport(evidence.log, ['claude', 'chatgpt'], now);

/** The log on the options page. */
function shown(evidence: EvidenceMemory, now: number): string {
  return markupOf(
    <OptionsContext value={stagedOptions({ ...NOTHING_LOADED, evidence })}>
      <EvidenceLog />
    </OptionsContext>,
    now,
  );
}

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

describe('the log of detected requests', () => {
  it('says of each request how it counts, newest first', async () => {
    const browser = await met([
      { status: 200, error: null },
      { status: 529, error: null },
      { status: null, error: 'net::ERR_CONNECTION_RESET' },
      { status: null, error: 'net::ERR_ABORTED' },
      { status: null, error: 'NS_ERROR_OFFLINE' },
      { status: 401, error: null },
      { status: 429, error: null },
      { status: 503, error: null, url: PAGE, method: 'GET', isMainFrame: true },
      { status: 503, error: null, url: 'https://claude.ai/api/auth/send_magic_link' },
    ]);
    const speech = englishAt(browser.now);
    const lines = requestsOf(browser.evidence).map(
      (request) => `${requestKind(request, speech)}, ${requestLine(request)}: ${requestVerdict(request, speech)}`,
    );
    expect(lines).toEqual([
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
    expect(shown(browser.evidence, browser.now).match(/data-told="true"/g)).toHaveLength(4);
    const { requests } = JSON.parse(reportOf(browser));
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

  it('lists a request without a reply, and the reply that came later', () => {
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
    expect(requestsOf(late).map((logged) => requestVerdict(logged, englishAt(now)))).toEqual([
      english('request_ok'),
      english('request_failed_silent'),
    ]);
  });

  it('contains no address, no id and no text that a page made up', async () => {
    const browser = await met([
      { status: 529, error: null },
      { status: null, error: `net::ERR ${SECRET} https://example.com/${SECRET}` },
      { status: 200, error: null, url: PAGE, method: 'GET', isMainFrame: true },
      { status: 200, error: null, url: PAGE, method: SECRET.toUpperCase(), isMainFrame: true },
    ]);
    expect(requestsOf(browser.evidence)).toHaveLength(4);
    for (const text of [JSON.stringify(browser.evidence), reportOf(browser), shown(browser.evidence, browser.now)]) {
      expect(text.toLowerCase()).not.toContain(SECRET.slice(0, 8));
      expect(text).not.toMatch(/https?:/);
    }
  });

  it('holds the last 30 requests of each assistant', async () => {
    const browser = await met(Array.from({ length: 40 }, () => ({ status: 200, error: null })));
    expect(requestsOf(browser.evidence)).toHaveLength(30);
  });

  it('says that it is empty, and leaves out assistants that are not watched', async () => {
    const browser = await met([{ status: 200, error: null }]);
    expect(shown(NO_EVIDENCE, NOON + MINUTE)).toContain(english('evidence_log_nothing'));
    expect(loggedRequests(NO_EVIDENCE.log, ['claude'])).toEqual([]);
    expect(evidenceReport(browser.evidence.log, ['chatgpt'], NOON + MINUTE)).not.toContain('claude');
  });
});

describe('awaitsRestart', () => {
  const grants = { origins: [], hasEvidence: true };
  const granted = { ...NO_EVIDENCE, grantedAt: NOON };

  it('is true while the permission was given and no request was reported since', () => {
    expect(awaitsRestart(grants, granted)).toBe(true);
  });

  it('is false without the permission, while it is not known, and where it was given before the browser started', () => {
    expect(awaitsRestart({ ...grants, hasEvidence: false }, granted)).toBe(false);
    expect(awaitsRestart(null, granted)).toBe(false);
    expect(awaitsRestart(grants, NO_EVIDENCE)).toBe(false);
  });

  it('is false again once the browser reports a request', async () => {
    const browser = new FakeBrowser();
    await onWebRequestGranted(browser.ports(), createMutex());
    expect(awaitsRestart(grants, browser.evidence)).toBe(true);
    const page = { id: '1', url: PAGE, method: 'GET', isMainFrame: true };
    await onWebRequestEvent(browser.ports(), createMutex(), { ...page, stage: 'ended', status: 200, error: null });
    expect(awaitsRestart(grants, browser.evidence)).toBe(false);
  });

  it('is said where the switch is', () => {
    const sectionOf = (evidence: EvidenceMemory) =>
      markupOf(
        <OptionsContext value={stagedOptions({ ...NOTHING_LOADED, isLoaded: true, grants, evidence })}>
          <NoticingSection />
        </OptionsContext>,
        NOON,
      );
    expect(sectionOf(granted)).toContain(english('noticing_restart'));
    expect(sectionOf(NO_EVIDENCE)).not.toContain(english('noticing_restart'));
  });
});
