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

/** The rules of axe that read computed colors. */
const COLOR_RULES = ['color-contrast', 'link-in-text-block'];

/** Leaves out what costs time and is not read: selectors, what passed, and the text of style sheets. */
const ONLY_VIOLATIONS: axe.RunOptions = { resultTypes: ['violations'], selectors: false, preload: false };

/**
 * Every accessibility violation that axe finds in the page: the rule and the elements. Our pages have no frames, so only the
 * page itself is read. axe stays in the page, because injecting it takes three times as long as running it.
 */
export async function violationsOf(
  page: Page,
  rules: 'all' | 'colors' = 'all',
): Promise<{ rule: string; elements: string[] }[]> {
  const isInjected = await page.evaluate(() => (globalThis as WithAxe).axe !== undefined);
  if (!isInjected) await page.evaluate(axe.source);
  await page.evaluate(endAnimations);
  const options: axe.RunOptions = { ...ONLY_VIOLATIONS, ...(rules === 'colors' && { runOnly: COLOR_RULES }) };
  const violations = await page.evaluate(
    async (chosen) => (await (globalThis as WithAxe).axe?.run(chosen))?.violations ?? null,
    options,
  );
  if (violations === null) throw new Error('axe is not in the page');
  return violations.map(({ id, nodes }) => ({ rule: id, elements: nodes.map(({ html }) => html) }));
}
