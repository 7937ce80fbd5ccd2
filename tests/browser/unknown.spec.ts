import { expect } from '@playwright/test';
import { test } from './fixtures';

for (const { scenario, words } of [
  { scenario: 'html-instead', words: 'answers with something that we cannot read' },
  { scenario: 'dropped', words: 'cannot be reached' },
]) {
  test.describe(scenario, () => {
    test.use({ scenario });

    test('is unknown with its reason: neither fine nor an outage', async ({ understudy }) => {
      await understudy.isReady();
      expect(await understudy.badge()).toBe('');
      expect(await understudy.notifications()).toEqual([]);
      expect(await understudy.tooltip()).toContain(words);
      const popup = await understudy.openPopup();
      for (const id of ['claude', 'chatgpt']) {
        const row = popup.locator(`[data-assistant="${id}"]`);
        await expect(row).toHaveAttribute('data-verdict', 'unknown');
        await expect(row).toContainText(words);
      }
    });
  });
}

test('a page that breaks keeps its last good verdict with its age', async ({ world, understudy }) => {
  await understudy.isReady();
  world.override('status.claude.com', { kind: 'truncated' });
  await understudy.tick();
  const { verdicts } = (await understudy.status()) ?? {};
  expect(verdicts?.claude).toMatchObject({ kind: 'up', failure: 'not_json' });
  expect(verdicts?.chatgpt).toMatchObject({ kind: 'up', failure: null });
});
