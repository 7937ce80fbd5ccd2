import { expect, it } from 'vitest';
import { aVerdict } from '@/tests/fakes/samples';
import type { UnknownReason } from '@/utils/model/failure';
import { behindSignIn } from '@/utils/rules/notifying/surfaces';

const unknown = (assistantId: 'claude' | 'chatgpt' | 'gemini', reason: UnknownReason) =>
  aVerdict('unknown', { assistantId, reason, failure: reason });

const CLAUDE = unknown('claude', 'sign_in');
const CHATGPT = unknown('chatgpt', 'sign_in');
const TROUBLED = aVerdict('major_outage', { assistantId: 'gemini' });

it('behindSignIn returns all assistants whose pages redirect to a sign-in, if no page could be read', () => {
  expect(behindSignIn([CLAUDE, CHATGPT])).toEqual([CLAUDE, CHATGPT]);
  const hasNoSource = aVerdict('unknown', { assistantId: 'gemini', reason: 'no_public_page', failure: null });
  expect(behindSignIn([CLAUDE, hasNoSource, CHATGPT])).toEqual([CLAUDE, CHATGPT]);
  expect(behindSignIn([CLAUDE, unknown('gemini', 'not_allowed'), CHATGPT])).toEqual([CLAUDE, CHATGPT]);
});

it.each([
  ['a single page behind a sign-in', [CLAUDE]],
  ['one page behind a sign-in and one that is unreachable', [CLAUDE, unknown('chatgpt', 'unreachable')]],
  [
    'two pages behind a sign-in and one that was in trouble moments ago',
    [CLAUDE, CHATGPT, { ...TROUBLED, failure: 'sign_in' as const }],
  ],
  [
    'two pages behind a sign-in and one that was read and says too little',
    [CLAUDE, CHATGPT, { ...CLAUDE, failure: null }],
  ],
  [
    'two pages behind a sign-in and one that can be read',
    [CLAUDE, CHATGPT, aVerdict('operational', { assistantId: 'gemini' })],
  ],
])('behindSignIn returns none for %s', (_, verdicts) => {
  expect(behindSignIn(verdicts)).toEqual([]);
});
