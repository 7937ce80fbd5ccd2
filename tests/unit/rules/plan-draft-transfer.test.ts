import { expect, it } from 'vitest';
import { chatOf } from '@/tests/fakes/chat-of';
import { MINUTE, NOON } from '@/tests/fakes/samples';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import { BUILT_IN } from '@/utils/assistants/lookups';
import type { AssistantId } from '@/utils/model/assistant';
import { isExpired, planTransfer, type TransferPlan } from '@/utils/rules/fallbacks/drafts';

const targetOf = (id: AssistantId) => {
  const { prefill, maxMessage } = BUILT_IN.get(id);
  return { url: chatOf(BUILT_IN.get(id)).url, prefill, maxMessage };
};
const hasConversation = false;
const LONG = 'a b\n'.repeat(20_000);

it.each<[string, AssistantId, string, boolean, TransferPlan['method']]>([
  ['chooses open for an empty draft', 'chatgpt', '', true, 'open'],
  ['chooses fill for a granted site', 'chatgpt', 'Hello', true, 'fill'],
  ['chooses fill for a granted site, however long', 'claude', LONG, true, 'fill'],
  ['chooses prefill for an address that fills the composer without sending', 'claude', 'Hello', false, 'prefill'],
  ['chooses paste for a draft too long for an address', 'claude', LONG, false, 'paste'],
  ['chooses paste for an assistant whose address would send at once', 'chatgpt', 'Hello', false, 'paste'],
  ['chooses paste for an assistant without such an address', 'gemini', 'Hello', false, 'paste'],
])('planTransfer %s (%s)', (_, id, draft, isGranted, method) => {
  expect(planTransfer({ target: targetOf(id), text: draft, isGranted, hasConversation }).method).toBe(method);
});

it('planTransfer opens nothing for a target without a page', () => {
  expect(
    planTransfer({
      target: { url: null, prefill: null, maxMessage: null },
      text: 'Hello',
      isGranted: true,
      hasConversation,
    }),
  ).toEqual({
    method: 'by_hand',
    url: null,
  });
});

it('planTransfer encodes the draft so that it decodes to the same text', () => {
  const draft = 'Zwei & drei\n  = fünf? 100 % {draft}';
  const plan = planTransfer({ target: targetOf('claude'), text: draft, isGranted: false, hasConversation });
  expect(new URL(plan.url ?? '').searchParams.get('q')).toBe(draft);
});

it('no prefill address sends the message: ChatGPT, whose "q" parameter sends, has none', () => {
  const templates = ASSISTANTS.map(({ prefill }) => prefill?.template ?? '');
  expect(templates.filter((template) => template.includes('chatgpt.com'))).toEqual([]);
  for (const { prefill, chatSites } of ASSISTANTS) {
    if (prefill === null) continue;
    expect(new URL(prefill.template).host).toBe(chatSites[0]?.host);
    expect(prefill.template).toContain('{draft}');
  }
});

it.each([
  ['nine minutes', 9 * MINUTE, false],
  ['eleven minutes', 11 * MINUTE, true],
  ['minus one hour (clock set back)', -60 * MINUTE, true],
])('for a transfer started %s ago (%i ms), isExpired is %s', (_, agoMs, isGone) => {
  expect(isExpired({ startedAt: NOON - agoMs }, NOON)).toBe(isGone);
});

it.each([
  ['a lone high surrogate at the end', 'Hi \ud83c', 'Hi%20%EF%BF%BD'],
  ['a lone low surrogate at the start', '\udf55 Hi', '%EF%BF%BD%20Hi'],
  ['surrogates in the wrong order', '\udf55\ud83c', '%EF%BF%BD%EF%BF%BD'],
  ['a surrogate pair', '🍕', '%F0%9F%8D%95'],
])('planTransfer encodes %s', (_, text, encoded) => {
  const plan = planTransfer({ target: targetOf('claude'), text, isGranted: false, hasConversation });
  expect(plan).toEqual({ method: 'prefill', url: `https://claude.ai/new?q=${encoded}` });
});
