import { describe, expect, it } from 'vitest';
import { MINUTE, NOON, SECOND } from '@/tests/fakes/samples';
import { ASSISTANTS, assistantOf } from '@/utils/assistants/assistants';
import type { AssistantId } from '@/utils/model/assistant';
import type { EvidenceEvent, SeenRequest } from '@/utils/model/evidence';
import { classifyRequest } from '@/utils/rules/classify-request';
import { addEvidence, weighEvidence } from '@/utils/rules/weigh-evidence';

const UUID = '0f8b6c1e-1111-4222-8333-444455556666';
const SEND = `https://claude.ai/api/organizations/${UUID}/chat_conversations/${UUID}/completion`;

const SENT: [AssistantId, string][] = [
  ['claude', SEND],
  ['claude', SEND.replace('completion', 'retry_completion')],
  ['chatgpt', 'https://chatgpt.com/backend-api/f/conversation'],
  ['chatgpt', 'https://chatgpt.com/backend-anon/f/conversation'],
  ['gemini', 'https://gemini.google.com/u/1/_/BardChatUi/data/assistant.lamda.BardFrontendService/StreamGenerate'],
  ['copilot', 'https://api.individual.githubcopilot.com/github/chat/threads/abc/messages'],
];

describe('classifyRequest', () => {
  const seen = (over: Partial<SeenRequest>): SeenRequest => ({
    url: SEND,
    method: 'POST',
    isMainFrame: false,
    status: 200,
    error: null,
    ...over,
  });

  it.each<[string, Partial<SeenRequest>, EvidenceEvent['outcome'] | null]>([
    ['an answer', {}, 'ok'],
    ['overloaded', { status: 529 }, 'failed'],
    ['a server error', { status: 500 }, 'failed'],
    ['the person’s own limit', { status: 429 }, 'limited'],
    ['signed out', { status: 401 }, 'refused'],
    ['a challenge', { status: 403 }, 'refused'],
    ['a path that moved', { status: 404 }, null],
    ['dropped', { status: null, error: 'net::ERR_EMPTY_RESPONSE' }, 'failed'],
    ['dropped, in Firefox', { status: null, error: 'NS_ERROR_NET_RESET' }, 'failed'],
    ['stopped by the person', { status: null, error: 'net::ERR_ABORTED' }, null],
    ['stopped by the person, in Firefox', { status: null, error: 'NS_BINDING_ABORTED' }, null],
    ['stopped by a blocker', { status: null, error: 'net::ERR_BLOCKED_BY_CLIENT' }, null],
    ['no line', { status: null, error: 'net::ERR_INTERNET_DISCONNECTED' }, null],
    ['no name server', { status: null, error: 'net::ERR_NAME_NOT_RESOLVED' }, null],
    ['not a message', { url: 'https://claude.ai/api/organizations', status: 500 }, null],
    ['the message of another', { url: 'https://chatgpt.com/backend-api/f/conversation', status: 500 }, null],
    ['reading, not sending', { method: 'GET', status: 500 }, null],
    ['the page itself', { url: 'https://claude.ai/new', method: 'GET', isMainFrame: true, status: 503 }, 'failed'],
  ])('%s', (_, over, outcome) => {
    expect(classifyRequest(assistantOf('claude'), seen(over), NOON)?.outcome ?? null).toBe(outcome);
  });

  it.each(SENT)('%s sends to %s', (id, url) => {
    expect(classifyRequest(assistantOf(id), seen({ url, status: 500 }), NOON)).toMatchObject({
      what: 'send',
      outcome: 'failed',
    });
  });

  it.each(ASSISTANTS.flatMap(({ id, sendPaths }) => sendPaths.map((path) => [id, path] as const)))(
    '%s: the browser is asked for no less than what counts',
    (id, { host, glob }) => {
      const asked = new RegExp(`^https://${host}${glob}$`.replace(/[.?]/g, '\\$&').replace(/\*/g, '.*'));
      for (const [other, url] of SENT.filter(([other]) => other === id)) expect(url, other).toMatch(asked);
    },
  );

  it('preparing a message is not sending one', () => {
    const url = 'https://chatgpt.com/backend-api/f/conversation/prepare';
    expect(classifyRequest(assistantOf('chatgpt'), seen({ url, status: 500 }), NOON)).toBeNull();
  });
});

/** f: failed with an answer, x: without one, o: ok, l: limited, r: refused, P: the page failed; a second apart, the last now. */
function events(story: string): EvidenceEvent[] {
  const outcomes = { f: 'failed', x: 'failed', o: 'ok', l: 'limited', r: 'refused', P: 'failed' } as const;
  return [...story].map((letter, index) => ({
    at: NOON - (story.length - 1 - index) * SECOND,
    what: letter === 'P' ? 'page' : 'send',
    outcome: outcomes[letter as keyof typeof outcomes],
    status: { x: null, o: 200, l: 429, r: 401 }[letter] ?? (letter === 'x' ? null : 529),
    how: letter === 'x' ? 'cut' : 'fP'.includes(letter) ? 'answered' : null,
  }));
}

describe('weighEvidence', () => {
  it.each<[string, string, [number, number] | null]>([
    ['nothing', '', null],
    ['one failure', 'f', null],
    ['two failures', 'ff', [2, 2]],
    ['four of five', 'offff', [4, 5]],
    ['only the last five count', 'ooooofffff', [5, 5]],
    ['two silences may be the line', 'xx', null],
    ['three are enough', 'xxx', [3, 3]],
    ['as many successes as failures', 'fofo', null],
    ['one endpoint in three fails', 'oofoof', null],
    ['two successes in a row, and all is forgiven', 'fffoo', null],
    ['one success is not enough', 'fffo', [3, 4]],
    ['limits are no outage', 'lllll', null],
    ['limits do not dilute', 'flflf', [3, 3]],
    ['refusals are no outage', 'rrrrr', null],
    ['refusals do not dilute', 'frfrf', [3, 3]],
    ['the page does not open', 'PP', [2, 2]],
  ])('%s: %s', (_, story, expected) => {
    const found = weighEvidence(events(story), NOON);
    expect(found && [found.failed, found.of]).toEqual(expected);
  });

  it('expires by itself, five minutes after the last failure', () => {
    const failures = events('fff');
    expect(weighEvidence(failures, NOON + 5 * MINUTE - SECOND)).not.toBeNull();
    expect(weighEvidence(failures, NOON + 5 * MINUTE)).toBeNull();
  });

  it('keeps no more than it needs', () => {
    const many = Array.from({ length: 100 }, () => events('f')[0] as EvidenceEvent).reduce<EvidenceEvent[]>(
      addEvidence,
      [],
    );
    expect(many).toHaveLength(20);
  });
});
