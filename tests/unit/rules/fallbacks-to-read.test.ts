import { expect, it } from 'vitest';
import { aMemory, aVerdict, MINUTE, NOON } from '@/tests/fakes/samples';
import type { AssistantId } from '@/utils/model/assistant';
import type { Level } from '@/utils/model/level';
import { fallbacksToRead } from '@/utils/rules/fallbacks/plan';

const PLAN: AssistantId[] = ['gemini', 'copilot', 'mistral', 'deepseek', 'grok'];
const at = (level: Level, agoMs = 0) => aVerdict(level, { checkedAt: NOON - agoMs });

it.each<[string, Parameters<typeof fallbacksToRead>[1], AssistantId[]]>([
  ['the first three when nothing is known', { pages: {}, verdicts: {} }, ['gemini', 'copilot', 'mistral']],
  [
    'the next fallback instead of an assistant in trouble',
    { pages: {}, verdicts: { gemini: at('major_outage') } },
    ['copilot', 'mistral', 'deepseek'],
  ],
  [
    'the next fallback instead of an assistant under maintenance',
    { pages: {}, verdicts: { copilot: at('maintenance') } },
    ['gemini', 'mistral', 'deepseek'],
  ],
  [
    'an assistant whose trouble was read long ago, in addition to three others',
    { pages: {}, verdicts: { gemini: at('major_outage', 11 * MINUTE) } },
    ['gemini', 'copilot', 'mistral', 'deepseek'],
  ],
  [
    'an assistant whose page failed, in addition to three others',
    { pages: { gemini: aMemory({ failure: { kind: 'timeout' } }) }, verdicts: {} },
    ['gemini', 'copilot', 'mistral', 'deepseek'],
  ],
])('fallbacksToRead reads %s', (_, known, ids) => {
  expect(fallbacksToRead(PLAN, known, NOON)).toEqual(ids);
});
