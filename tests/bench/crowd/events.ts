import { HOUR, MINUTE } from '@/tests/bench/ordinary-days/message-outcome';
import type { SimulatedPage } from '@/tests/bench/virtual/simulated-page';
import type { AssistantId } from '@/utils/model/assistant';
import type { ReadFailure } from '@/utils/model/failure';
import { POLL_FLOORS } from '@/utils/rules/polling/plan-polls';
import type { CrowdHabits } from './crowd-person';

/** An event that affects all users on one day. */
export interface CrowdEvent {
  name: string;
  habits: CrowdHabits;
  pages: readonly SimulatedPage[];
  /** The part of the plan whose effect is shown by leaving it out. */
  without: 'jitter' | 'patience' | 'backoff';
  /** The assistant whose page is measured. */
  looked: AssistantId;
  /** The period that is searched for a peak, and compared with the same period of an ordinary day. */
  from: number;
  until: number;
}

const AT = 14 * HOUR;
const CALM_HABITS: CrowdHabits = { startsAt: null, alarm: null };

const page = (id: 'claude' | 'chatgpt', over: Partial<SimulatedPage> = {}): SimulatedPage => ({
  id,
  floors: POLL_FLOORS,
  troubles: [],
  readingsToNotify: 1,
  failureAt: () => null,
  ...over,
});
const failing =
  (from: number, until: number, failure: (at: number) => ReadFailure) =>
  (at: number): ReadFailure | null =>
    from <= at && at < until ? failure(at) : null;

/** Both are watched by default. */
const both = (over: Partial<SimulatedPage> = {}): CrowdEvent['pages'] => [page('claude', over), page('chatgpt')];

const alarmed = (lastsMs: number): CrowdHabits => ({
  startsAt: null,
  alarm: { at: AT, until: AT + lastsMs, of: 'claude' },
});
/** Twenty minutes late, like the pages of 2026. */
const TROUBLE = [{ from: AT + 20 * MINUTE, until: AT + 3 * HOUR }];
const DOWN_UNTIL = AT + HOUR;

export const ORDINARY: CrowdEvent = {
  name: 'an ordinary weekday',
  without: 'jitter',
  habits: CALM_HABITS,
  looked: 'claude',
  pages: both(),
  from: 0,
  until: 24 * HOUR,
};

export const EVENTS: readonly CrowdEvent[] = [
  ORDINARY,
  {
    name: 'every browser starts in the same minute',
    without: 'jitter',
    habits: { startsAt: AT, alarm: null },
    looked: 'claude',
    pages: both(),
    from: AT,
    until: AT + 2 * HOUR,
  },
  {
    name: 'the chat fails; its page says so 20 min later, for 2 h 40 min',
    without: 'patience',
    habits: alarmed(3 * HOUR),
    looked: 'claude',
    pages: both({ troubles: TROUBLE }),
    from: AT,
    until: AT + 3 * HOUR,
  },
  {
    name: 'the same, where the page says no more than slow',
    without: 'patience',
    habits: alarmed(3 * HOUR),
    looked: 'claude',
    pages: both({ troubles: TROUBLE, readingsToNotify: 2 }),
    from: AT,
    until: AT + 3 * HOUR,
  },
  {
    name: 'the same, seen by the other provider’s page',
    without: 'patience',
    habits: alarmed(3 * HOUR),
    looked: 'chatgpt',
    pages: both({ troubles: TROUBLE }),
    from: AT,
    until: AT + 3 * HOUR,
  },
  {
    name: 'the chat fails, and its page answers 503 for an hour',
    without: 'backoff',
    habits: alarmed(HOUR),
    looked: 'claude',
    pages: both({ failureAt: failing(AT, DOWN_UNTIL, () => ({ kind: 'http_error', status: 503 })) }),
    from: AT,
    until: AT + 2 * HOUR,
  },
  {
    name: 'the chat fails, and its page does not answer for an hour',
    without: 'backoff',
    habits: alarmed(HOUR),
    looked: 'claude',
    pages: both({ failureAt: failing(AT, DOWN_UNTIL, () => ({ kind: 'timeout' })) }),
    from: AT,
    until: AT + 2 * HOUR,
  },
  {
    name: 'the same, where nothing else is watched',
    without: 'backoff',
    habits: alarmed(HOUR),
    looked: 'claude',
    pages: [page('claude', { failureAt: failing(AT, DOWN_UNTIL, () => ({ kind: 'timeout' })) })],
    from: AT,
    until: AT + 2 * HOUR,
  },
  {
    name: 'the page asks all to come back at one moment, an hour later',
    without: 'jitter',
    habits: CALM_HABITS,
    looked: 'claude',
    pages: both({ failureAt: failing(AT, DOWN_UNTIL, () => ({ kind: 'rate_limited', retryAt: DOWN_UNTIL })) }),
    from: AT,
    until: AT + 2 * HOUR,
  },
];
