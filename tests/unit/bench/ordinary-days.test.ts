import { describe, expect, it } from 'vitest';
import { measureOrdinary, measureOutage, OUTAGES } from '@/tests/bench/ordinary-days/measure';

const SEED = 20_260_903;

/** The most that is borne in 1,000 days of that kind; what is not here must be silent. */
const BORNE: Record<string, number> = {
  'flaky wifi': 60,
  'resetting proxy': 30,
  'captive portal': 40,
  // Something does fail there, over and over: to tell that is no false alarm but the truth about one's own messages.
  'one endpoint of several': 2_500,
  'one broken conversation': 400,
};

describe('ordinary days', () => {
  it.each(measureOrdinary(40, SEED))('with $kind cry no wolf', ({ kind, messages, alarmsPer1000 }) => {
    expect(messages).toBeGreaterThan(1_000);
    expect(alarmsPer1000).toBeLessThanOrEqual(BORNE[kind] ?? 0);
  });

  it('are the same in every run', () => {
    expect(measureOrdinary(2, SEED)).toEqual(measureOrdinary(2, SEED));
  });
});

describe('outages', () => {
  const [all, silent, , , third] = OUTAGES.map((outage) => measureOutage(outage, 60, SEED));

  it.each([all, silent])('where everything fails are noticed within few messages', (outage) => {
    expect(outage?.days).toBeGreaterThan(30);
    expect((outage?.noticed ?? 0) / (outage?.days ?? 1)).toBeGreaterThan(0.85);
    expect(outage?.medianSends).toBeLessThanOrEqual(4);
  });

  it('where a third fails are noticed more seldom', () => {
    expect(third?.noticed).toBeGreaterThan(0);
    expect(third?.noticed).toBeLessThan(all?.noticed ?? 0);
  });
});
