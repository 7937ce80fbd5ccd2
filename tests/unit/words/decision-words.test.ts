import { describe, expect, it } from 'vitest';
import { englishAt } from '@/tests/fakes/english';
import { decisionWords } from '@/utils/i18n/log-words';
import { CHANGE_KINDS, MAINTENANCE_CHANGE_KINDS } from '@/utils/model/change';
import { DECISION_REASONS, type Decision } from '@/utils/model/notification';

const ABOUTS = [...CHANGE_KINDS, ...MAINTENANCE_CHANGE_KINDS, 'first_sign'] as const;
const words = (over: Partial<Decision>) =>
  decisionWords(
    { at: 0, assistantId: 'claude', about: 'started', isTold: false, reason: 'snoozed', ...over },
    englishAt(0),
  );

describe('why it was told or not', () => {
  it('reads as a sentence', () => {
    expect(words({})).toEqual({ what: 'Trouble began', why: 'Not told: you had snoozed this assistant.' });
    expect(words({ isTold: true, reason: 'loud' }).why).toMatch(/^Told: it was an outage/);
  });

  it('has words of its own for all that can be told', () => {
    expect(new Set(ABOUTS.map((about) => words({ about }).what)).size).toBe(ABOUTS.length);
  });

  it('has words of its own for every reason', () => {
    const all = DECISION_REASONS.map((reason) => words({ reason }).why);
    expect(new Set(all).size).toBe(DECISION_REASONS.length);
    for (const why of all) expect(why).toMatch(/^Not told: [a-z].+\.$/);
  });
});
