import { expect } from '@playwright/test';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { test } from './fixtures';

/** What the worker's global has, as far as this test uses it. */
declare const chrome: {
  storage: { onChanged: { addListener(listener: (changes: object, area: string) => void): void } };
};
declare const self: { statusWrites: number };

const PULL_REQUESTS = 20;

test.use({ grants: ['https://github.com/*'] });

test('pages beside the chat on a shared host run nothing of ours', async ({ understudy }) => {
  await understudy.isReady();
  await understudy.setOptions({ ...DEFAULT_OPTIONS, watched: ['copilot'] });
  await expect.poll(async () => (await understudy.status())?.verdicts.copilot?.kind).toBe('up');
  await understudy.worker.evaluate(() => {
    self.statusWrites = 0;
    chrome.storage.onChanged.addListener((changes) => {
      if ('status' in changes) self.statusWrites += 1;
    });
  });
  const writes = () => understudy.worker.evaluate(() => self.statusWrites);
  const page = await understudy.context.newPage();
  for (let number = 1; number <= PULL_REQUESTS; number += 1) {
    await page.goto(`https://github.com/someone/something/pull/${number}`);
  }
  await page.goto('https://github.com/copilot');
  await expect.poll(writes).toBeGreaterThan(0);
  // That of the chat, and of an alarm that may have rung meanwhile.
  expect(await writes()).toBeLessThan(4);
});
