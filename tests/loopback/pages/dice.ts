/** Numbers that look like chance and are the same in every run. */
export interface Dice {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** One of them. */
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
