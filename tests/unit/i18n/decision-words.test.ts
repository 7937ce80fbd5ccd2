import { describe, expect, it } from 'vitest';
import { englishAt } from '@/tests/fakes/english';
import { decisionWords } from '@/utils/i18n/health-words';
import { CHANGE_KINDS, MAINTENANCE_CHANGE_KINDS } from '@/utils/model/episode';
import { DECISION_REASONS, type Decision } from '@/utils/model/notification';

const ABOUTS = [...CHANGE_KINDS, ...MAINTENANCE_CHANGE_KINDS, 'first_sign'] as const;
const words = (over: Partial<Decision>) =>
  decisionWords(
    { at: 0, assistantId: 'claude', about: 'started', isTold: false, reason: 'snoozed', ...over },
    englishAt(0),
  );

describe('decisionWords', () => {
  it('says what happened and why it notified or not', () => {
    expect(words({})).toEqual({ what: 'Issue started', why: 'Not notified: this assistant was snoozed.' });
    expect(words({ isTold: true, reason: 'loud' }).why).toMatch(/^Notified: it was an outage/);
  });

  it('has different words for each kind of change', () => {
    expect(new Set(ABOUTS.map((about) => words({ about }).what)).size).toBe(ABOUTS.length);
  });

  it('has different words for each reason', () => {
    const all = DECISION_REASONS.map((reason) => words({ reason }).why);
    expect(new Set(all).size).toBe(DECISION_REASONS.length);
    for (const why of all) expect(why).toMatch(/^Not notified: [a-z].+\.$/);
  });
});
