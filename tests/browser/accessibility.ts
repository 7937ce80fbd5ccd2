import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** What the injected source adds to the page. */
interface WithAxe {
  axe?: typeof axe;
}

/**
 * Every accessibility violation that axe finds in the page: the rule and the elements. Our pages have no frames, so only the
 * page itself is read. axe stays in the page, because injecting it takes three times as long as running it.
 */
export async function violationsOf(page: Page): Promise<{ rule: string; elements: string[] }[]> {
  const isInjected = await page.evaluate(() => (globalThis as WithAxe).axe !== undefined);
  if (!isInjected) await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => (await (globalThis as WithAxe).axe?.run())?.violations ?? null);
  if (violations === null) throw new Error('axe is not in the page');
  return violations.map(({ id, nodes }) => ({ rule: id, elements: nodes.map(({ html }) => html) }));
}
