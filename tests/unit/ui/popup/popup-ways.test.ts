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

describe('ways on in the popup', () => {
  it('are in the person’s order, of whatever kind', () => {
    const choices = ways({ front: 'claude', localAnswers: OLLAMA, pasted: ['own:1'] })?.choices;
    expect(choices?.map(({ label, note }) => [label, note])).toEqual([
      [english('popup_continue_in', 'Open WebUI'), `${english('fallback_own')}, ${english('banner_paste_there')}`],
      [english('popup_copy_for', 'Ollama'), english('fallback_local_other', '2')],
      [english('popup_continue_in', 'Gemini'), null],
    ]);
  });

  it('have no button that could do nothing: without a draft there is nothing to copy', () => {
    const ollama = ways({ localAnswers: OLLAMA })?.choices.find(({ fallbackId }) => fallbackId === 'local:ollama');
    expect(ollama).toMatchObject({ label: 'Ollama', isAvailable: false });
  });

  it('speak of pasting only where there is something to paste', () => {
    expect(ways({ pasted: ['own:1'] })?.choices[0]?.note).toBe(english('fallback_own'));
  });

  it('leave out what has not answered', () => {
    expect(ways({})?.choices.map(({ fallbackId }) => fallbackId)).toEqual(['own:1', 'gemini']);
  });

  it('leave out a chat that is listed in the order alone', () => {
    expect(ways({}, { ...OPTIONS, ownChats: [] })?.choices.map(({ fallbackId }) => fallbackId)).toEqual(['gemini']);
  });
});
