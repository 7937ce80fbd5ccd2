import { describe, expect, it } from 'vitest';
import german from '@/public/_locales/de/messages.json' with { type: 'json' };
import { englishAt } from '@/tests/fakes/english';
import { MINUTE, NOON } from '@/tests/fakes/samples';
import { opinionSentence, sourceWords } from '@/utils/i18n/diagnosis-words';
import { translateBy } from '@/utils/i18n/speech';
import type { Opinion, OpinionAnswer, OpinionSourceId, OpinionValue } from '@/utils/model/opinion';

const NAMES: Record<OpinionSourceId, string> = { openrouter: 'A', isitdownstatus: 'B', aiwatch: 'C' };
const nameOf = (id: OpinionSourceId) => NAMES[id];
const ENGLISH = englishAt(NOON);
const GERMAN = { ...ENGLISH, t: translateBy(german), locale: 'de' };

describe('opinionSentence', () => {
  it.each<[Opinion, string, string]>([
    [
      { kind: 'affected', by: ['openrouter', 'isitdownstatus'], of: 3 },
      '2 of 3 independent sources say that others are affected: A and B.',
      '2 von 3 unabhängigen Quellen sagen, dass andere betroffen sind: A und B.',
    ],
    [
      { kind: 'affected', by: ['openrouter'], of: 1 },
      'The only independent source with a clear answer says that others are affected: A.',
      'Die einzige unabhängige Quelle mit klarer Antwort sagt, dass andere betroffen sind: A.',
    ],
    [
      { kind: 'not_affected', by: ['openrouter', 'isitdownstatus'] },
      'None of the 2 independent sources with a clear answer sees a sign that others are affected: A and B.',
      'Keine der 2 unabhängigen Quellen mit klarer Antwort sieht ein Anzeichen, dass andere betroffen sind: A und B.',
    ],
    [
      { kind: 'split', affected: ['openrouter'], notAffected: ['isitdownstatus'] },
      'The independent sources disagree: others are affected according to A, but not according to B.',
      'Die unabhängigen Quellen sind sich uneinig: Andere sind betroffen laut A, aber nicht laut B.',
    ],
    [
      { kind: 'old' },
      'The answers of the independent sources are too old to count.',
      'Die Antworten der unabhängigen Quellen sind zu alt zum Zählen.',
    ],
    [
      { kind: 'no_answer' },
      'No independent source answered. That says nothing about others.',
      'Keine unabhängige Quelle hat geantwortet. Über andere sagt das nichts.',
    ],
  ])('words %o as a whole sentence', (opinion, inEnglish, inGerman) => {
    expect(opinionSentence(opinion, nameOf, ENGLISH)).toBe(inEnglish);
    expect(opinionSentence(opinion, nameOf, GERMAN)).toBe(inGerman);
  });
});

describe('sourceWords', () => {
  const words = (answer: OpinionAnswer) => sourceWords({ id: 'openrouter', isIndependent: true, answer }, ENGLISH);
  const said = (value: OpinionValue, at: number | null = NOON): OpinionAnswer => ({
    kind: 'said',
    word: 'unclear',
    value,
    at,
    readAt: NOON,
  });

  it('names the value, what it measures, and when; rates are rounded down', () => {
    expect(words(said({ kind: 'success_rate', last5m: 99.98, last30m: null }))).toEqual({
      result: '99.9% in\u00a05\u00a0min, no data in\u00a030\u00a0min',
      measures: 'Success rate of real requests · as\u00a0of\u00a012:00',
    });
    expect(words(said({ kind: 'reports', lastHour: 1, usualHour: 4.4 })).result).toBe(
      '1 report in\u00a01\u00a0h, usually 4',
    );
    expect(words(said({ kind: 'page_word', level: 'operational' })).result).toBe('Operational');
  });

  it('says when it was read if the source gives no time, and that this is too long ago', () => {
    const undated = said({ kind: 'reports', lastHour: 1, usualHour: 4.4 }, null);
    expect(words(undated).measures).toBe('Success rate of real requests · read\u00a0at\u00a012:00');
    const later = { ...ENGLISH, now: NOON + 11 * MINUTE };
    expect(sourceWords({ id: 'openrouter', isIndependent: true, answer: undated }, later).measures).toBe(
      'Success rate of real requests · read\u00a0at\u00a012:00, too old to count',
    );
  });

  it('says that a measurement is too old, and why there is none', () => {
    expect(words(said({ kind: 'page_word', level: 'degraded' }, NOON - 11 * MINUTE))).toEqual({
      result: 'Degraded performance',
      measures: 'Success rate of real requests · as\u00a0of\u00a011:49, too old to count',
    });
    expect(words({ kind: 'silent', why: 'too_late' })).toEqual({
      result: 'No answer in time',
      measures: 'Success rate of real requests',
    });
  });
});
