import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stretch, TimelineEntry } from '@/utils/model/history';
import type { KnownLevel } from '@/utils/model/level';
import { levelTimes, listedStretches, reportedStretches, uptimeDays, uptimeOf } from '@/utils/rules/history/uptime';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LEVELS: KnownLevel[] = ['operational', 'maintenance', 'degraded', 'partial_outage', 'major_outage'];

const stretch = (from: number, to: number, level: KnownLevel): Stretch => ({ from, to, level });
const anyStretch = fc
  .record({ from: fc.integer({ min: -50, max: 150 }), length: fc.nat(80), level: fc.constantFrom(...LEVELS) })
  .map(({ from, length, level }) => stretch(from, from + length, level));
const anyStretches = fc.array(anyStretch, { maxLength: 12 });

describe('uptimeOf', () => {
  it('returns a share from 0 to 1, or null', () => {
    fc.assert(
      fc.property(anyStretches, (stretches) => {
        const { share, known, times } = uptimeOf(stretches, 0, 100);
        if (share !== null) expect(share).toBeGreaterThanOrEqual(0);
        expect(share ?? 0).toBeLessThanOrEqual(1);
        expect(known).toBeGreaterThanOrEqual(0);
        expect(known).toBeLessThanOrEqual(1);
        expect(Object.values(times).reduce((a, b) => a + b)).toBeCloseTo(known * 100);
      }),
    );
  });

  it('counts each moment once, at its worst known level', () => {
    fc.assert(
      fc.property(anyStretches, (stretches) => {
        const times = levelTimes(stretches, 0, 100);
        for (const level of LEVELS) {
          let moments = 0;
          for (let at = 0; at < 100; at += 1) {
            const here = stretches
              .filter((one) => one.from <= at && at < one.to)
              .map((one) => LEVELS.indexOf(one.level));
            if (here.length > 0 && LEVELS[Math.max(...here)] === level) moments += 1;
          }
          expect(times[level]).toBe(moments);
        }
      }),
    );
  });

  it('never counts a gap as up', () => {
    fc.assert(
      fc.property(anyStretches, fc.integer({ min: 0, max: 99 }), (stretches, cut) => {
        const before = levelTimes(stretches, 0, 100);
        const less = stretches.flatMap((one) => (one.to <= cut ? [one] : one.from < cut ? [{ ...one, to: cut }] : []));
        expect(levelTimes(less, 0, 100).operational).toBeLessThanOrEqual(before.operational);
        expect(levelTimes(less, cut, 100).operational).toBe(0);
      }),
    );
  });

  it('returns null when nothing is known', () => {
    expect(uptimeOf([], 0, DAY)).toMatchObject({ share: null, known: 0 });
    expect(uptimeOf([stretch(-DAY, 0, 'operational')], 0, DAY).share).toBeNull();
  });

  it('returns null when less than a tenth is known', () => {
    const outage = stretch(0, 9, 'major_outage');
    expect(uptimeOf([outage], 0, 100)).toMatchObject({ share: null, known: 0.09 });
    expect(uptimeOf([outage, stretch(9, 10, 'operational')], 0, 100).share).toBeCloseTo(0.1);
    expect(uptimeOf([stretch(0, 99, 'operational')], 0, 1_000).share).toBeNull();
  });

  it('weighs partial outages with 0.3, major outages with 1 and degraded with 0', () => {
    const calm = stretch(0, 100, 'operational');
    expect(uptimeOf([calm, stretch(0, 10, 'partial_outage')], 0, 100).share).toBeCloseTo(0.97);
    expect(uptimeOf([calm, stretch(0, 10, 'major_outage')], 0, 100).share).toBeCloseTo(0.9);
    expect(uptimeOf([calm, stretch(0, 10, 'degraded')], 0, 100).share).toBe(1);
    expect(
      uptimeOf([calm, stretch(0, 10, 'major_outage'), stretch(5, 15, 'partial_outage')], 0, 100).share,
    ).toBeCloseTo(0.885);
  });

  it('excludes maintenance', () => {
    const half = [stretch(0, 50, 'maintenance'), stretch(50, 100, 'operational'), stretch(50, 55, 'major_outage')];
    expect(uptimeOf(half, 0, 100)).toMatchObject({ share: 0.9, known: 1 });
    expect(uptimeOf([stretch(0, 100, 'maintenance')], 0, 100).share).toBeNull();
  });
});

describe('uptimeDays', () => {
  it('returns the worst level and the known share of each day, or unknown', () => {
    const known = [stretch(0, 6 * HOUR, 'operational'), stretch(2 * HOUR, 3 * HOUR, 'degraded')];
    expect(uptimeDays([...known, stretch(2 * DAY, 3 * DAY, 'operational')], [0, DAY, 2 * DAY], 2.5 * DAY)).toEqual([
      { at: 0, level: 'degraded', known: 0.25 },
      { at: DAY, level: 'unknown', known: 0 },
      // Today counts only up to now.
      { at: 2 * DAY, level: 'operational', known: 1 },
    ]);
  });
});

describe('uptime from the incidents of the status page', () => {
  const entry = (over: Partial<TimelineEntry>): TimelineEntry => ({
    key: '',
    metKey: null,
    assistantId: 'claude',
    source: 'page',
    title: null,
    level: 'major_outage',
    startedAt: 10 * DAY,
    isStartStated: true,
    endedAt: 11 * DAY,
    isEndKnown: true,
    isEndStated: true,
    isCore: true,
    namesParts: true,
    sensedAt: null,
    seenAt: null,
    isExplained: false,
    url: null,
    parts: [],
    models: [],
    updates: [],
    rewording: null,
    ...over,
  });
  const now = 20 * DAY;
  const listed = { listedSince: 5 * DAY, listedAt: now - HOUR };
  const shareOf = (entries: TimelineEntry[], list = listed) =>
    uptimeOf(listedStretches(reportedStretches(entries, list, now), list, now), 0, now).share;

  it('counts only core incidents with a level', () => {
    const calm = [entry({ isCore: false }), entry({ level: null }), entry({ source: 'seen' })];
    expect(shareOf(calm)).toBe(1);
    expect(shareOf([...calm, entry({})])).toBeCloseTo(1 - 24 / (15 * 24 - 1));
  });

  it('knows nothing of the time of an incident without a level, also one that is open', () => {
    const unclear = [
      entry({ level: null }),
      entry({ level: null, startedAt: 18 * DAY, endedAt: null }),
      entry({ level: null, startedAt: 2 * DAY, endedAt: 6 * DAY }),
    ];
    expect(reportedStretches(unclear, listed, now)).toEqual([
      stretch(6 * DAY, 10 * DAY, 'operational'),
      stretch(11 * DAY, 18 * DAY, 'operational'),
    ]);
    expect(reportedStretches([entry({ level: null, isCore: false })], listed, now)).toEqual([
      stretch(5 * DAY, now - HOUR, 'operational'),
    ]);
  });

  it('counts an ongoing incident until now', () => {
    expect(reportedStretches([entry({ endedAt: null })], listed, now)).toContainEqual(
      stretch(10 * DAY, now, 'major_outage'),
    );
  });

  it('is unknown without a known list', () => {
    const none = { listedSince: null, listedAt: null };
    expect(uptimeOf(listedStretches(reportedStretches([entry({})], none, now), none, now), 0, now).share).toBeNull();
    expect(reportedStretches([entry({})], none, now)).toHaveLength(1);
    expect(shareOf([entry({ startedAt: 0, endedAt: 4 * DAY })])).toBe(1);
  });

  it('ignores the time after the list was last read', () => {
    const old = { listedSince: 0, listedAt: 5 * DAY };
    expect(listedStretches(reportedStretches([entry({})], old, now), old, now)).toEqual([
      stretch(0, 5 * DAY, 'operational'),
    ]);
  });
});
