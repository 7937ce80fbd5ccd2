import { beforeAll, describe, expect, it } from 'vitest';
import { CLAUDE_SEND_URL } from '@/tests/fakes/chat-requests';
import { type DayResult, type DayScript, simulateDay, simulateWholeDay } from '@/tests/fakes/simulate-day';
import { recordCoverage } from '@/tests/fakes/stress-coverage';
import { maintenance } from '@/tests/loopback/scenarios/maintenance';
import { reopened } from '@/tests/loopback/scenarios/reopened';
import { threeAtOnce } from '@/tests/loopback/scenarios/three-at-once';

const CHATS = ['https://claude.ai/*', 'https://chatgpt.com/*', 'https://github.com/copilot*'];
const failing = (...seconds: number[]) =>
  seconds.map((second) => ({ at: second * 1_000, url: CLAUDE_SEND_URL, status: 529 }));

const DAYS: Record<string, DayScript> = {
  'three outages, the first noticed by failing messages before its page reports it': {
    scenario: threeAtOnce,
    watched: ['claude', 'chatgpt', 'copilot'],
    chats: CHATS,
    // A browser that ends forgets the failures before, so two more follow any moment before they are believed.
    sent: failing(40, 45, 50, 55),
  },
  'a reopened incident': {
    scenario: reopened,
    watched: ['claude', 'chatgpt'],
    chats: CHATS,
    sent: [],
  },
  'maintenance that is announced, postponed, overrun and cancelled': {
    scenario: maintenance,
    watched: ['claude'],
    chats: [],
    sent: [],
  },
};

/** Normal tests crash after every 42nd effect; `npm run stress` after every single one. */
const STEP = import.meta.env.MODE === 'stress' ? 1 : 42;

/** Seeds of runs with several crashes; `npm run stress` has many. */
const SEEDS =
  import.meta.env.MODE === 'stress' ? Array.from({ length: 200 }, (_, index) => index * 24 + 7) : [7, 31, 101];
const DEATHS = 12;

/**
 * What a person is told. Which assistants share a notification first depends on when the pages are read, so of each
 * notification only what it said last is compared. Its id contains a time.
 */
function toldBy({ notices, told }: DayResult): unknown {
  const last = new Map(notices.map(({ id, title }) => [id.replace(/\d+$/, ''), title]));
  return { told, last: [...last].sort(), places: new Set(notices.map(({ id }) => id)).size };
}

/** Notifications that replaced an identical one. */
function repeatsIn({ notices }: DayResult): number {
  return notices.filter(({ id, title }, index) => {
    const before = notices.slice(0, index).findLast((one) => one.id === id);
    return before?.title === title;
  }).length;
}

describe.each(Object.entries(DAYS))('a day with %s', (_, day) => {
  let whole: DayResult;
  beforeAll(async () => {
    whole = await simulateWholeDay(day);
    expect(whole.sensed).toBe(day.sent.length > 0 ? 1 : 0);
  });

  it.for([
    ['a killed worker', false],
    ['a killed browser', true],
  ] as const)(
    'has the same result with %s after any effect; notifications repeat only in place',
    async ([__, restarts], context) => {
      expect(whole.effects).toBeGreaterThan(100);
      for (let stop = 1; stop <= whole.effects; stop += STEP) {
        const broken = await simulateDay(day, whole, [stop], restarts);
        const actual = { ...broken, told: toldBy(broken) };
        expect(actual, `after effect ${stop}`).toMatchObject({ told: toldBy(whole), finalState: whole.finalState });
        expect(repeatsIn(broken), `after effect ${stop}`).toBeLessThanOrEqual(1);
      }
      const lives = Math.ceil(whole.effects / STEP);
      recordCoverage(context, lives, lives);
    },
  );

  it('has the same result with repeated crashes', async (context) => {
    for (const seed of SEEDS) {
      const stops = Array.from({ length: DEATHS }, (__, index) => ((seed * (index + 1) * 7_919) % whole.effects) + 1);
      const broken = await simulateDay(day, whole, stops, seed % 2 === 0);
      expect(toldBy(broken), `seed ${seed}`).toEqual(toldBy(whole));
      expect(broken.finalState, `seed ${seed}`).toEqual(whole.finalState);
    }
    recordCoverage(context, SEEDS.length, SEEDS.length * DEATHS);
  });
});
