import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** What the injected source adds to the page. */
interface WithAxe {
  axe?: typeof axe;
}

/** The rules of axe that read computed colors. */
const COLOR_RULES = ['color-contrast', 'link-in-text-block'];

/** Leaves out what costs time and is not read: selectors, what passed, and the text of style sheets. */
const ONLY_VIOLATIONS: axe.RunOptions = { resultTypes: ['violations'], selectors: false, preload: false };

/** What axe found; null if axe is not in the page yet. One call, because each gives the browser time to draw a frame. */
async function findViolations(options: axe.RunOptions): Promise<axe.Result[] | null> {
  const injected = (globalThis as WithAxe).axe;
  if (injected === undefined) return null;
  /** Also of shadow roots, which `document.getAnimations` leaves out. */
  const rootsIn = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot === null ? [] : rootsIn(shadowRoot))),
  ];
  const isEndless = ({ effect }: Animation) => effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY;
  // What fades in has less contrast until it has ended.
  for (const animation of rootsIn(document).flatMap((root) => root.getAnimations()))
    if (!isEndless(animation)) animation.finish();
  return (await injected.run(options)).violations;
}

/**
 * Every accessibility violation that axe finds in the page: the rule and the elements. Our pages have no frames, so only the
 * page itself is read. axe stays in the page, because injecting it takes three times as long as running it.
 */
export async function violationsOf(
  page: Page,
  rules: 'all' | 'colors' = 'all',
): Promise<{ rule: string; elements: string[] }[]> {
  const options: axe.RunOptions = { ...ONLY_VIOLATIONS, ...(rules === 'colors' && { runOnly: COLOR_RULES }) };
  let violations = await page.evaluate(findViolations, options);
  if (violations === null) {
    await page.evaluate(axe.source);
    violations = await page.evaluate(findViolations, options);
  }
  if (violations === null) throw new Error('axe is not in the page');
  return violations.map(({ id, nodes }) => ({ rule: id, elements: nodes.map(({ html }) => html) }));
}
