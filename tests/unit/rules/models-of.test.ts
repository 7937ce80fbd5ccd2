import { expect, it } from 'vitest';
import { anIncident } from '@/tests/fakes/samples';
import { BUILT_IN } from '@/utils/assistants/lookups';
import type { AssistantId } from '@/utils/model/assistant';
import { modelsOf } from '@/utils/rules/judging/level';

it.each<[AssistantId, string, string, string[]]>([
  ['claude', 'Requests to Opus 5.5 fail', '', ['Opus 5.5']],
  ['claude', 'Errors on Sonnet 5 and Haiku', '', ['Sonnet 5', 'Haiku']],
  ['claude', 'Requests to multiple models fail', 'Opus 5 and Opus 4.8 are affected.', []],
  ['claude', 'Requests fail', 'Only Opus 4.8 and Opus 5 are left.', ['Opus 4.8', 'Opus 5']],
  ['claude', 'Sign-in fails', 'We are looking.', []],
  ['chatgpt', 'GPT-5.2 mini is slow', '', ['GPT-5.2 mini']],
  ['gemini', 'Gemini 3 Pro answers late', '', ['Gemini 3 Pro']],
  ['copilot', 'Gemini 2.5 Pro answers badly in Copilot', '', ['Gemini 2.5 Pro']],
])('modelsOf for %s: title "%s" and text "%s" name %j', (id, title, text, models) => {
  const incident = anIncident({ title, updates: [{ at: 0, phase: null, text }] });
  expect(modelsOf(incident, BUILT_IN.get(id).modelNames)).toEqual(models);
});
