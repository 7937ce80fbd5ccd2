import { describe, expect, it } from 'vitest';
import { matchesPattern } from '@/tests/fakes/matches-pattern';
import { MINUTE, NOON, SECOND } from '@/tests/fakes/samples';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import { BUILT_IN } from '@/utils/assistants/lookups';
import { evidencePatterns } from '@/utils/assistants/patterns';
import type { AssistantId } from '@/utils/model/assistant';
import type { EvidenceEvent, EvidenceKind } from '@/utils/model/evidence';
import { classifyRequest, purposeOf } from '@/utils/rules/evidence/classify';
import { addEvidence, evaluateRequestFailures } from '@/utils/rules/evidence/evaluate-failures';

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
  ['microsoft_copilot', 'wss://copilot.microsoft.com/c/api/chat?api-version=2'],
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
    ['returns "ok" for an answer', 200, null, 'ok'],
    ['returns "failed answered" for an overloaded server', 529, null, 'failed answered'],
    ['returns "failed answered" for a server error', 500, null, 'failed answered'],
    ['returns "limited" for a usage limit', 429, null, 'limited'],
    ['returns "refused" for a signed-out request', 401, null, 'refused'],
    ['returns "refused" for a challenge', 403, null, 'refused'],
    ['returns "elsewhere" for a moved path', 404, null, 'elsewhere'],
    ['returns "failed cut" for a dropped connection', null, 'net::ERR_EMPTY_RESPONSE', 'failed cut'],
    ['returns "failed cut" for a dropped connection in Firefox', null, 'NS_ERROR_NET_RESET', 'failed cut'],
    ['returns "ended_here" for a request stopped by the user', null, 'net::ERR_ABORTED', 'ended_here'],
    ['returns "ended_here" for a request stopped by the user in Firefox', null, 'NS_BINDING_ABORTED', 'ended_here'],
    ['returns "own_line" for a failed connection', null, 'net::ERR_CONNECTION_ABORTED', 'own_line'],
    ['returns "ended_here" for a request stopped by a blocker', null, 'net::ERR_BLOCKED_BY_CLIENT', 'ended_here'],
    ['returns "own_line" for an offline browser', null, 'net::ERR_INTERNET_DISCONNECTED', 'own_line'],
    ['returns "own_line" for a suspended computer', null, 'net::ERR_NETWORK_IO_SUSPENDED', 'own_line'],
    ['returns "own_line" for an unreachable address', null, 'net::ERR_ADDRESS_UNREACHABLE', 'own_line'],
    ['returns "own_line" for a captive portal’s certificate', null, 'net::ERR_CERT_AUTHORITY_INVALID', 'own_line'],
    ['returns "own_line" for a captive portal’s certificate in Firefox', null, 'SEC_ERROR_UNKNOWN_ISSUER', 'own_line'],
    ['returns "own_line" for a missing proxy', null, 'net::ERR_TUNNEL_CONNECTION_FAILED', 'own_line'],
    ['returns "elsewhere" for a page that redirects in a circle', null, 'net::ERR_TOO_MANY_REDIRECTS', 'elsewhere'],
    ['returns "elsewhere" for such a page in Firefox', null, 'NS_ERROR_REDIRECT_LOOP', 'elsewhere'],
    ['returns "own_line" for a firewall', null, 'net::ERR_CONNECTION_TIMED_OUT', 'own_line'],
    ['returns "failed cut" for a broken answer', null, 'net::ERR_HTTP2_PROTOCOL_ERROR', 'failed cut'],
    ['returns "failed cut" for an unknown error', null, 'net::ERR_SOMETHING_NEW', 'failed cut'],
    ['returns "own_line" for a failed name lookup', null, 'net::ERR_NAME_NOT_RESOLVED', 'own_line'],
  ])('%s', (_, status, error, expected) => {
    const found = classifyRequest(status, error);
    const result = found.outcome === 'not_counted' ? found.why : [found.outcome, found.how].filter(Boolean).join(' ');
    expect(result).toBe(expected);
  });
});

/** The kinds of patterns that cover an address. */
const heardAs = (url: string): string[] =>
  Object.entries(evidencePatterns()).flatMap(([kind, patterns]) =>
    patterns.some((pattern) => matchesPattern(pattern, url)) ? [kind] : [],
  );

describe('purposeOf', () => {
  const asked = (url: string, over: object = {}) =>
    url.startsWith('wss:')
      ? { url, method: 'GET', isMainFrame: false, isHandshake: true }
      : { url, method: 'POST', isMainFrame: false, ...over };

  it.each<[string, string, object, EvidenceKind | null]>([
    ['returns send for a message', SEND, {}, 'send'],
    ['returns null for not a message', 'https://claude.ai/api/organizations', {}, null],
    ['returns null for a message to another assistant', 'https://chatgpt.com/backend-api/f/conversation', {}, null],
    ['returns null for a GET request to a send path', SEND, { method: 'GET' }, null],
    ['returns page for the page itself', 'https://claude.ai/new', { method: 'GET', isMainFrame: true }, 'page'],
    ['returns null for an invalid address', 'about', {}, null],
  ])('%s', (_, url, over, expected) => {
    expect(purposeOf(BUILT_IN.get('claude'), asked(url, over))?.what ?? null).toBe(expected);
  });

  it.each(SENT)('recognizes a message of %s sent to %s', (id, url) => {
    expect(purposeOf(BUILT_IN.get(id), asked(url))?.what).toBe(url.startsWith('wss:') ? 'handshake' : 'send');
  });

  it.each(SIGNED_IN)('recognizes a sign-in of %s at %s', (id, url) => {
    expect(purposeOf(BUILT_IN.get(id), asked(url))?.what).toBe('sign_in');
  });

  it.each([...SENT, ...SIGNED_IN])('evidencePatterns covers the request of %s to %s', (_, url) => {
    expect(heardAs(url)).toContain(url.startsWith('wss:') ? 'sockets' : 'sends');
  });

  it.each(ASSISTANTS.flatMap(({ id, chatSites }) => chatSites.map(({ host, path }) => [id, host, path] as const)))(
    'evidencePatterns covers the chat pages of %s on %s at %s and on no other host',
    (_, host, path) => {
      expect(heardAs(`https://${host}${path}`)).toContain('pages');
      expect(heardAs(`https://other.${host}${path}`)).toEqual([]);
      expect(heardAs(`https://${host}.example.org${path}`)).toEqual([]);
    },
  );

  it.each([...SENT, ...SIGNED_IN])(
    'evidencePatterns covers no request like that of %s to %s on another host',
    (_, url) => {
      const { host } = new URL(url);
      expect(heardAs(url.replace(host, 'example.org'))).toEqual([]);
      expect(heardAs(url.replace(host, `${host}.example.org`))).toEqual([]);
      expect(heardAs(url.replace(host, `other.${host}`))).toEqual([]);
    },
  );

  it.each([
    ['the account of Claude', 'https://claude.ai/api/account', ['pages']],
    ['the settings of ChatGPT', 'https://chatgpt.com/backend-api/settings/user', ['pages']],
    ['a script of Gemini', 'https://gemini.google.com/_/scs/mss-static/x.js', ['pages']],
    ['a pull request beside Copilot', 'https://github.com/someone/something/pull/7', []],
    ['a sign-in to GitHub, which is more than a chat', 'https://github.com/login/oauth/authorize', []],
    ['a model beside HuggingChat', 'https://huggingface.co/someone/model', []],
    ['a page without encryption', 'http://claude.ai/new', []],
    ['another WebSocket of Microsoft Copilot', 'wss://copilot.microsoft.com/c/api/voice', []],
  ])('evidencePatterns does not take %s for a message: %s', (_, url, expected) => {
    expect(heardAs(url)).toEqual(expected);
  });

  it('has a sample request for every path in the registry', () => {
    for (const { id, sendPaths, signInPaths } of ASSISTANTS) {
      for (const [paths, samples] of [[sendPaths, SENT] as const, [signInPaths, SIGNED_IN] as const]) {
        const own = samples.filter(([other]) => other === id).map(([, url]) => new URL(url));
        for (const { host, pattern } of paths) {
          expect(own.some((url) => url.host === host && new RegExp(pattern).test(url.pathname))).toBe(true);
        }
      }
    }
  });

  it.each([
    ['https://claude.ai/api/auth/verify_google', 'sign_in'],
    ['https://claude.ai/login/callback', 'sign_in'],
    ['https://claude.ai/authors', null],
    ['https://other.test/api/auth/verify', null],
  ])('finds the usual sign-in paths of the chat’s own host: %s', (url, expected) => {
    expect(purposeOf(BUILT_IN.get('claude'), asked(url))?.what ?? null).toBe(expected);
  });

  it('does not take sign-ins on a shared host for those of the chat', () => {
    expect(purposeOf(BUILT_IN.get('copilot'), asked('https://github.com/login/oauth'))).toBeNull();
  });

  it('does not count preparing a message as sending', () => {
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

/** One event per letter, a second apart, the last one at noon. */
function events(story: string): EvidenceEvent[] {
  return [...story].map((letter, index) => ({
    at: NOON - (story.length - 1 - index) * SECOND,
    ...(LETTERS[letter] ?? went('send')),
  }));
}

describe('evaluateRequestFailures', () => {
  it.each<[string, string, [number, number] | null]>([
    ['nothing', '', null],
    ['one failure', 'f', null],
    ['two failures', 'ff', [2, 2]],
    ['four failures of five', 'offff', [4, 5]],
    ['failures in the last five messages', 'ooooofffff', [5, 5]],
    ['two cut connections', 'xx', null],
    ['two timeouts', 'ss', null],
    ['one cut connection and one timeout', 'xs', null],
    ['three failures of different kinds', 'xsf', [3, 3]],
    ['three connection failures around a success', 'oxsx', null],
    ['four connection failures around a success', 'oxsxx', [4, 5]],
    ['two error answers besides a success', 'oxff', [3, 4]],
    ['three cut connections', 'xxx', [3, 3]],
    ['as many successes as failures', 'fofo', null],
    ['as many, and the last two overloaded', 'ooff', [2, 4]],
    ['as many, and the last two cut', 'oxoxx', null],
    ['more successes, and the last two overloaded', 'oooff', null],
    ['a page that fails as often as it opens', 'ppPP', null],
    ['one endpoint in three fails', 'oofoof', null],
    ['two successes in a row', 'fffoo', null],
    ['one success after failures', 'fffo', [3, 4]],
    ['only limits', 'lllll', null],
    ['limits between failures', 'flflf', [3, 3]],
    ['only refusals', 'rrrrr', null],
    ['refusals between failures', 'frfrf', [3, 3]],
    ['the page fails to load', 'PP', [2, 2]],
    ['the page loads again', 'PPPp', null],
    ['the page fails again after loading', 'PpPP', [3, 4]],
    ['signing in fails', 'II', [2, 2]],
    ['signing in works again', 'IIi', null],
    ['one failure of each kind', 'fPI', null],
  ])('evaluates "%s" (%s)', (_, story, expected) => {
    const found = evaluateRequestFailures(events(story), NOON);
    expect(found && [found.failed, found.of]).toEqual(expected);
  });

  it.each([
    ['sss', true],
    ['ossss', true],
    ['ssx', false],
    ['fsf', false],
  ])('reports isSilent correctly for "%s": %s', (story, isSilent) => {
    expect(evaluateRequestFailures(events(story), NOON)?.isSilent).toBe(isSilent);
  });

  it('expires five minutes after the last failure', () => {
    const failures = events('fff');
    expect(evaluateRequestFailures(failures, NOON + 5 * MINUTE - SECOND)).not.toBeNull();
    expect(evaluateRequestFailures(failures, NOON + 5 * MINUTE)).toBeNull();
  });

  it('is not hidden by an expired suspicion of another kind', () => {
    const given = [...events('ff').map((event) => ({ ...event, at: event.at - 6 * MINUTE })), ...events('PP')];
    expect(evaluateRequestFailures(given, NOON)).toMatchObject({ what: 'page', failed: 2 });
  });

  it('addEvidence keeps at most 20 events', () => {
    const many = Array.from({ length: 100 }, () => events('f')[0] as EvidenceEvent).reduce<EvidenceEvent[]>(
      addEvidence,
      [],
    );
    expect(many).toHaveLength(20);
  });
});
