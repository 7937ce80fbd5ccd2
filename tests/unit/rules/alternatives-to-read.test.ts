import { expect, it } from 'vitest';
import { english } from '@/tests/fakes/english';
import { aMemory, aVerdict, MINUTE, NOON } from '@/tests/fakes/samples';
import type { AssistantId } from '@/utils/model/assistant';
import type { Level } from '@/utils/model/level';
import { fallbacksToRead } from '@/utils/rules/fallbacks/rank-fallbacks';

const PLAN: AssistantId[] = ['gemini', 'copilot', 'mistral', 'deepseek', 'grok'];
const at = (level: Level, agoMs = 0) => aVerdict(level, { checkedAt: NOON - agoMs });

it.each<[string, Parameters<typeof fallbacksToRead>[1], AssistantId[]]>([
  [
    english('history_known', 'the first three, when nothing is'),
    { pages: {}, verdicts: {} },
    ['gemini', 'copilot', 'mistral'],
  ],
  [
    'the next instead of one in trouble',
    { pages: {}, verdicts: { gemini: at('major_outage') } },
    ['copilot', 'mistral', 'deepseek'],
  ],
  [
    'the next instead of one under maintenance',
    { pages: {}, verdicts: { copilot: at('maintenance') } },
    ['gemini', 'mistral', 'deepseek'],
  ],
  [
    'one whose trouble was read long ago, beside three others',
    { pages: {}, verdicts: { gemini: at('major_outage', 11 * MINUTE) } },
    ['gemini', 'copilot', 'mistral', 'deepseek'],
  ],
  [
    'one that failed, beside three others',
    { pages: { gemini: aMemory({ failure: { kind: 'timeout' } }) }, verdicts: {} },
    ['gemini', 'copilot', 'mistral', 'deepseek'],
  ],
])('reads %s', (_, known, ids) => {
  expect(fallbacksToRead(PLAN, known, NOON)).toEqual(ids);
});
