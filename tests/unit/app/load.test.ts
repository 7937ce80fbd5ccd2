import { expect, it } from 'vitest';
import { liveUnderLoad } from '@/tests/fakes/load-day';
import { tried } from '@/tests/fakes/tortured';

/** A whole day in `npm run torture` and `npm run bench:hostile`. */
const HOURS = import.meta.env.MODE === 'torture' ? 24 : 2;

it('everybody failing and flapping at once costs no more than the floors allow, and is told of by few words', async (context) => {
  const { browser, rounds, mostOfOneAddress, addresses, changes } = await liveUnderLoad(HOURS);
  const wakeUps = HOURS * 120 + 1;
  expect(rounds).toBeLessThanOrEqual(wakeUps);
  // Never sooner than 30 seconds, for each of what is read.
  expect(mostOfOneAddress).toBeLessThanOrEqual(wakeUps);
  expect(browser.requests.length).toBeLessThanOrEqual(wakeUps * addresses);
  expect(browser.largestStored).toBeLessThan(1_000_000);
  expect(browser.status.decisions.length).toBeLessThanOrEqual(50);
  expect(browser.status.outbox).toEqual([]);
  // What comes and goes is told a few times, and then only when it is worse.
  expect(browser.notices.length).toBeGreaterThan(0);
  expect(browser.notices.length).toBeLessThanOrEqual(changes / 3);
  tried(context, rounds, changes);
}, 600_000);
