import { expect, it } from 'vitest';
import { simulateLoad } from '@/tests/fakes/simulate-load';
import { recordCoverage } from '@/tests/fakes/stress-coverage';

/** A whole day in `npm run stress`. */
const MINUTES = import.meta.env.MODE === 'stress' ? 24 * 60 : 40;

it('all assistants failing and flapping at once stay within polling limits and cause few notifications', async (context) => {
  const { browser, rounds, tooOften, shortestDelayMs, changes } = await simulateLoad(MINUTES);
  expect(tooOften).toEqual({});
  expect(shortestDelayMs).toBeGreaterThanOrEqual(30_000);
  expect(browser.largestStored).toBeLessThan(1_000_000);
  expect(browser.status.decisions.length).toBeLessThanOrEqual(50);
  expect(browser.status.outbox).toEqual([]);
  // A flapping outage notifies a few times, then only when it escalates.
  expect(browser.notices.length).toBeGreaterThan(0);
  expect(browser.notices.length).toBeLessThanOrEqual(changes / 3);
  recordCoverage(context, rounds, changes);
}, 3_600_000);
