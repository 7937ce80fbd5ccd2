import type { Page } from '@playwright/test';

/** Something worth keeping: lines, a blank one, code. */
export const DRAFT = [
  'Why does this loop skip items?',
  '',
  'for (const item of list) {',
  '  if (done(item)) list.splice(0, 1);',
  '}',
  '',
  'Best, R.',
];

/** Types the draft as a person does: Shift+Enter for every new line. */
export async function typeDraft(page: Page, lines: readonly string[] = DRAFT): Promise<void> {
  await page.locator('[contenteditable="true"]').click();
  for (const [index, line] of lines.entries()) {
    if (index > 0) await page.keyboard.press('Shift+Enter');
    await page.keyboard.insertText(line);
  }
}
