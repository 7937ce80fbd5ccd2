/** Seeded random numbers. */
export interface Dice {
  /** An integer from `least` to `most`, inclusive. */
  between(least: number, most: number): number;
  /** A random element. */
  oneOf<Item>(items: readonly [Item, ...Item[]]): Item;
}

export function makeDice(seed: number): Dice {
  let state = seed;
  const next = () => {
    // A linear congruence with the constants of "Numerical Recipes"; the high bits are good enough here.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return { between, oneOf: (items) => items[between(0, items.length - 1)] ?? items[0] };
}
