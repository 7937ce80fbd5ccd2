import type { Page } from '@playwright/test';

/** A draft with several lines, a blank line and code. */
export const DRAFT = [
  'Why does this loop skip items?',
  '',
  'for (const item of list) {',
  '  if (done(item)) list.splice(0, 1);',
  '}',
  '',
  'Best, R.',
];

/** Types the draft like a person: Shift+Enter for every line break. */
export async function typeDraft(page: Page, lines: readonly string[] = DRAFT): Promise<void> {
  await page.locator('[contenteditable="true"]').click();
  for (const [index, line] of lines.entries()) {
    if (index > 0) await page.keyboard.press('Shift+Enter');
    await page.keyboard.insertText(line);
  }
}
