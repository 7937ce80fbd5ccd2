import { meanOf } from '@/tests/bench/statistics';
import { type CrowdEvent, EVENTS, ORDINARY } from './events';
import { OURS, simulateCrowd, type Variant } from './simulate-crowd';

const MILLION = 1_000_000;
/** Peaks are means over this many seconds: in a sample, a single second shows mostly chance. */
const WINDOW_S = 10;

const VARIANTS: Readonly<Record<CrowdEvent['without'], Variant>> = {
  jitter: { ...OURS, name: 'without jitter', hasJitter: false },
  backoff: { ...OURS, name: 'without backoff', hasBackoff: false },
  patience: { ...OURS, name: 'every 30 s during an issue', isPatient: false },
};

/** Requests per second of a million browsers to one status page. */
export interface Rates {
  event: string;
  variant: string;
  mean: number;
  peak: number;
  /** In the same period of an ordinary day. */
  ordinaryMean: number;
  ordinaryPeak: number;
}

/** Requests per second in each window of a period. */
function windows(seconds: Uint32Array, { from, until }: CrowdEvent, sample: number): number[] {
  const count = Math.floor((until - from) / 1_000 / WINDOW_S);
  return Array.from({ length: count }, (_, index) => {
    const start = from / 1_000 + index * WINDOW_S;
    return (meanOf([...seconds.subarray(start, start + WINDOW_S)]) * MILLION) / sample;
  });
}

/** Every event with the shipped plan and without the part that it tests, from a sample scaled to a million. */
export function measureCrowd(sample: number, seed: number): Rates[] {
  const ordinary = simulateCrowd(ORDINARY, OURS, sample, seed);
  return EVENTS.flatMap((event) =>
    [OURS, VARIANTS[event.without]].map((variant) => {
      const isKnown = event === ORDINARY && variant === OURS;
      const met = windows(isKnown ? ordinary : simulateCrowd(event, variant, sample, seed), event, sample);
      const usual = windows(ordinary, event, sample);
      return {
        event: event.name,
        variant: variant.name,
        mean: meanOf(met),
        peak: Math.max(...met),
        ordinaryMean: meanOf(usual),
        ordinaryPeak: Math.max(...usual),
      };
    }),
  );
}

/** The busiest second of this many independent browsers: the mean plus four standard deviations. */
export function fullestSecond({ peak }: Rates, browsers: number): number {
  const expected = (peak * browsers) / MILLION;
  return expected + 4 * Math.sqrt(expected);
}
