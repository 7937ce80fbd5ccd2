import { expect, it } from 'vitest';
import { chatOf } from '@/tests/fakes/chat-of';
import { MINUTE, NOON } from '@/tests/fakes/samples';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import { BUILT_IN } from '@/utils/assistants/lookups';
import type { AssistantId } from '@/utils/model/assistant';
import { isExpired, planTransfer, type TransferPlan } from '@/utils/rules/fallbacks/drafts';

const targetOf = (id: AssistantId) => ({ url: chatOf(BUILT_IN.get(id)).url, prefill: BUILT_IN.get(id).prefill });
const LONG = 'a b\n'.repeat(20_000);

it.each<[string, AssistantId, string, boolean, TransferPlan['way']]>([
  ['nothing to take along', 'chatgpt', '', true, 'open'],
  ['a granted site', 'chatgpt', 'Hello', true, 'fill'],
  ['a granted site, however long', 'claude', LONG, true, 'fill'],
  ['an address that only fills', 'claude', 'Hello', false, 'prefill'],
  ['too long for an address', 'claude', LONG, false, 'paste'],
  ['an assistant whose address would send at once', 'chatgpt', 'Hello', false, 'paste'],
  ['an assistant without such an address', 'gemini', 'Hello', false, 'paste'],
])('%s: %s', (_, id, draft, isGranted, way) => {
  expect(planTransfer({ target: targetOf(id), text: draft, isGranted }).way).toBe(way);
});

it('where there is no page, nothing is opened', () => {
  expect(planTransfer({ target: { url: null, prefill: null }, text: 'Hello', isGranted: true })).toEqual({
    way: 'by_hand',
    url: null,
  });
});

it('puts the draft into the address so that it comes out as it went in', () => {
  const draft = 'Zwei & drei\n  = fünf? 100 % {draft}';
  const plan = planTransfer({ target: targetOf('claude'), text: draft, isGranted: false });
  expect(new URL(plan.url ?? '').searchParams.get('q')).toBe(draft);
});

it('no address sends by itself: "q" at ChatGPT does, and is nobody’s here', () => {
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
  ['an hour ahead: the clock was set back', -60 * MINUTE, true],
])('a draft from %s ago', (_, agoMs, isGone) => {
  expect(isExpired({ startedAt: NOON - agoMs }, NOON)).toBe(isGone);
});

it.each([
  ['a high half at the end', 'Hi \ud83c', 'Hi%20%EF%BF%BD'],
  ['a low half at the start', '\udf55 Hi', '%EF%BF%BD%20Hi'],
  ['halves in the wrong order', '\udf55\ud83c', '%EF%BF%BD%EF%BF%BD'],
  ['a whole pair', '🍕', '%F0%9F%8D%95'],
])('takes %s into an address', (_, text, encoded) => {
  const plan = planTransfer({ target: targetOf('claude'), text, isGranted: false });
  expect(plan).toEqual({ way: 'prefill', url: `https://claude.ai/new?q=${encoded}` });
});
