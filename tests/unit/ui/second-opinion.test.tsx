import { describe, expect, it } from 'vitest';
import { CheckPage } from '@/components/check/check-page';
import { english } from '@/tests/fakes/english';
import { popupMarkup, rowMarkup } from '@/tests/fakes/popup-markup';
import { markupOf, textOf } from '@/tests/fakes/rendered';
import { aVerdict, NOON } from '@/tests/fakes/samples';
import { stagedCheck } from '@/tests/gallery/check-stage';
import type { AssistantId } from '@/utils/model/assistant';
import { NOTHING_FOUND } from '@/utils/model/diagnosis';
import type { EvidenceSuspicion } from '@/utils/model/evidence';
import { NOT_ASKED, type OpinionState } from '@/utils/model/opinion';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import { EMPTY_STATUS } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { CheckContext } from '@/utils/ui/check/store';

const ANSWERED: OpinionState = {
  kind: 'answered',
  answers: [
    {
      id: 'openrouter',
      isIndependent: true,
      answer: {
        kind: 'said',
        word: 'affected',
        value: { kind: 'success_rate', last5m: 61.2, last30m: 92.8 },
        at: NOON - 60_000,
        readAt: NOON,
      },
    },
    { id: 'isitdownstatus', isIndependent: true, answer: { kind: 'silent', why: 'not_allowed' } },
    {
      id: 'aiwatch',
      isIndependent: false,
      answer: {
        kind: 'said',
        word: 'not_affected',
        value: { kind: 'page_word', level: 'operational' },
        at: NOON - 60_000,
        readAt: NOON,
      },
    },
  ],
};

function checkPage(assistantId: AssistantId, opinion: OpinionState = NOT_ASKED, options: Options = DEFAULT_OPTIONS) {
  const data = { sees: null, text: '', textAt: 0, status: EMPTY_STATUS, actions: new Set<never>() };
  const check = { running: null, findings: NOTHING_FOUND };
  return (
    <CheckContext value={stagedCheck({ ...data, assistantId, check, options, opinion })}>
      <CheckPage />
    </CheckContext>
  );
}

const ASK = english('opinion_ask_for', 'Claude');

describe('"Is it me?"', () => {
  it('offers to ask others about an assistant that an independent source knows', () => {
    expect(markupOf(checkPage('claude'), NOON)).toContain(ASK);
    // Only AIWatch knows Cursor, and it repeats the status page.
    expect(textOf(checkPage('cursor'), NOON)).not.toContain(english('opinion_ask'));
  });

  it('does not offer it when the user has switched all sources off', () => {
    const options = { ...DEFAULT_OPTIONS, opinionSources: [] };
    expect(textOf(checkPage('claude', NOT_ASKED, options), NOON)).not.toContain(english('opinion_ask'));
  });

  it('keeps an answer without an offer to ask again when the user then switches all sources off', () => {
    const text = textOf(checkPage('claude', ANSWERED, { ...DEFAULT_OPTIONS, opinionSources: [] }), NOON);
    expect(text).toContain(english('opinion_affected_one', '1', 'OpenRouter', '1'));
    expect(text).not.toContain(english('opinion_ask_again'));
  });

  it('shows the sentence, then each source with its value, what it measures and its time', () => {
    const text = textOf(checkPage('claude', ANSWERED), NOON);
    const expected = [
      english('opinion_affected_one', '1', 'OpenRouter', '1'),
      'OpenRouter 61.2% in 5 min, 92.8% in 30 min Success rate of real requests · as of 11:59',
      `isitdownstatus.com ${english('opinion_silent_not_allowed')} ${english('opinion_measures_isitdownstatus')}`,
      `AIWatch Operational ${english('opinion_measures_aiwatch')} · as of 11:59`,
    ];
    const places = expected.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  it('says that nothing was asked when access was refused', () => {
    expect(textOf(checkPage('claude', { kind: 'refused' }), NOON)).toContain(english('opinion_refused'));
  });
});

describe('a row of the popup', () => {
  const suspicion: EvidenceSuspicion = {
    source: 'evidence',
    what: 'send',
    failed: 3,
    of: 4,
    isSilent: false,
    since: NOON - 120_000,
    until: NOON + 240_000,
  };
  const row = (over: Partial<Verdict>, isOnline = true, opinion?: OpinionState) => {
    const claude = aVerdict('operational', { checkedAt: NOON - 20_000, ...over });
    const status = { ...EMPTY_STATUS, isOnline, verdicts: { claude } };
    const options = { ...DEFAULT_OPTIONS, watched: ['claude' as const] };
    const opinions = opinion === undefined ? {} : { claude: opinion };
    return rowMarkup(popupMarkup({ status, options, opinions }, NOON), 'claude');
  };

  it('offers to ask others only while an issue is possible', () => {
    expect(row({ kind: 'suspected', suspicion })).toContain(ASK);
    expect(row({})).not.toContain(ASK);
    expect(row({ kind: 'trouble', level: 'partial_outage' })).not.toContain(ASK);
    expect(row({ kind: 'suspected', suspicion }, false)).not.toContain(ASK);
  });

  it('keeps its verdict whatever others say', () => {
    const asked = row({ kind: 'suspected', suspicion }, true, ANSWERED);
    expect(asked).toContain(english('opinion_affected_one', '1', 'OpenRouter', '1'));
    expect(asked).toContain('data-verdict="suspected" data-level="operational"');
  });
});
