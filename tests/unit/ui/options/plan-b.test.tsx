import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { AddList } from '@/components/options/disclosures';
import { DraftChoice } from '@/components/options/fallback-list';
import { PlanBSection, TestRun } from '@/components/options/plan-b-section';
import { english, englishAt } from '@/tests/fakes/english';
import { markupOf } from '@/tests/fakes/rendered';
import { HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import { stagedOptions } from '@/tests/gallery/options-stage';
import { fullTime } from '@/utils/i18n/moments';
import { ASSISTANT_IDS } from '@/utils/model/assistant';
import { FALLBACK_TEST_OUTCOMES, type FallbackTest } from '@/utils/model/drafts';
import { customFallback } from '@/utils/model/fallback';
import { DEFAULT_OPTIONS, NO_PRESET, type Options } from '@/utils/model/options';
import { withOwnChat, withoutFallback } from '@/utils/rules/fallbacks/plan';
import {
  addableAssistants,
  fallbackToTest,
  foundModels,
  localAnswerWords,
  plannedFallbacks,
  runbookOf,
  testWords,
} from '@/utils/ui/options/plan-b';
import { NOTHING_LOADED, type OptionsData } from '@/utils/ui/options/state';
import { OptionsContext } from '@/utils/ui/options/store';

const speech = englishAt(NOON);
const planned = (granted: OptionsData['granted'] = [], options = DEFAULT_OPTIONS) =>
  plannedFallbacks(options, granted, NO_PRESET);

function shown(element: ReactNode, over: Partial<OptionsData> = {}): string {
  const store = stagedOptions({ ...NOTHING_LOADED, granted: [], ...over });
  return markupOf(<OptionsContext value={store}>{element}</OptionsContext>, NOON);
}

/** The markup of the section, and of each fallback in it. */
function section(over: Partial<OptionsData> = {}): { markup: string; rows: string[] } {
  const markup = shown(<PlanBSection />, over);
  const [list = ''] = markup.split('</ol>');
  return { markup, rows: list.split('<li').slice(1) };
}

describe('a fallback', () => {
  it('says how a draft gets there, and asks for the access that fills it in', () => {
    const [chatgpt, claude] = planned();
    expect(chatgpt).toMatchObject({ draftKey: 'plan_b_fill_why', canBeAllowed: true, host: 'chatgpt.com' });
    expect(claude?.draftKey).toBe('plan_b_fill_address');
    const { rows } = section({ granted: ['gemini'] });
    const words = ['plan_b_drafts_copied', 'plan_b_drafts_address', 'plan_b_drafts_filled'] as const;
    for (const [index, word] of words.entries()) expect(rows[index]).toContain(english(word));
    const opened = planned().map((fallback) => shown(<DraftChoice fallback={fallback} />));
    expect(opened[0]).toContain(english('plan_b_fill_why'));
    expect(opened[0]).toContain(english('plan_b_fill', 'chatgpt.com'));
    expect(opened[0]).toContain(english('plan_b_grants'));
    expect(opened[0]).not.toContain(english('popup_banner_wide', 'chatgpt.com', 'chatgpt.com'));
    expect(opened[3]).toContain(english('popup_banner_wide', 'github.com/copilot', 'github.com'));
  });

  it('asks for nothing where access is granted, or where that is not known', () => {
    expect(planned(['chatgpt'])[0]).toMatchObject({ draftKey: 'plan_b_filled', canBeAllowed: false });
    expect(planned(null)[0]).toMatchObject({ draftKey: null, canBeAllowed: false });
    for (const fallback of [...planned(['chatgpt']).slice(0, 1), ...planned(null)]) {
      expect(shown(<DraftChoice fallback={fallback} />)).not.toContain('<button');
    }
    expect(section({ granted: null }).rows[0]).not.toContain('aria-expanded');
  });

  it('cannot be moved past the ends', () => {
    const { rows } = section();
    const disabled = (row = '') => [...row.matchAll(/aria-disabled="(\w+)"/g)].map(([, value]) => value);
    expect(disabled(rows[0])).toEqual(['true', 'false']);
    expect(disabled(rows.at(-1))).toEqual(['false', 'true']);
  });

  it('says where its status cannot be read', () => {
    const options: Options = { ...DEFAULT_OPTIONS, planB: ['poe', 'mistral'] };
    const { rows } = section({ options });
    expect(rows[0]).not.toContain(english('plan_b_no_status_page'));
    expect(rows[1]).toContain(english('plan_b_no_status_page'));
  });

  it('stays where an organization set the list that it is in', () => {
    const options: Options = {
      ...DEFAULT_OPTIONS,
      planB: ['own:1', 'gemini'],
      ownChats: [{ id: '1', name: 'Open WebUI', url: 'http://localhost:3000/' }],
    };
    const removable = plannedFallbacks(options, [], { parts: ['planB'], damaged: [] });
    expect(removable.map(({ id, isRemovable }) => [id, isRemovable])).toEqual([
      ['own:1', true],
      ['gemini', false],
    ]);
  });
});

it('addableAssistants offers the assistants that Plan B leaves out', () => {
  const options: Options = { ...DEFAULT_OPTIONS, planB: ['gemini', 'chatgpt'] };
  const addable = addableAssistants(options);
  const featured = ['Claude', 'GitHub Copilot', 'Microsoft Copilot', 'Perplexity', 'Grok', 'DeepSeek'];
  expect(addable.filter(({ isFeatured }) => isFeatured).map(({ name }) => name)).toEqual(featured);
  // JetBrains AI has no chat site to continue in.
  expect(addable.filter(({ isFeatured }) => !isFeatured)).toHaveLength(ASSISTANT_IDS.length - 8 - 1);
  expect(addable.map(({ id }) => id)).not.toContain('jetbrains_ai');
  const list = shown(<AddList assistants={addable} onAdd={() => undefined} />);
  for (const { name } of addable) expect(list).toContain(`>${name}</span>`);
});

describe('a local model', () => {
  it('can be added once, where its program answers', () => {
    const localAnswers = { ollama: { kind: 'answers', models: 1 }, lm_studio: { kind: 'silent' } } as const;
    const found = foundModels([], localAnswers);
    expect(found.map((model) => [model.id, localAnswerWords(model, speech), model.canBeAdded])).toEqual([
      ['ollama', english('local_answers_one', '1', 'Ollama'), true],
      ['lm_studio', english('local_silent', 'LM Studio'), false],
    ]);
    expect(section({ localAnswers }).markup).toContain(english('plan_b_take_in_for', 'Ollama'));
    expect(foundModels(['ollama'], localAnswers)[0]?.canBeAdded).toBe(false);
  });
});

describe('the test run', () => {
  it('is of the first fallback that has a page', () => {
    const options: Options = { ...DEFAULT_OPTIONS, planB: ['local:ollama', 'gemini'], localModels: ['ollama'] };
    expect(fallbackToTest(options)).toEqual({ id: 'gemini', name: 'Gemini' });
    expect(shown(<TestRun />, { options })).toContain(english('fallback_test_try', 'Gemini'));
    const empty: Options = { ...DEFAULT_OPTIONS, planB: [] };
    expect(fallbackToTest(empty)).toBeNull();
    expect(shown(<TestRun />, { options: empty })).toContain(english('fallback_test_nothing'));
  });

  it.each(FALLBACK_TEST_OUTCOMES)('has words for the outcome %s', (outcome) => {
    const test: FallbackTest = { to: 'gemini', at: NOON - MINUTE, outcome };
    expect(testWords(test, DEFAULT_OPTIONS, speech).text).toBe(english(`fallback_test_${outcome}`, '11:59', 'Gemini'));
  });

  it('counts as lost when nothing was heard of it in time', () => {
    const test: FallbackTest = { to: 'gemini', at: NOON - 11 * MINUTE, outcome: 'under_way' };
    expect(testWords(test, DEFAULT_OPTIONS, speech).text).toBe(english('fallback_test_lost', '11:49', 'Gemini'));
  });

  it.each(['own:1', 'page:1'] as const)('says nothing about the fallback %s once it is removed', (to) => {
    const test: FallbackTest = { to, at: NOON - MINUTE, outcome: 'exact' };
    expect(testWords(test, DEFAULT_OPTIONS, speech).text).toBe(english('fallback_test_never'));
    const status = { ...NOTHING_LOADED.status, rehearsal: test };
    expect(runbookOf({ ...NOTHING_LOADED, status }, speech).test).toBe(english('fallback_test_never'));
  });

  it('does not count for another chat that is added after the tested one was removed', () => {
    const added = withOwnChat(DEFAULT_OPTIONS, 'First', 'https://first.example/', NOON - HOUR);
    const [first] = added.ownChats;
    const to = customFallback(first?.id ?? '');
    const test: FallbackTest = { to, at: NOON - MINUTE, outcome: 'exact' };
    expect(testWords(test, added, speech).text).toBe(english('fallback_test_exact', '11:59', 'First'));
    const other = withOwnChat(withoutFallback(added, to), 'Second', 'https://second.example/', NOON);
    expect(testWords(test, other, speech).text).toBe(english('fallback_test_never'));
  });
});

describe('the runbook', () => {
  const runbook = (over: Partial<OptionsData> = {}) =>
    runbookOf({ ...NOTHING_LOADED, granted: ['gemini'], ...over }, speech);

  it('lists the fallbacks in the order of Plan B, with chat, status page and the way of a draft', () => {
    const options: Options = {
      ...DEFAULT_OPTIONS,
      planB: ['gemini', 'own:1', 'local:ollama'],
      ownChats: [{ id: '1', name: 'Chat of the company', url: 'https://chat.example.com/' }],
      localModels: ['ollama'],
    };
    expect(runbook({ options }).steps).toMatchObject([
      { name: 'Gemini', url: 'https://gemini.google.com/app', draft: english('plan_b_filled') },
      { name: 'Chat of the company', url: 'https://chat.example.com/', statusUrl: null },
      { name: 'Ollama', url: null, draft: null, statusUrl: null },
    ]);
    expect(runbook({ options }).steps[0]?.statusUrl).toMatch(/^https:/);
  });

  it('lists the status pages of the watched assistants', () => {
    const { checks, title } = runbook({ options: { ...DEFAULT_OPTIONS, watched: ['claude', 'qwen'] } });
    expect(checks).toEqual([
      { name: 'Claude', url: 'https://status.claude.com' },
      { name: 'Qwen', url: null },
    ]);
    expect(title).toContain('Claude');
  });

  it('states the day and the result of the last test', () => {
    const rehearsal: FallbackTest = { to: 'gemini', at: NOON - MINUTE, outcome: 'exact' };
    const { test } = runbook({ status: { ...NOTHING_LOADED.status, rehearsal } });
    expect(test).toBe(english('fallback_test_exact', fullTime(NOON - MINUTE, speech), 'Gemini'));
    expect(runbook().test).toBe(english('fallback_test_never'));
  });

  it('says what goes along by the choice in this browser', () => {
    expect(runbook().along).toBe(english('runbook_along_draft'));
    const options = { ...DEFAULT_OPTIONS, carriesConversation: true };
    expect(runbook({ options }).along).toBe(english('runbook_along_conversation'));
  });
});
