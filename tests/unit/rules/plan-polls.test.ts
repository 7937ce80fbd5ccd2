import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMemory, HOUR, MINUTE, NOON, SECOND } from '@/tests/fakes/samples';
import type { ReadFailure } from '@/utils/model/failure';
import {
  hostsInOrder,
  intervalOf,
  otherHostAfter,
  POLL_FLOORS,
  planPolls,
  type WatchedPage,
} from '@/utils/rules/polling/plan-polls';

const BROKEN: ReadFailure = { kind: 'http_error', status: 500 };
const SLOW = { troubleMs: 5 * MINUTE, calmMs: 30 * MINUTE, askedMs: 5 * MINUTE };

/** A calm page that was last tried this long before noon. */
function page(
  triedAgoMs: number | null,
  over: Partial<WatchedPage> = {},
  failure: ReadFailure | null = null,
): WatchedPage {
  const triedAt = triedAgoMs === null ? null : NOON - triedAgoMs;
  const memory = aMemory({ triedAt, failure, failures: failure === null ? 0 : 1 });
  return { id: 'claude', memory, attention: 'calm', floors: POLL_FLOORS, ...over };
}

describe('planPolls due pages', () => {
  it.each<[string, WatchedPage, boolean]>([
    ['reads a page (never tried)', page(null), true],
    ['does not read a page (calm, 4:59 ago)', page(299 * SECOND), false],
    ['reads a page (calm, 5:00 ago)', page(300 * SECOND), true],
    ['does not read a page (in trouble, 29 s ago)', page(29 * SECOND, { attention: 'close' }), false],
    ['reads a page (in trouble, 30 s ago)', page(30 * SECOND, { attention: 'close' }), true],
    ['does not read a page (in reported trouble, 89 s ago)', page(89 * SECOND, { attention: 'troubled' }), false],
    ['reads a page (in reported trouble, 90 s ago)', page(90 * SECOND, { attention: 'troubled' }), true],
    [
      'does not read a page (in reported trouble with its chat open, 59 s ago)',
      page(59 * SECOND, { attention: 'followed' }),
      false,
    ],
    [
      'reads a page (in reported trouble with its chat open, 60 s ago)',
      page(60 * SECOND, { attention: 'followed' }),
      true,
    ],
    [
      'does not read a page (in reported trouble on a slow platform, 4:59 ago)',
      page(299 * SECOND, { attention: 'followed', floors: SLOW }),
      false,
    ],
    ['does not read a page (a possible fallback, 4:59 ago)', page(299 * SECOND, { attention: 'fallback' }), false],
    ['does not read a page (the popup is open, 59 s ago)', page(59 * SECOND, { attention: 'glanced' }), false],
    ['reads a page (the popup is open, 60 s ago)', page(60 * SECOND, { attention: 'glanced' }), true],
    [
      'does not read a page (a slow platform, requested by the user, 4:59 ago)',
      page(299 * SECOND, { attention: 'asked', floors: SLOW }),
      false,
    ],
    [
      'reads a page (a slow platform in trouble, 5:00 ago)',
      page(300 * SECOND, { attention: 'close', floors: SLOW }),
      true,
    ],
    ['does not read a page (a slow platform, calm, 29:59 ago)', page(1799 * SECOND, { floors: SLOW }), false],
    ['does not read a page (requested by the user, 9 s ago)', page(9 * SECOND, { attention: 'asked' }), false],
    ['reads a page (requested by the user, 10 s ago)', page(10 * SECOND, { attention: 'asked' }), true],
    ['does not read a page (failed once, 9:59 ago)', page(599 * SECOND, {}, BROKEN), false],
    ['reads a page (failed once, 10:00 ago)', page(600 * SECOND, {}, BROKEN), true],
    [
      'reads a page (not allowed a moment ago (a grant takes effect immediately))',
      page(SECOND, {}, { kind: 'not_allowed' }),
      true,
    ],
    [
      'does not read a page (rate limited for an hour)',
      page(20 * MINUTE, {}, { kind: 'rate_limited', retryAt: NOON + HOUR }),
      false,
    ],
    [
      'does not read a page (rate limited, requested by the user)',
      page(20 * MINUTE, { attention: 'asked' }, { kind: 'rate_limited', retryAt: NOON + HOUR }),
      false,
    ],
    [
      'reads a page (rate limited for a year (capped at six hours))',
      page(7 * HOUR, {}, { kind: 'rate_limited', retryAt: NOON + 9_000 * HOUR }),
      true,
    ],
    ['reads a page (last tried in the future (clock set back))', page(-9 * HOUR), true],
  ])('%s', (_, watched, isDue) => {
    expect(planPolls(NOON, [watched], 0).due).toEqual(isDue ? ['claude'] : []);
  });
});

describe('planPolls next wake-up', () => {
  it.each<[string, WatchedPage[], number]>([
    ['is in 300 s for: nothing watched', [], 300],
    ['is in 300 s for: a calm page', [page(0)], 300],
    ['is in 300 s for: due now and calm', [page(null)], 300],
    ['is in 30 s for: one of two in trouble', [page(0), page(0, { attention: 'close' })], 30],
    ['is in 200 s for: the rest of the interval', [page(100 * SECOND)], 200],
    ['is in 30 s for: never sooner than the floor', [page(299 * SECOND)], 30],
  ])('%s', (_, pages, seconds) => {
    expect(planPolls(NOON, pages, 0).nextAt - NOON).toBe(seconds * SECOND);
  });

  it.each<[string, WatchedPage[], number]>([
    ['is in 30 s for: a due page', [page(310 * SECOND), page(0)], 30],
    ['is in 30 s for: a page that was never tried', [page(null)], 30],
    ['is in 200 s for: a page that is not due yet', [page(100 * SECOND)], 200],
    ['is in 300 s for: a page without access that was just tried', [page(0, {}, { kind: 'not_allowed' })], 300],
    ['is in 30 s for: a page without access after its interval', [page(HOUR, {}, { kind: 'not_allowed' })], 30],
  ])('when nothing is read now %s', (_, pages, seconds) => {
    expect(planPolls(NOON, pages, 0, { readsDue: false }).nextAt - NOON).toBe(seconds * SECOND);
  });

  it('is spread randomly over a tenth of the interval', () => {
    expect(planPolls(NOON, [page(0)], 0.5).nextAt - NOON).toBe(315 * SECOND);
  });
});

it('planPolls spreads browsers whose rate limit ends at the same moment', () => {
  const askedBack = (triedAt: number) => {
    const failure: ReadFailure = { kind: 'rate_limited', retryAt: NOON };
    return page(0, { memory: aMemory({ triedAt, failure, failures: 1 }) });
  };
  const crowd = Array.from({ length: 100 }, (_, index) => askedBack(NOON - HOUR + index * 3 * SECOND));
  const dueBy = (now: number) => crowd.filter((one) => planPolls(now, [one], 0).due.length > 0).length;
  expect(dueBy(NOON - 1)).toBe(0);
  expect(dueBy(NOON + MINUTE)).toBeGreaterThan(15);
  expect(dueBy(NOON + MINUTE)).toBeLessThan(25);
  expect(dueBy(NOON + 5 * MINUTE)).toBe(100);
});

it('intervalOf backs off for a failing page up to 30 minutes', () => {
  const after = (failures: number) => intervalOf({ ...page(0), memory: aMemory({ failures }) }) / MINUTE;
  expect([0, 1, 2, 3, 4, 60].map(after)).toEqual([5, 10, 20, 30, 30, 30]);
});

it('planPolls keeps the usual interval when no page answers', () => {
  const failing = (kind: 'unreachable' | 'sign_in' | 'http_error') => {
    const failure: ReadFailure = kind === 'http_error' ? { kind, status: 500 } : { kind };
    return page(5 * MINUTE, { memory: aMemory({ triedAt: NOON - 5 * MINUTE, failure, failures: 6 }) });
  };
  expect(planPolls(NOON, [failing('unreachable'), failing('unreachable')], 0).due).toHaveLength(2);
  const asked = page(0, {}, { kind: 'not_allowed' });
  expect(planPolls(NOON, [failing('unreachable'), failing('sign_in'), asked], 0).due).toHaveLength(3);
  expect(planPolls(NOON, [failing('unreachable'), failing('http_error')], 0).due).toEqual([]);
  expect(planPolls(NOON, [failing('sign_in'), failing('sign_in'), failing('unreachable')], 0).due).toHaveLength(3);
});

/** Number of tries of the first page within an hour if each try fails the same way. */
function triesInAnHour(failures: ReadFailure[], attention: WatchedPage['attention'], isSecondWell = false): number {
  let pages = failures.map((failure) =>
    page(null, { attention, memory: aMemory({ triedAt: null, failure, failures: 0 }) }),
  );
  if (isSecondWell) pages.push(page(0, { id: 'chatgpt' }));
  let tries = 0;
  for (let now = NOON; now < NOON + HOUR; ) {
    const { due, nextAt } = planPolls(now, pages, 0);
    tries += due.filter((id) => id === 'claude').length;
    pages = pages.map((one) => {
      if (!due.includes(one.id) || one.memory === undefined) return one;
      const hasFailed = one.memory.failure !== null;
      return { ...one, memory: { ...one.memory, triedAt: now, failures: one.memory.failures + (hasFailed ? 1 : 0) } };
    });
    now = nextAt;
  }
  return tries;
}

it.each(['timeout', 'unreachable', 'sign_in'] as const)(
  'planPolls backs off for a single page that fails with %s',
  (kind) => {
    for (const attention of ['calm', 'followed', 'close'] as const) {
      const alone = triesInAnHour([{ kind }], attention);
      expect(alone).toBe(triesInAnHour([{ kind }], attention, true));
      expect(alone).toBeLessThanOrEqual(8);
    }
  },
);

it.each([
  ['a page whose host was not granted', 'not_allowed'],
  ['no other page', null],
] as const)('planPolls does not assume a network problem with one failing page and %s', (_, other) => {
  const failing = page(5 * MINUTE, {
    memory: aMemory({ triedAt: NOON - 5 * MINUTE, failure: { kind: 'timeout' }, failures: 6 }),
  });
  const others = other === null ? [] : [page(0, { id: 'chatgpt' }, { kind: other })];
  expect(planPolls(NOON, [failing, ...others], 0).due).not.toContain('claude');
});

it('planPolls tries no page more than 36 times an hour when none answers', () => {
  const failing: ReadFailure = { kind: 'timeout' };
  expect(triesInAnHour([failing, failing], 'close')).toBeLessThanOrEqual(2 * 18);
});

it('planPolls never falls below its minimum intervals', () => {
  const anyPage = fc.record({
    ago: fc.integer({ min: -HOUR, max: 2 * HOUR }),
    attention: fc.constantFrom('calm', 'fallback', 'troubled', 'followed', 'close', 'glanced', 'asked'),
  });
  fc.assert(
    fc.property(fc.array(anyPage, { maxLength: 5 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (some, random) => {
      const pages = some.map(({ ago, ...over }) => page(ago, over));
      const plan = planPolls(NOON, pages, random);
      const isPatient = plan.nextAt - NOON >= POLL_FLOORS.troubleMs;
      const tooSoon = some.every(({ ago }) => ago >= 0 && ago < POLL_FLOORS.askedMs);
      return isPatient && (!tooSoon || plan.due.length === 0);
    }),
  );
});

describe('the hosts of a page', () => {
  const HOSTS = ['own.example', 'other.example'];
  const other = (until: number) => ({ host: 'other.example', until });

  it.each<[string, ReturnType<typeof other> | null, string]>([
    ['own first at the start', null, 'own.example'],
    ['other first while it replaces the own', other(NOON + HOUR), 'other.example'],
    ['own first when the period is over', other(NOON), 'own.example'],
    ['own first after the clock was set back', other(NOON + 24 * HOUR), 'own.example'],
    ['own first if the other is no host of the page', { host: 'gone.example', until: NOON + HOUR }, 'own.example'],
  ])('are asked in this order: %s', (_, otherHost, first) => {
    const order = hostsInOrder(HOSTS, otherHost, NOON);
    expect(order[0]).toBe(first);
    expect([...order].sort()).toEqual([...HOSTS].sort());
  });

  it('keep the end of the period while the other host answers, and forget it when the own one does', () => {
    const first = otherHostAfter('other.example', 'own.example', null, NOON);
    expect(first).toEqual(other(NOON + 6 * HOUR));
    expect(otherHostAfter('other.example', 'own.example', first, NOON + HOUR)).toBe(first);
    expect(otherHostAfter('other.example', 'own.example', first, NOON + 7 * HOUR)?.until).toBe(NOON + 13 * HOUR);
    expect(otherHostAfter('own.example', 'own.example', first, NOON)).toBeNull();
  });
});
