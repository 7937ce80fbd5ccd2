import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import type { TimelineEntry } from '@/utils/model/history';
import { downTimes, outagePeriod, reportedEntries, signalsApart, totalWithin } from '@/utils/rules/history/report';

const at = (minutes: number) => NOON + minutes * MINUTE;
const entry = (over: Partial<TimelineEntry> = {}): TimelineEntry => ({
  key: 'claude one',
  metKey: null,
  assistantId: 'claude',
  source: 'page',
  title: 'Errors',
  level: 'major_outage',
  startedAt: at(0),
  isStartStated: true,
  endedAt: at(60),
  isEndKnown: true,
  isEndStated: true,
  isCore: true,
  sensedAt: null,
  seenAt: null,
  isExplained: false,
  url: null,
  parts: [],
  namesParts: true,
  models: [],
  updates: [],
  rewording: null,
  ...over,
});

it('overlapping periods count once, and only within the scope', () => {
  const periods = [
    { from: at(30), to: at(90) },
    { from: at(0), to: at(60) },
    { from: at(40), to: at(50) },
  ];
  expect(totalWithin(periods, { from: at(10), to: at(80) })).toBe(70 * MINUTE);
  expect(totalWithin([], { from: at(0), to: at(1) })).toBe(0);
});

describe('the minutes down', () => {
  const scope = { from: at(-60), to: at(180) };
  const seen = [
    { from: at(-60), to: at(19), level: 'operational' as const },
    { from: at(19), to: at(64), level: 'partial_outage' as const },
    { from: at(64), to: at(120), level: 'operational' as const },
  ];

  it('are those of the page, of what this browser read, and of own messages until the page followed', () => {
    const entries = [entry({ sensedAt: at(1), seenAt: at(19) })];
    expect(downTimes({ entries, listed: [], seen, signals: [], scope, now: at(180) })).toEqual({
      page: { downMs: 60 * MINUTE, knownMs: 60 * MINUTE },
      seen: { downMs: 45 * MINUTE, knownMs: 180 * MINUTE },
      own: 18 * MINUTE,
    });
  });

  it('are unknown by a source that knows nothing, not zero', () => {
    expect(downTimes({ entries: [], listed: [], seen: [], signals: [], scope, now: at(180) })).toEqual({
      page: null,
      seen: null,
      own: null,
    });
    const calm = seen.slice(0, 1);
    expect(downTimes({ entries: [], listed: [], seen: calm, signals: [], scope, now: at(180) }).seen).toEqual({
      downMs: 0,
      knownMs: 79 * MINUTE,
    });
  });

  it('by the page are none for an incident without impact or about other components, and unknown if no impact is stated', () => {
    const pageOf = (over: Partial<TimelineEntry>, isListed = true) => {
      const listed = isListed ? [{ ...scope, level: 'operational' as const }] : [];
      return downTimes({ entries: [entry(over)], listed, seen: [], signals: [], scope, now: at(180) }).page;
    };
    const none = { downMs: 0, knownMs: 240 * MINUTE };
    expect(pageOf({ level: 'operational' })).toEqual(none);
    expect(pageOf({ isCore: false })).toEqual(none);
    expect(pageOf({ isCore: false }, false)).toBeNull();
    expect(pageOf({ level: null })).toBeNull();
    expect(pageOf({ isCore: false, namesParts: false })).toBeNull();
  });

  it('by the page are those of the time that its list covers, and of its outages', () => {
    const listed = [{ from: at(120), to: at(180), level: 'operational' as const }];
    const entries = [entry({ sensedAt: at(-5) })];
    expect(downTimes({ entries, listed, seen: [], signals: [], scope, now: at(180) }).page).toEqual({
      downMs: 60 * MINUTE,
      knownMs: 125 * MINUTE,
    });
  });

  it('are zero by a page whose list covers all of the time and has no incident, and unknown if it covers less', () => {
    const pageMinutes = (to: number) => {
      const listed = [{ from: at(-900), to: at(to), level: 'operational' as const }];
      return downTimes({ entries: [], listed, seen: [], signals: [], scope, now: at(180) }).page;
    };
    expect([pageMinutes(180)?.downMs, pageMinutes(179)]).toEqual([0, null]);
  });

  it('count failures that no page ever reported, and an open outage up to now', () => {
    const signals = [{ from: at(100), to: at(105) }];
    const entries = [entry({ endedAt: null })];
    expect(downTimes({ entries, listed: [], seen: [], signals, scope, now: at(90) })).toEqual({
      page: { downMs: 90 * MINUTE, knownMs: 90 * MINUTE },
      seen: null,
      own: 5 * MINUTE,
    });
  });
});

it('failures apart from the outages are those that touch none of them, within the scope', () => {
  const scope = { from: at(0), to: at(500) };
  const signals = [
    { from: at(300), to: at(300) },
    { from: at(200), to: at(210) },
    { from: at(55), to: at(70) },
    { from: at(600), to: at(610) },
  ];
  expect(signalsApart({ entries: [entry()], signals, scope, now: at(900) })).toEqual([signals[1], signals[0]]);
});

it('the period of an outage begins with the first sign of any source', () => {
  expect(outagePeriod(entry({ sensedAt: at(-5), seenAt: at(70) }), at(90))).toEqual({ from: at(-5), to: at(70) });
  expect(outagePeriod(entry({ endedAt: null }), at(90))).toEqual({ from: at(0), to: at(90) });
});

it('a report holds one outage, or the outages of the chat in a month, oldest first', () => {
  const entries = [
    entry({ key: 'b', startedAt: at(120), endedAt: at(130) }),
    entry({ key: 'a' }),
    entry({ key: 'elsewhere', isCore: false }),
    entry({ key: 'note', level: 'operational' }),
    entry({ key: 'before', startedAt: at(-900), endedAt: at(-800) }),
  ];
  const keys = (scope: Parameters<typeof reportedEntries>[1]) =>
    reportedEntries(entries, scope, at(900)).map(({ key }) => key);
  expect(keys({ kind: 'month', from: at(0), to: at(0) + 24 * HOUR })).toEqual(['a', 'b']);
  expect(keys({ kind: 'outage', key: 'elsewhere' })).toEqual(['elsewhere']);
});
