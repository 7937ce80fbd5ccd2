import { describe, expect, it } from 'vitest';
import { type DayResult, type DayScript, simulateDay } from '@/tests/fakes/simulate-day';
import { recordCoverage } from '@/tests/fakes/stress-coverage';
import { maintenance } from '@/tests/loopback/scenarios/maintenance';
import { reopened } from '@/tests/loopback/scenarios/reopened';
import { threeAtOnce } from '@/tests/loopback/scenarios/three-at-once';

const SEND = 'https://claude.ai/api/organizations/a/chat_conversations/b/completion';
const CHATS = ['https://claude.ai/*', 'https://chatgpt.com/*', 'https://github.com/copilot*'];
const failing = (...seconds: number[]) => seconds.map((second) => ({ at: second * 1_000, url: SEND, status: 529 }));

const DAYS: Record<string, DayScript> = {
  'three assistants, the first of which fails in the person’s own tab before its page tells': {
    scenario: threeAtOnce,
    watched: ['claude', 'chatgpt', 'copilot'],
    chats: CHATS,
    sent: failing(40, 45, 50),
  },
  'an incident that is closed, and opened again': {
    scenario: reopened,
    watched: ['claude', 'chatgpt'],
    chats: CHATS,
    sent: [],
  },
  'maintenance that is announced, put off, overruns and is called off': {
    scenario: maintenance,
    watched: ['claude'],
    chats: [],
    sent: [],
  },
};

/** Every so many stops in the ordinary tests; `npm run stress` stops after every single effect. */
const STEP = import.meta.env.MODE === 'stress' ? 1 : 41;

/** Of lives with several deaths each; `npm run stress` has many. */
const SEEDS =
  import.meta.env.MODE === 'stress' ? Array.from({ length: 200 }, (_, index) => index * 24 + 7) : [7, 31, 101];
const DEATHS = 12;

/** The notices without those that came a second time into their own place. */
function withoutRepeats({ notices }: DayResult): string[] {
  return notices
    .filter(({ id, title }, index) => notices[index - 1]?.id !== id || notices[index - 1]?.title !== title)
    .map(({ title }) => title);
}

describe.each(Object.entries(DAYS))('%s', (_, day) => {
  it.for([
    ['a worker that dies', false],
    ['a browser that dies', true],
  ] as const)(
    '%s after any effect loses nothing and tells nothing twice, but in its own place',
    async ([__, restarts], context) => {
      const whole = await simulateDay(day, [], restarts);
      expect(whole.effects).toBeGreaterThan(100);
      for (let stop = 1; stop <= whole.effects; stop += STEP) {
        const broken = await simulateDay(day, [stop], restarts);
        const told = { told: withoutRepeats(broken), finalState: broken.finalState };
        expect(told, `after effect ${stop}`).toEqual({ told: withoutRepeats(whole), finalState: whole.finalState });
        expect(broken.notices.length - whole.notices.length, `after effect ${stop}`).toBeLessThanOrEqual(1);
      }
      const lives = Math.ceil(whole.effects / STEP);
      recordCoverage(context, lives, lives);
    },
  );

  it('dying again and again comes to the same', async (context) => {
    const whole = await simulateDay(day, [], false);
    for (const seed of SEEDS) {
      const stops = Array.from({ length: DEATHS }, (__, index) => ((seed * (index + 1) * 7_919) % whole.effects) + 1);
      const broken = await simulateDay(day, stops, seed % 2 === 0);
      expect(withoutRepeats(broken), `seed ${seed}`).toEqual(withoutRepeats(whole));
      expect(broken.finalState, `seed ${seed}`).toEqual(whole.finalState);
    }
    recordCoverage(context, SEEDS.length, SEEDS.length * DEATHS);
  });
});
