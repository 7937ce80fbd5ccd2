import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { expect } from './expect';
import { test } from './fixtures';
import type { Understudy } from './understudy';

/** The globals of the worker that this test uses. */
declare const chrome: {
  alarms: { clearAll(): Promise<boolean> };
  scripting: {
    executeScript<T>(injection: { target: { tabId: number }; func: () => T }): Promise<{ result: T }[]>;
    getRegisteredContentScripts(): Promise<{ matches: string[] }[]>;
  };
  tabs: { query(of: { url: string }): Promise<{ id: number }[]> };
  storage: {
    onChanged: { addListener(listener: (changes: object, area: string) => void): void };
    session: { set(values: object): Promise<void> };
  };
};
declare const self: { statusWrites: number };

const PULL_REQUESTS = 20;

/** When all three assistants of the scenario have an outage. */
const OUTAGE = 150_000;

/** Whether the banner's script runs in each tab of the host, as seen in the world of content scripts. */
const isBannerRunning = ({ worker }: Understudy) =>
  worker.evaluate(async () => {
    const tabs = await chrome.tabs.query({ url: 'https://github.com/*' });
    const injections = tabs.map(({ id }) =>
      chrome.scripting.executeScript({
        target: { tabId: id },
        func: () => (globalThis as { understudyBannerLives?: boolean }).understudyBannerLives === true,
      }),
    );
    return (await Promise.all(injections)).flat().map(({ result }) => result);
  });

test.use({ scenario: 'three-at-once', grants: ['https://github.com/*'] });

test("on a host that the chat shares with other pages, those run no content script, and the banner is on the chat's pages only", async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  await understudy.setOptions({ ...DEFAULT_OPTIONS, watched: ['copilot'] });
  await expect.poll(async () => (await understudy.status())?.verdicts.copilot?.kind).toBe('up');
  await understudy.worker.evaluate(() =>
    // Not during a round, which writes more than once and plans the next alarm at its end.
    navigator.locks.request('round', async () => {
      // Rounds of the alarm write the status too, and a slow machine would count more of them.
      await chrome.alarms.clearAll();
      await new Promise<void>((resolve) => {
        chrome.storage.onChanged.addListener((changes) => {
          // A round in which nothing changes writes its times alone.
          if ('status' in changes || 'status.pollTimes' in changes) self.statusWrites += 1;
          // The events of the last round come before this one.
          if (!('countsFrom' in changes)) return;
          self.statusWrites = 0;
          resolve();
        });
        void chrome.storage.session.set({ countsFrom: Date.now() });
      });
    }),
  );
  const writes = () => understudy.worker.evaluate(() => self.statusWrites);
  const page = await understudy.context.newPage();
  for (let number = 1; number <= PULL_REQUESTS; number += 1) {
    await page.goto(`https://github.com/someone/something/pull/${number}`);
  }
  await page.goto('https://github.com/copilot');
  await expect.poll(writes).toBeGreaterThan(0);
  // The chat's own injection starts a round.
  expect(await writes()).toBeLessThan(4);

  await test.step('the banner follows in-page navigation to and from the chat', async () => {
    await page.goto('https://github.com/');
    loopback.seek(OUTAGE);
    await understudy.tick();
    await expect.poll(async () => (await understudy.status())?.verdicts.copilot?.kind).toBe('trouble');
    // Banners are updated at the end of a round. The next round starts after that.
    await understudy.tick();
    const banner = page.locator('understudy-banner');
    await expect(banner).toHaveCount(0);
    await page.goto('https://github.com/someone/something/pull/1');
    const registered = await understudy.worker.evaluate(() => chrome.scripting.getRegisteredContentScripts());
    expect(registered.flatMap(({ matches }) => matches)).toEqual(['https://github.com/copilot*']);
    expect(await isBannerRunning(understudy)).toEqual([false]);
    await page.evaluate(() => history.pushState(null, '', '/copilot'));
    await expect(banner).toHaveCount(1);
    await expect(banner).toHaveAttribute('data-assistant', 'copilot');
    expect(await isBannerRunning(understudy)).toEqual([true]);
    await page.evaluate(() => history.pushState(null, '', '/'));
    await expect(banner).toHaveCount(0);
  });
});
