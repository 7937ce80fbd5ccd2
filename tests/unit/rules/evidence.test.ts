import { describe, expect, it } from 'vitest';
import { MINUTE, NOON, SECOND } from '@/tests/fakes/samples';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import { BUILT_IN } from '@/utils/assistants/lookups';
import { evidencePatterns } from '@/utils/assistants/patterns';
import type { AssistantId } from '@/utils/model/assistant';
import type { EvidenceEvent, EvidenceKind } from '@/utils/model/evidence';
import { addEvidence, evaluateRequestFailures } from '@/utils/rules/evidence/evaluate-failures';
import { classifyRequest, purposeOf } from '@/utils/rules/evidence/requests';

const UUID = '0f8b6c1e-1111-4222-8333-444455556666';
const SEND = `https://claude.ai/api/organizations/${UUID}/chat_conversations/${UUID}/completion`;

const SENT: [AssistantId, string][] = [
  ['claude', SEND],
  ['claude', SEND.replace('completion', 'retry_completion')],
  ['chatgpt', 'https://chatgpt.com/backend-api/f/conversation'],
  ['chatgpt', 'https://chatgpt.com/backend-anon/f/conversation'],
  ['gemini', 'https://gemini.google.com/u/1/_/BardChatUi/data/assistant.lamda.BardFrontendService/StreamGenerate'],
  ['copilot', 'https://api.individual.githubcopilot.com/github/chat/threads/abc/messages'],
  ['microsoft_copilot', 'https://copilot.microsoft.com/c/api/conversations'],
  ['perplexity', 'https://www.perplexity.ai/rest/sse/perplexity_ask'],
  ['grok', 'https://grok.com/rest/app-chat/conversations/new'],
  ['grok', `https://grok.com/rest/app-chat/conversations/${UUID}/responses`],
  ['deepseek', 'https://chat.deepseek.com/api/v0/chat/completion'],
  ['mistral', 'https://chat.mistral.ai/api/chat'],
  ['huggingchat', 'https://huggingface.co/chat/conversation/0123456789abcdef01234567'],
];

const SIGNED_IN: [AssistantId, string][] = [
  ['claude', 'https://claude.ai/api/auth/send_magic_link'],
  ['claude', 'https://claude.ai/api/auth/verify_magic_link'],
  ['chatgpt', 'https://chatgpt.com/api/auth/signin/openai?prompt=login'],
];

describe('classifyRequest', () => {
  it.each<[string, number | null, string | null, string]>([
    ['an answer', 200, null, 'ok'],
    ['overloaded', 529, null, 'failed answered'],
    ['a server error', 500, null, 'failed answered'],
    ['the person’s own limit', 429, null, 'limited'],
    ['signed out', 401, null, 'refused'],
    ['a challenge', 403, null, 'refused'],
    ['a path that moved', 404, null, 'elsewhere'],
    ['dropped', null, 'net::ERR_EMPTY_RESPONSE', 'failed cut'],
    ['dropped, in Firefox', null, 'NS_ERROR_NET_RESET', 'failed cut'],
    ['stopped by the person', null, 'net::ERR_ABORTED', 'ended_here'],
    ['stopped by the person, in Firefox', null, 'NS_BINDING_ABORTED', 'ended_here'],
    ['a line that failed', null, 'net::ERR_CONNECTION_ABORTED', 'own_line'],
    ['stopped by a blocker', null, 'net::ERR_BLOCKED_BY_CLIENT', 'ended_here'],
    ['no line', null, 'net::ERR_INTERNET_DISCONNECTED', 'own_line'],
    ['a sleep', null, 'net::ERR_NETWORK_IO_SUSPENDED', 'own_line'],
    ['no way there', null, 'net::ERR_ADDRESS_UNREACHABLE', 'own_line'],
    ['a portal’s certificate', null, 'net::ERR_CERT_AUTHORITY_INVALID', 'own_line'],
    ['a portal’s certificate, in Firefox', null, 'SEC_ERROR_UNKNOWN_ISSUER', 'own_line'],
    ['a proxy that is not there', null, 'net::ERR_TUNNEL_CONNECTION_FAILED', 'own_line'],
    ['a firewall', null, 'net::ERR_CONNECTION_TIMED_OUT', 'own_line'],
    ['a broken answer', null, 'net::ERR_HTTP2_PROTOCOL_ERROR', 'failed cut'],
    ['an unknown word', null, 'net::ERR_SOMETHING_NEW', 'failed cut'],
    ['no name server', null, 'net::ERR_NAME_NOT_RESOLVED', 'own_line'],
  ])('%s', (_, status, error, expected) => {
    const found = classifyRequest(status, error);
    const said = found.outcome === 'not_counted' ? found.why : [found.outcome, found.how].filter(Boolean).join(' ');
    expect(said).toBe(expected);
  });
});

describe('purposeOf', () => {
  const asked = (url: string, over: object = {}) => ({ url, method: 'POST', isMainFrame: false, ...over });

  it.each<[string, string, object, EvidenceKind | null]>([
    ['a message', SEND, {}, 'send'],
    ['not a message', 'https://claude.ai/api/organizations', {}, null],
    ['the message of another', 'https://chatgpt.com/backend-api/f/conversation', {}, null],
    ['reading, not sending', SEND, { method: 'GET' }, null],
    ['the page itself', 'https://claude.ai/new', { method: 'GET', isMainFrame: true }, 'page'],
    ['no address', 'about', {}, null],
  ])('%s', (_, url, over, expected) => {
    expect(purposeOf(BUILT_IN.get('claude'), asked(url, over))?.what ?? null).toBe(expected);
  });

  it.each(SENT)('%s sends to %s', (id, url) => {
    expect(purposeOf(BUILT_IN.get(id), asked(url))?.what).toBe('send');
  });

  it.each(SIGNED_IN)('%s lets sign in at %s', (id, url) => {
    expect(purposeOf(BUILT_IN.get(id), asked(url))?.what).toBe('sign_in');
  });

  it.each([...SENT, ...SIGNED_IN])('%s: the browser is asked for no less than what counts: %s', (_, url) => {
    const heard = evidencePatterns().sends.map(
      (pattern) => new RegExp(`^${pattern.replace(/[.?]/g, '\\$&').replace(/\*/g, '.*')}$`),
    );
    expect(heard.some((one) => one.test(url))).toBe(true);
  });

  it('of no path is a request missing here', () => {
    for (const { id, sendPaths, signInPaths } of ASSISTANTS) {
      for (const [paths, samples] of [[sendPaths, SENT] as const, [signInPaths, SIGNED_IN] as const]) {
        const own = samples.filter(([other]) => other === id).map(([, url]) => new URL(url));
        for (const { host, pattern } of paths) {
          expect(own.some((url) => url.host === host && new RegExp(pattern).test(url.pathname))).toBe(true);
        }
      }
    }
  });

  it('preparing a message is not sending one', () => {
    const url = 'https://chatgpt.com/backend-api/f/conversation/prepare';
    expect(purposeOf(BUILT_IN.get('chatgpt'), asked(url))).toBeNull();
  });
});

type Met = Omit<EvidenceEvent, 'at'>;
const failed = (what: EvidenceKind, how: EvidenceEvent['how']): Met => ({
  what,
  outcome: 'failed',
  status: how === 'answered' ? 529 : null,
  how,
});
const went = (what: EvidenceKind): Met => ({ what, outcome: 'ok', status: 200, how: null });

const LETTERS: Record<string, Met> = {
  f: failed('send', 'answered'),
  x: failed('send', 'cut'),
  s: failed('send', 'silent'),
  o: went('send'),
  l: { what: 'send', outcome: 'limited', status: 429, how: null },
  r: { what: 'send', outcome: 'refused', status: 401, how: null },
  P: failed('page', 'answered'),
  p: went('page'),
  I: failed('sign_in', 'answered'),
  i: went('sign_in'),
};

/** One letter each, a second apart, the last now. */
function events(story: string): EvidenceEvent[] {
  return [...story].map((letter, index) => ({
    at: NOON - (story.length - 1 - index) * SECOND,
    ...(LETTERS[letter] ?? went('send')),
  }));
}

describe('weighEvidence', () => {
  it.each<[string, string, [number, number] | null]>([
    ['nothing', '', null],
    ['one failure', 'f', null],
    ['two failures', 'ff', [2, 2]],
    ['four of five', 'offff', [4, 5]],
    ['only the last five count', 'ooooofffff', [5, 5]],
    ['two that were cut may be the line', 'xx', null],
    ['two silences as well', 'ss', null],
    ['and one of each', 'xs', null],
    ['three in any mixture are enough', 'xsf', [3, 3]],
    ['but not where the line has just carried something', 'oxsx', null],
    ['there it takes four', 'oxsxx', [4, 5]],
    ['of answers that say “error” two are enough there, too', 'oxff', [3, 4]],
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
    ['it opens again', 'PPPp', null],
    ['it fails again after it had opened', 'PpPP', [3, 4]],
    ['signing in fails', 'II', [2, 2]],
    ['it works after all', 'IIi', null],
    ['kinds are not added up', 'fPI', null],
  ])('%s: %s', (_, story, expected) => {
    const found = evaluateRequestFailures(events(story), NOON);
    expect(found && [found.failed, found.of]).toEqual(expected);
  });

  it.each([
    ['sss', true],
    ['ossss', true],
    ['ssx', false],
    ['fsf', false],
  ])('%s: that all of them were silent is %s', (story, isSilent) => {
    expect(evaluateRequestFailures(events(story), NOON)?.isSilent).toBe(isSilent);
  });

  it('expires by itself, five minutes after the last failure', () => {
    const failures = events('fff');
    expect(evaluateRequestFailures(failures, NOON + 5 * MINUTE - SECOND)).not.toBeNull();
    expect(evaluateRequestFailures(failures, NOON + 5 * MINUTE)).toBeNull();
  });

  it('of one kind that expired hides no other', () => {
    const given = [...events('ff').map((event) => ({ ...event, at: event.at - 6 * MINUTE })), ...events('PP')];
    expect(evaluateRequestFailures(given, NOON)).toMatchObject({ what: 'page', failed: 2 });
  });

  it('keeps no more than it needs', () => {
    const many = Array.from({ length: 100 }, () => events('f')[0] as EvidenceEvent).reduce<EvidenceEvent[]>(
      addEvidence,
      [],
    );
    expect(many).toHaveLength(20);
  });
});
