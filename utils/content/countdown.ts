/** How often a countdown has to be asked. */
export const COUNT_EVERY_MS = 1_000;

/**
 * Counts the time that a user had to read a card: while the tab is visible, and neither the pointer nor the focus is on the
 * card. The returned function must be called every `COUNT_EVERY_MS`; it returns whether the time is over.
 */
export function countdown(card: { matches(selector: string): boolean }, ms: number): () => boolean {
  let left = ms;
  return () => {
    if (!document.hidden && !card.matches(':hover, :focus-within')) left -= COUNT_EVERY_MS;
    return left <= 0;
  };
}
