import { describe, expect, it } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { popupMarkup } from '@/tests/fakes/popup-markup';
import { aVerdict, NOON } from '@/tests/fakes/samples';
import type { AssistantId } from '@/utils/model/assistant';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import { type FallbackFindings, fallbackChoices, NOTHING_FOUND, pastedFallbacks } from '@/utils/ui/popup/fallbacks';

const STATUS: Status = {
  ...EMPTY_STATUS,
  verdicts: { claude: aVerdict('partial_outage'), gemini: aVerdict('operational', { assistantId: 'gemini' }) },
};
const OPTIONS: Options = {
  ...DEFAULT_OPTIONS,
  planB: ['own:1', 'local:ollama', 'gemini'],
  ownChats: [{ id: '1', name: 'Open WebUI', url: 'http://localhost:3000/' }],
  localModels: ['ollama'],
};
const OLLAMA = { ollama: { kind: 'answers', models: 2 } } as const;

const choicesWith = (found: Partial<FallbackFindings & { front: AssistantId }>, options = OPTIONS) =>
  fallbackChoices(STATUS, options, { ...NOTHING_FOUND, front: null, ...found }, englishAt(NOON))?.choices ?? [];

describe('pastedFallbacks', () => {
  const pasted = (origins: string[]) => pastedFallbacks(OPTIONS, { origins, hasEvidence: false });

  it('lists chats that are not granted, and no local model', () => {
    expect(pasted([])).toEqual(['own:1', 'gemini']);
    expect(pasted(['https://gemini.google.com/*'])).toEqual(['own:1']);
    expect(pasted(['https://gemini.google.com/*', 'http://localhost/*'])).toEqual([]);
  });

  it('omits an assistant whose address fills in a draft', () => {
    const options: Options = { ...DEFAULT_OPTIONS, planB: ['claude'] };
    expect(pastedFallbacks(options, { origins: [], hasEvidence: false })).toEqual([]);
  });
});

describe('fallbackChoices', () => {
  it('keeps the user’s order across all kinds of fallbacks', () => {
    const choices = choicesWith({ front: 'claude', localAnswers: OLLAMA, pasted: ['own:1'] });
    expect(choices.map(({ name, kind, note }) => [name, kind, note])).toEqual([
      ['Open WebUI', 'own', `${english('fallback_own')}, ${english('banner_paste_there')}`],
      ['Ollama', 'local', english('fallback_local_other', '2')],
      ['Gemini', 'assistant', null],
    ]);
    const shown = popupMarkup(
      { status: STATUS, options: OPTIONS, front: 'claude', fallbacks: { localAnswers: OLLAMA, pasted: [] } },
      NOON,
    );
    // The first one is the button; the others are in its menu, which opens by a click.
    expect(shown).toContain(`>${english('popup_continue_in', 'Open WebUI')}</button>`);
    expect(shown).toContain(`aria-label="${english('popup_other_fallbacks')}"`);
    expect(shown).not.toContain(english('popup_continue_in', 'Gemini'));
  });

  it('does not offer to copy without a draft', () => {
    const ollama = choicesWith({ localAnswers: OLLAMA }).find(({ id }) => id === 'local:ollama');
    expect(ollama).toMatchObject({ name: 'Ollama', isAvailable: false });
    const fallbacks = { localAnswers: OLLAMA, pasted: [] };
    const options: Options = { ...OPTIONS, planB: ['local:ollama', 'gemini'] };
    // The first one that can be used is the button.
    const shown = popupMarkup({ status: STATUS, options, fallbacks }, NOON);
    expect(shown).toContain(`>${english('popup_continue_in', 'Gemini')}</button>`);
    const verdicts = { claude: aVerdict('partial_outage') };
    const only: Options = { ...options, ownChats: [] };
    const alone = popupMarkup({ status: { ...STATUS, verdicts }, options: only, fallbacks }, NOON);
    expect(alone).toContain('<span class="fallback-name">Ollama</span>');
    expect(alone).toContain(`Ollama · ${english('fallback_local_other', '2')}`);
  });

  it('mentions pasting only if there is a draft', () => {
    expect(choicesWith({ pasted: ['own:1'] })[0]?.note).toBe(english('fallback_own'));
  });

  it('omits local models that did not answer', () => {
    expect(choicesWith({}).map(({ id }) => id)).toEqual(['own:1', 'gemini']);
  });

  it('omits a removed custom chat that is still in the order', () => {
    expect(choicesWith({}, { ...OPTIONS, ownChats: [] }).map(({ id }) => id)).toEqual(['gemini']);
  });
});
