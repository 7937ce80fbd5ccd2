import { describe, expect, it } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { aVerdict, NOON } from '@/tests/fakes/samples';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import { NO_WAYS_KNOWN, popupWays, type WaysKnown } from '@/utils/ui/popup/fallbacks';

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

const ways = (known: Partial<WaysKnown>, options = OPTIONS) =>
  popupWays(STATUS, options, { ...NO_WAYS_KNOWN, front: null, ...known }, englishAt(NOON));

describe('popupWays', () => {
  it('keeps the user’s order across all kinds of fallbacks', () => {
    const choices = ways({ front: 'claude', localAnswers: OLLAMA, pasted: ['own:1'] })?.choices;
    expect(choices?.map(({ label, note }) => [label, note])).toEqual([
      [english('popup_continue_in', 'Open WebUI'), `${english('fallback_own')}, ${english('banner_paste_there')}`],
      [english('popup_copy_for', 'Ollama'), english('fallback_local_other', '2')],
      [english('popup_continue_in', 'Gemini'), null],
    ]);
  });

  it('does not offer to copy without a draft', () => {
    const ollama = ways({ localAnswers: OLLAMA })?.choices.find(({ fallbackId }) => fallbackId === 'local:ollama');
    expect(ollama).toMatchObject({ label: 'Ollama', isAvailable: false });
  });

  it('mentions pasting only if there is a draft', () => {
    expect(ways({ pasted: ['own:1'] })?.choices[0]?.note).toBe(english('fallback_own'));
  });

  it('omits local models that did not answer', () => {
    expect(ways({})?.choices.map(({ fallbackId }) => fallbackId)).toEqual(['own:1', 'gemini']);
  });

  it('omits a removed custom chat that is still in the order', () => {
    expect(ways({}, { ...OPTIONS, ownChats: [] })?.choices.map(({ fallbackId }) => fallbackId)).toEqual(['gemini']);
  });
});
