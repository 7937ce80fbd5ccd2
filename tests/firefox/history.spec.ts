import { findFirefox } from '@/scripts/find-firefox.mjs';
import { ADDRESS_ANSWERS, addressProbe } from '@/tests/browser/address-probe';
import { expect } from '@/tests/browser/expect';
import { english } from '@/tests/fakes/english';
import { test } from './fixtures';

const PARTIAL = 45_000;
const TITLE = 'Elevated errors on Claude';

// biome-ignore lint/suspicious/noSkippedTests: where there is no Firefox that is said, and counted as skipped
test.skip(findFirefox() === null, 'There is no Firefox on this machine.');

test('Firefox parses every sample address as expected', async ({ firefox }) => {
  const page = await firefox.openPage('about:blank');
  expect(await page.evaluate(await addressProbe())).toEqual(ADDRESS_ANSWERS);
});

test('readings are stored in the history, and the options page changes and syncs settings without a policy', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  loopback.seek(PARTIAL);
  await understudy.tick();
  const history = await understudy.firefox.openOwn('history.html#claude');
  const head = "document.querySelector('.heads [data-assistant=claude]')?.dataset.level ?? null";
  await expect.poll(() => history.evaluate<string | null>(head)).toBe('partial_outage');
  await expect.poll(() => history.text()).toContain(TITLE);
  expect(await history.text()).not.toContain(english('history_refused'));
  await history.click(TITLE);
  const isOpen = "document.querySelector('.timeline [aria-expanded=true]') !== null";
  await expect.poll(() => history.evaluate<boolean>(isOpen)).toBe(true);
  await history.screenshot('test-results/pictures/firefox-history.png');
  // The database keeps it longer than the status does. No round waits until it is written.
  const stored = `new Promise((resolve) => {
    const opening = indexedDB.open('history');
    // Do not create the database if it does not exist yet.
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onerror = () => resolve([]);
    opening.onsuccess = () => {
      const incidents = opening.result.transaction('incidents').objectStore('incidents').getAll();
      opening.result.close();
      incidents.onsuccess = () => resolve(incidents.result.map(({ value }) => value.title));
    };
  })`;
  await expect.poll(() => history.evaluate<string[]>(stored)).toContain(TITLE);

  const options = await understudy.firefox.openOwn('options.html#settings');
  await expect.poll(() => options.text()).toContain(english('sync'));
  expect(await options.text()).not.toContain(english('preset_note'));
  await options.click(english('sync'));
  const synced = "document.querySelector('[data-sync=true]') !== null";
  await expect.poll(() => options.evaluate<boolean>(synced)).toBe(true);
  await options.click(english('notices'));
  await expect.poll(() => options.text()).toContain(english('quiet_hours'));
  await options.click(english('quiet_hours'));
  const account = 'browser.storage.sync.get().then((items) => Object.keys(items))';
  await expect.poll(() => options.evaluate<string[]>(account)).toEqual(['quietHours']);
  await options.screenshot('test-results/pictures/firefox-options.png');

  // Stores an item in the account, like another browser of the same user.
  await options.evaluate("browser.storage.sync.set({ watched: { at: Date.now(), value: ['gemini'] } })");
  await expect.poll(() => understudy.tooltip()).toContain('Gemini');
  await expect.poll(() => understudy.tooltip()).not.toContain('Claude');
});
