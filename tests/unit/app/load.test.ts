import { expect, it } from 'vitest';
import { simulateLoad } from '@/tests/fakes/simulate-load';
import { recordCoverage } from '@/tests/fakes/stress-coverage';

/** A whole day in `npm run stress`. */
const MINUTES = import.meta.env.MODE === 'stress' ? 24 * 60 : 40;

it('everybody failing and flapping at once costs no more than the floors allow, and is told of by few words', async (context) => {
  const { browser, rounds, tooOften, shortestDelayMs, changes } = await simulateLoad(MINUTES);
  expect(tooOften).toEqual({});
  expect(shortestDelayMs).toBeGreaterThanOrEqual(30_000);
  expect(browser.largestStored).toBeLessThan(1_000_000);
  expect(browser.status.decisions.length).toBeLessThanOrEqual(50);
  expect(browser.status.outbox).toEqual([]);
  // What comes and goes is told a few times, and then only when it is worse.
  expect(browser.notices.length).toBeGreaterThan(0);
  expect(browser.notices.length).toBeLessThanOrEqual(changes / 3);
  recordCoverage(context, rounds, changes);
}, 3_600_000);
