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

/** Leaves out what costs time and is not read: selectors, what passed, and the text of style sheets. */
const ONLY_VIOLATIONS: axe.RunOptions = { resultTypes: ['violations'], selectors: false, preload: false };

export interface Violation {
  rule: string;
  elements: string[];
}

/** axe stays in the page, because injecting it takes three times as long as running it. */
async function prepare(page: Page): Promise<void> {
  const isInjected = await page.evaluate(() => (globalThis as WithAxe).axe !== undefined);
  if (!isInjected) await page.evaluate(axe.source);
  await page.evaluate(endAnimations);
}

function shortened(violations: axe.Result[] | null): Violation[] {
  if (violations === null) throw new Error('axe is not in the page');
  return violations.map(({ id, nodes }) => ({ rule: id, elements: nodes.map(({ html }) => html) }));
}

/**
 * Every accessibility violation that axe finds in the page: the rule and the elements. Our pages have no frames, so only the
 * page itself is read.
 */
export async function violationsOf(page: Page): Promise<Violation[]> {
  await prepare(page);
  return shortened(
    await page.evaluate(
      async (options) => (await (globalThis as WithAxe).axe?.run(options))?.violations ?? null,
      ONLY_VIOLATIONS,
    ),
  );
}

/**
 * Violations of the rules of axe that read computed colors. Text passes once: text of the same style within ancestors of
 * the same styles is not checked again until the page is reloaded. What axe can't decide has not passed.
 */
export async function colorViolationsOf(page: Page): Promise<Violation[]> {
  await prepare(page);
  return shortened(await page.evaluate(checkNewColors));
}

async function checkNewColors(): Promise<axe.Result[] | null> {
  const inPage = globalThis as WithAxe & { passedStyles?: Set<string> };
  inPage.passedStyles ??= new Set();
  const passed = inPage.passedStyles;
  const styles = new Map<Element, string>();
  const rootsIn = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot === null ? [] : rootsIn(shadowRoot))),
  ];
  /** What the contrast of a text depends on: its style, and those of its ancestors. */
  const styleOf = (element: Element): string => {
    const known = styles.get(element);
    if (known !== undefined) return known;
    const above = element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;
    const { color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight } = getComputedStyle(element);
    const own = [element.localName, element.getAttribute('class'), color, backgroundColor, backgroundImage, opacity];
    const style = [...own, fontSize, fontWeight, above === null ? '' : styleOf(above)].join(' ');
    styles.set(element, style);
    return style;
  };
  const hasText = (element: Element) =>
    element.matches('input, select, textarea') ||
    [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
  const elements = rootsIn(document)
    .flatMap((root) => [...root.querySelectorAll('*')])
    .filter((element) => hasText(element) && element.checkVisibility());
  // Whether a link must differ from the text around it depends on that text.
  const unknown = elements.filter((element) => element.matches('a') || !passed.has(styleOf(element)));
  if (unknown.length === 0) return [];
  const results = await inPage.axe?.run(
    { include: unknown },
    {
      runOnly: ['color-contrast', 'link-in-text-block'],
      resultTypes: ['violations', 'passes'],
      elementRef: true,
      selectors: false,
      preload: false,
    },
  );
  if (results === undefined) return null;
  const contrast = results.passes.find(({ id }) => id === 'color-contrast');
  for (const { element } of contrast?.nodes ?? []) if (element !== undefined) passed.add(styleOf(element));
  // Elements of the page can't be returned from it.
  return results.violations.map((violation) => ({
    ...violation,
    nodes: violation.nodes.map(({ element: _, ...node }) => node),
  }));
}
