import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { expect } from './expect';
import { test } from './fixtures';

/** The globals of the worker that this test uses. */
declare const chrome: {
  alarms: { clearAll(): Promise<boolean> };
  storage: { onChanged: { addListener(listener: (changes: object, area: string) => void): void } };
};
declare const self: { statusWrites: number };

const PULL_REQUESTS = 20;

test.use({ grants: ['https://github.com/*'] });

test('pages beside the chat on a shared host run no content script', async ({ understudy }) => {
  await understudy.isReady();
  await understudy.setOptions({ ...DEFAULT_OPTIONS, watched: ['copilot'] });
  await expect.poll(async () => (await understudy.status())?.verdicts.copilot?.kind).toBe('up');
  await understudy.worker.evaluate(async () => {
    // Rounds of the alarm write the status too, and a slow machine would count more of them.
    await chrome.alarms.clearAll();
    self.statusWrites = 0;
    chrome.storage.onChanged.addListener((changes) => {
      // A round in which nothing changes writes its times alone.
      if ('status' in changes || 'status.pollTimes' in changes) self.statusWrites += 1;
    });
  });
  const writes = () => understudy.worker.evaluate(() => self.statusWrites);
  const page = await understudy.context.newPage();
  for (let number = 1; number <= PULL_REQUESTS; number += 1) {
    await page.goto(`https://github.com/someone/something/pull/${number}`);
  }
  await page.goto('https://github.com/copilot');
  await expect.poll(writes).toBeGreaterThan(0);
  // The chat's own injection starts a round.
  expect(await writes()).toBeLessThan(4);
});
