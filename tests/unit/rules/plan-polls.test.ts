import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMemory, HOUR, MINUTE, NOON, SECOND } from '@/tests/fakes/samples';
import type { ReadFailure } from '@/utils/model/failure';
import { intervalOf, POLL_FLOORS, planPolls, type WatchedPage } from '@/utils/rules/polling/plan-polls';

const BROKEN: ReadFailure = { kind: 'http_error', status: 500 };
const SLOW = { troubleMs: 5 * MINUTE, calmMs: 30 * MINUTE, askedMs: 5 * MINUTE };

/** A calm page, last tried this long before noon. */
function page(
  triedAgoMs: number | null,
  over: Partial<WatchedPage> = {},
  failure: ReadFailure | null = null,
): WatchedPage {
  const triedAt = triedAgoMs === null ? null : NOON - triedAgoMs;
  const memory = aMemory({ triedAt, failure, failures: failure === null ? 0 : 1 });
  return { id: 'claude', memory, attention: 'calm', floors: POLL_FLOORS, ...over };
}

describe('which pages are due', () => {
  it.each<[string, WatchedPage, boolean]>([
    ['never tried', page(null), true],
    ['calm, 4:59 ago', page(299 * SECOND), false],
    ['calm, 5:00 ago', page(300 * SECOND), true],
    ['in trouble, 29 s ago', page(29 * SECOND, { attention: 'close' }), false],
    ['in trouble, 30 s ago', page(30 * SECOND, { attention: 'close' }), true],
    ['in trouble that was told, 89 s ago', page(89 * SECOND, { attention: 'troubled' }), false],
    ['in trouble that was told, 90 s ago', page(90 * SECOND, { attention: 'troubled' }), true],
    ['the same with its chat open, 59 s ago', page(59 * SECOND, { attention: 'followed' }), false],
    ['the same with its chat open, 60 s ago', page(60 * SECOND, { attention: 'followed' }), true],
    ['the same in a slow dialect, 4:59 ago', page(299 * SECOND, { attention: 'followed', floors: SLOW }), false],
    ['of interest as an alternative, 4:59 ago', page(299 * SECOND, { attention: 'alternative' }), false],
    ['glanced at, 59 s ago', page(59 * SECOND, { attention: 'glanced' }), false],
    ['glanced at, 60 s ago', page(60 * SECOND, { attention: 'glanced' }), true],
    ['a slow dialect, asked for, 4:59 ago', page(299 * SECOND, { attention: 'asked', floors: SLOW }), false],
    ['a slow dialect in trouble, 5:00 ago', page(300 * SECOND, { attention: 'close', floors: SLOW }), true],
    ['a slow dialect, calm, 29:59 ago', page(1799 * SECOND, { floors: SLOW }), false],
    ['asked for, 9 s ago', page(9 * SECOND, { attention: 'asked' }), false],
    ['asked for, 10 s ago', page(10 * SECOND, { attention: 'asked' }), true],
    ['failed once, 9:59 ago', page(599 * SECOND, {}, BROKEN), false],
    ['failed once, 10:00 ago', page(600 * SECOND, {}, BROKEN), true],
    ['not allowed a moment ago: a grant must not wait', page(SECOND, {}, { kind: 'not_allowed' }), true],
    ['asked to come back in an hour', page(20 * MINUTE, {}, { kind: 'rate_limited', retryAt: NOON + HOUR }), false],
    [
      'even when the person asks',
      page(20 * MINUTE, { attention: 'asked' }, { kind: 'rate_limited', retryAt: NOON + HOUR }),
      false,
    ],
    [
      'asked to come back next year: not believed for more than six hours',
      page(7 * HOUR, {}, { kind: 'rate_limited', retryAt: NOON + 9_000 * HOUR }),
      true,
    ],
    ['last tried in the future: the clock was set back', page(-9 * HOUR), true],
  ])('%s', (_, watched, isDue) => {
    expect(planPolls(NOON, [watched], 0).due).toEqual(isDue ? ['claude'] : []);
  });
});

describe('when to wake up next', () => {
  it.each<[string, WatchedPage[], number]>([
    ['nothing watched', [], 300],
    ['calm', [page(0)], 300],
    ['due now and calm', [page(null)], 300],
    ['one of two in trouble', [page(0), page(0, { attention: 'close' })], 30],
    ['what is left of the wait', [page(100 * SECOND)], 200],
    ['never sooner than the floor', [page(299 * SECOND)], 30],
  ])('%s', (_, pages, seconds) => {
    expect(planPolls(NOON, pages, 0).nextAt - NOON).toBe(seconds * SECOND);
  });

  it('spreads many browsers over a tenth of the wait', () => {
    expect(planPolls(NOON, [page(0)], 0.5).nextAt - NOON).toBe(315 * SECOND);
  });
});

it('lets browsers that are asked back at one moment come one by one', () => {
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

it('tries a failing page ever more seldom, but not never', () => {
  const after = (failures: number) => intervalOf({ ...page(0), memory: aMemory({ failures }) }) / MINUTE;
  expect([0, 1, 2, 3, 4, 60].map(after)).toEqual([5, 10, 20, 30, 30, 30]);
});

it('tries on at its usual pace when no page at all answers: more likely that is us', () => {
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

/** How often the pages are tried in an hour, if each try fails in the same way. */
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
  'lets a page that ends in %s alone wait like any other',
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
  ['no other', null],
] as const)('does not take itself to be cut off by one page and %s', (_, other) => {
  const failing = page(5 * MINUTE, {
    memory: aMemory({ triedAt: NOON - 5 * MINUTE, failure: { kind: 'timeout' }, failures: 6 }),
  });
  const others = other === null ? [] : [page(0, { id: 'chatgpt' }, { kind: other })];
  expect(planPolls(NOON, [failing, ...others], 0).due).not.toContain('claude');
});

it('tries no page twice a minute when none answers', () => {
  const failing: ReadFailure = { kind: 'timeout' };
  expect(triesInAnHour([failing, failing], 'close')).toBeLessThanOrEqual(2 * 18);
});

it('never goes under its floors', () => {
  const anyPage = fc.record({
    ago: fc.integer({ min: -HOUR, max: 2 * HOUR }),
    attention: fc.constantFrom('calm', 'alternative', 'troubled', 'followed', 'close', 'glanced', 'asked'),
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
