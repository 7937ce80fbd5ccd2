import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** What the injected source adds to the page. */
interface WithAxe {
  axe?: typeof axe;
}

/** Ends what fades in, because its contrast is lower until then. `document.getAnimations` leaves shadow roots out. */
function endAnimations(): void {
  const rootsIn = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot === null ? [] : rootsIn(shadowRoot))),
  ];
  const isEndless = ({ effect }: Animation) => effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY;
  for (const animation of rootsIn(document).flatMap((root) => root.getAnimations()))
    if (!isEndless(animation)) animation.finish();
}

/**
 * Every accessibility violation that axe finds in the page: the rule and the elements. Our pages have no frames, so only the
 * page itself is read. axe stays in the page, because injecting it takes three times as long as running it.
 */
export async function violationsOf(page: Page): Promise<{ rule: string; elements: string[] }[]> {
  const isInjected = await page.evaluate(() => (globalThis as WithAxe).axe !== undefined);
  if (!isInjected) await page.evaluate(axe.source);
  await page.evaluate(endAnimations);
  const violations = await page.evaluate(async () => (await (globalThis as WithAxe).axe?.run())?.violations ?? null);
  if (violations === null) throw new Error('axe is not in the page');
  return violations.map(({ id, nodes }) => ({ rule: id, elements: nodes.map(({ html }) => html) }));
}
