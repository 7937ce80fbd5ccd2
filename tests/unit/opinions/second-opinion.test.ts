import { describe, expect, it } from 'vitest';
import { MINUTE, NOON } from '@/tests/fakes/samples';
import { answersAbout, CHAT_ONLY_OUTAGES, HEALTHY_DAYS, LATE_PAGE_OUTAGES } from '@/tests/fixtures/second-opinions';
import { decideOpinion, type OpinionSourceId, type OpinionWord, type SourceAnswer } from '@/utils/model/opinion';

describe('documented outages that the status page told late', () => {
  it.each(LATE_PAGE_OUTAGES)('the majority says that others are affected: $name', (day) => {
    expect(decideOpinion(NOON, answersAbout(day, NOON)).kind).toBe('affected');
  });

  it.each(CHAT_ONLY_OUTAGES)('an outage of the chat alone is a disagreement, never a "no": $name', (day) => {
    expect(decideOpinion(NOON, answersAbout(day, NOON)).kind).toBe('split');
  });
});

it.each(HEALTHY_DAYS)('nobody is said to be affected on a healthy day: $name', (day) => {
  const opinion = decideOpinion(NOON, answersAbout(day, NOON));
  expect(['not_affected', 'unclear', 'no_answer']).toContain(opinion.kind);
});

describe('decideOpinion', () => {
  const said = (
    id: OpinionSourceId,
    word: OpinionWord,
    over: { isIndependent?: boolean; at?: number | null; readAt?: number } = {},
  ) => ({
    id,
    isIndependent: over.isIndependent ?? true,
    answer: {
      kind: 'said' as const,
      word,
      value: { kind: 'reports' as const, lastHour: 1, usualHour: 1 },
      at: over.at === undefined ? NOON : over.at,
      readAt: over.readAt ?? NOON,
    },
  });
  const silent = (id: OpinionSourceId): SourceAnswer => ({
    id,
    isIndependent: true,
    answer: { kind: 'silent', why: 'too_late' },
  });

  it('says "two of three" when more than half see it', () => {
    const answers = [
      said('openrouter', 'affected'),
      said('isitdownstatus', 'affected'),
      said('aiwatch', 'not_affected'),
    ];
    expect(decideOpinion(NOON, answers)).toEqual({ kind: 'affected', by: ['openrouter', 'isitdownstatus'], of: 3 });
  });

  it('shows one against one, and one against two, as a disagreement', () => {
    const [one, other] = [said('openrouter', 'affected'), said('isitdownstatus', 'not_affected')];
    const split = { kind: 'split', affected: ['openrouter'], notAffected: ['isitdownstatus'] };
    expect(decideOpinion(NOON, [one, other])).toEqual(split);
    expect(decideOpinion(NOON, [one, other, said('aiwatch', 'not_affected')]).kind).toBe('split');
  });

  it('does not count a source that repeats the status page', () => {
    const repeating = said('aiwatch', 'affected', { isIndependent: false });
    expect(decideOpinion(NOON, [repeating])).toEqual({ kind: 'no_answer' });
    expect(decideOpinion(NOON, [repeating, said('openrouter', 'not_affected')])).toEqual({
      kind: 'not_affected',
      by: ['openrouter'],
    });
  });

  it('takes no answer for neither yes nor no', () => {
    expect(decideOpinion(NOON, [])).toEqual({ kind: 'no_answer' });
    expect(decideOpinion(NOON, [silent('openrouter'), silent('isitdownstatus')])).toEqual({ kind: 'no_answer' });
    expect(decideOpinion(NOON, [silent('openrouter'), said('isitdownstatus', 'affected')])).toEqual({
      kind: 'affected',
      by: ['isitdownstatus'],
      of: 1,
    });
  });

  it('does not count a measurement of more than ten minutes ago', () => {
    const old = said('isitdownstatus', 'affected', { at: NOON - 11 * MINUTE });
    expect(decideOpinion(NOON, [old])).toEqual({ kind: 'old' });
    expect(decideOpinion(NOON - 2 * MINUTE, [old]).kind).toBe('affected');
    // Without a time of its own, the age is not known. What was read then becomes too old all the same.
    const undated = said('isitdownstatus', 'affected', { at: null, readAt: NOON - 9 * MINUTE });
    expect([NOON, NOON + 2 * MINUTE].map((now) => decideOpinion(now, [undated]).kind)).toEqual(['affected', 'old']);
  });
});
