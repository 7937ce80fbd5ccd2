import { describe, expect, it } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { MINUTE, NOON } from '@/tests/fakes/samples';
import { ASSISTANT_IDS } from '@/utils/model/assistant';
import { REHEARSAL_OUTCOMES } from '@/utils/model/drafts';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { type PlanBInput, planBView } from '@/utils/ui/options/plan-b';

function view(over: Partial<PlanBInput> = {}) {
  const input: PlanBInput = {
    options: DEFAULT_OPTIONS,
    status: { rehearsal: null },
    granted: [],
    localAnswers: {},
    isFinding: false,
    ...over,
  };
  return planBView(input, englishAt(NOON));
}

describe('planBView fallbacks', () => {
  it('show how a draft is transferred and which access would fill it in', () => {
    const [chatgpt, claude, , copilot] = view().ways;
    expect(chatgpt).toMatchObject({
      draft: english('plan_b_fill_why'),
      fill: { ask: english('plan_b_fill', 'chatgpt.com'), wide: null },
    });
    expect(claude?.draft).toBe(english('plan_b_fill_address'));
    expect(copilot?.fill?.wide).toBe(english('popup_banner_wide', 'github.com/copilot', 'github.com'));
  });

  it('ask for no access that is granted or unknown', () => {
    expect(view({ granted: ['chatgpt'] }).ways[0]).toMatchObject({ draft: english('plan_b_filled'), fill: null });
    expect(view({ granted: null }).ways[0]).toMatchObject({ draft: null, fill: null });
  });

  it('cannot be moved past either end', () => {
    const { ways } = view();
    expect([ways[0]?.order?.up.isPossible, ways[0]?.order?.down.isPossible]).toEqual([false, true]);
    expect([ways.at(-1)?.order?.up.isPossible, ways.at(-1)?.order?.down.isPossible]).toEqual([true, false]);
  });
});

it('planBView offers removed assistants again', () => {
  const { left } = view({ options: { ...DEFAULT_OPTIONS, planB: ['gemini', 'chatgpt'] } });
  expect(left.assistants.map(({ label }) => label)).toEqual(
    ['Claude', 'GitHub Copilot', 'Microsoft Copilot', 'Perplexity', 'Grok', 'DeepSeek'].map((name) =>
      english('plan_b_take_in_for', name),
    ),
  );
  expect(left.more.text).toBe(english('popup_watch_more', String(ASSISTANT_IDS.length - 8)));
  expect(left.more.assistants).toHaveLength(ASSISTANT_IDS.length - 8);
});

it('planBView says which assistants have no readable status page', () => {
  const [poe, mistral] = view({ options: { ...DEFAULT_OPTIONS, planB: ['poe', 'mistral'] } }).ways;
  expect(poe?.untold).toBeNull();
  expect(mistral?.untold).toBe(english('plan_b_untold'));
});

describe('planBView local models', () => {
  it('can be added once if they answer', () => {
    const localAnswers = { ollama: { kind: 'answers', models: 1 }, lm_studio: { kind: 'silent' } } as const;
    expect(view({ localAnswers }).local.found).toEqual([
      {
        modelId: 'ollama',
        said: english('local_answers_one', '1', 'Ollama'),
        add: english('plan_b_take_in_for', 'Ollama'),
      },
      { modelId: 'lm_studio', said: english('local_silent', 'LM Studio'), add: null },
    ]);
    const options = { ...DEFAULT_OPTIONS, localModels: ['ollama' as const] };
    expect(view({ options, localAnswers }).local.found[0]?.add).toBeNull();
  });
});

describe('planBView fallback test', () => {
  it('uses the first fallback with a page', () => {
    const options = {
      ...DEFAULT_OPTIONS,
      planB: ['local:ollama', 'gemini'] as const,
      localModels: ['ollama' as const],
    };
    expect(view({ options: { ...options, planB: [...options.planB] } }).rehearsal.attempt).toEqual({
      fallbackId: 'gemini',
      label: english('rehearsal_try', 'Gemini'),
    });
    expect(view({ options: { ...DEFAULT_OPTIONS, planB: [] } }).rehearsal.attempt).toBeNull();
  });

  it.each(REHEARSAL_OUTCOMES)('has a text for the outcome %s', (outcome) => {
    const text = view({ status: { rehearsal: { to: 'gemini', at: NOON - MINUTE, outcome } } }).rehearsal.last.text;
    expect(text).toBe(english('rehearsal_last', '11:59', 'Gemini', english(`rehearsal_${outcome}`)));
  });

  it('without an outcome after eleven minutes is shown as lost', () => {
    const rehearsal = { to: 'gemini', at: NOON - 11 * MINUTE, outcome: 'under_way' } as const;
    expect(view({ status: { rehearsal } }).rehearsal.last.text).toBe(
      english('rehearsal_last', '11:49', 'Gemini', english('rehearsal_lost')),
    );
  });
});
