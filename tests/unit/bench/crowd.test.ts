import { describe, expect, it } from 'vitest';
import { measureCrowd } from '@/tests/bench/crowd/measure';
import { OURS } from '@/tests/bench/crowd/simulate-crowd';

/** A small sample: peaks are mostly chance, so only means and rough bounds are asserted. */
const SAMPLE = 80;
const rates = measureCrowd(SAMPLE, 20_260_903);
const of = (start: string, variant = OURS.name) => {
  const found = rates.find((one) => one.event.startsWith(start) && one.variant === variant);
  if (found === undefined) throw new Error(`Nothing was measured of "${start}"`);
  return found;
};

describe('measureCrowd', () => {
  it('measures requests on an ordinary weekday', () => {
    const { mean, peak } = of('an ordinary weekday');
    expect(mean).toBeGreaterThan(2_000);
    expect(peak).toBeGreaterThan(mean);
  });

  it.each(['the chat fails; its page says so', 'the same, where the page says no more than slow'])(
    'shows no additional load on a page with an outage: %s',
    (start) => {
      expect(of(start).mean).toBeLessThan(1.25 * of(start).ordinaryMean);
      expect(of(start, 'every 30 s during an issue').mean).toBeGreaterThan(2 * of(start).ordinaryMean);
    },
  );

  it('shows less load on a page that returns 503', () => {
    expect(of('the chat fails, and its page answers 503').mean).toBeLessThan(
      0.7 * of('the chat fails, and its page answers 503').ordinaryMean,
    );
  });

  it('shows no peak when a rate limit ends for all browsers', () => {
    expect(of('the page asks all to come back').peak).toBeLessThan(
      2 * of('the page asks all to come back').ordinaryPeak,
    );
  });
});
