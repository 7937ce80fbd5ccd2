import { expect, it } from 'vitest';
import { aVerdict } from '@/tests/fakes/samples';
import type { UnknownReason } from '@/utils/model/failure';
import { behindSignIn } from '@/utils/rules/notifying/badge';

const unknown = (assistantId: 'claude' | 'chatgpt' | 'gemini', reason: UnknownReason) =>
  aVerdict('unknown', { assistantId, reason, failure: reason });

const CLAUDE = unknown('claude', 'sign_in');
const CHATGPT = unknown('chatgpt', 'sign_in');
const TROUBLED = aVerdict('major_outage', { assistantId: 'gemini' });

it('several pages behind a sign-in at once are the network’s doing', () => {
  expect(behindSignIn([CLAUDE, CHATGPT])).toEqual([CLAUDE, CHATGPT]);
  const untold = aVerdict('unknown', { assistantId: 'gemini', reason: 'no_public_page', failure: null });
  expect(behindSignIn([CLAUDE, untold, CHATGPT])).toEqual([CLAUDE, CHATGPT]);
  expect(behindSignIn([CLAUDE, unknown('gemini', 'not_allowed'), CHATGPT])).toEqual([CLAUDE, CHATGPT]);
});

it.each([
  ['one alone', [CLAUDE]],
  ['one beside a page that is out of reach', [CLAUDE, unknown('chatgpt', 'unreachable')]],
  ['two beside one that was in trouble moments ago', [CLAUDE, CHATGPT, { ...TROUBLED, failure: 'sign_in' as const }]],
  ['two beside a page that was read and says too little', [CLAUDE, CHATGPT, { ...CLAUDE, failure: null }]],
  ['two beside a page that can be read', [CLAUDE, CHATGPT, aVerdict('operational', { assistantId: 'gemini' })]],
])('%s is not', (_, verdicts) => {
  expect(behindSignIn(verdicts)).toEqual([]);
});
