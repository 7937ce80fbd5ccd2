import { makeDice } from '@/tests/loopback/pages/dice';

/** Seeded random distributions. */
export interface Chances {
  /** In [0, 1). */
  share(): number;
  /** True with this probability. */
  happens(share: number): boolean;
  between(least: number, most: number): number;
  /** Around `middle`, rarely further away than `spread`: the mean of three uniform numbers. */
  around(middle: number, spread: number): number;
  /** Exponentially distributed waiting time. */
  waiting(mean: number): number;
}

const FINE = 2 ** 24;

export function chances(seed: number): Chances {
  const dice = makeDice(seed);
  const share = () => dice.between(0, FINE - 1) / FINE;
  return {
    share,
    happens: (part) => share() < part,
    between: (least, most) => least + share() * (most - least),
    around: (middle, spread) => middle + ((share() + share() + share()) / 1.5 - 1) * spread,
    waiting: (mean) => -mean * Math.log(1 - share()),
  };
}
