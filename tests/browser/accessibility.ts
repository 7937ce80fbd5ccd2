import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * Every accessibility violation that axe finds in the page: the rule and the elements. Our pages have no frames, so the
 * legacy mode finds the same; the other one opens a blank tab for each run.
 */
export async function violationsOf(page: Page): Promise<{ rule: string; elements: string[] }[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => ({ rule: id, elements: nodes.map(({ html }) => html) }));
}
