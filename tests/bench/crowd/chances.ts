import { makeDice } from '@/tests/loopback/pages/dice';

/** Chance in the shapes that crowds have; the same in every run. */
export interface Chances {
  /** In [0, 1). */
  share(): number;
  /** Whether it happens, to so many. */
  happens(share: number): boolean;
  between(least: number, most: number): number;
  /** Around a middle, rarely further off than `spread`: the mean of three. */
  around(middle: number, spread: number): number;
  /** How long one waits for what may happen any moment. */
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
