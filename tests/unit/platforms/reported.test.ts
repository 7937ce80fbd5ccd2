import { describe, expect, it } from 'vitest';
import { reported, type StatedIncident } from '@/utils/platforms/util';

const NOON = Date.UTC(2026, 4, 20, 12);
const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;

const stated = (over: Partial<StatedIncident> = {}): StatedIncident => ({
  id: 'x',
  kind: 'incident',
  title: 'Replies fail',
  impact: 'major',
  level: null,
  phase: 'investigating',
  startedAt: NOON - HOUR,
  updatedAt: NOON - HOUR,
  resolvedAt: null,
  isExplained: false,
  componentIds: [],
  updates: [],
  url: null,
  ...over,
});

function incidentsOf(incidents: StatedIncident[], sourceUpdatedAt: number | null = null, readAt?: number) {
  const reading = reported({ platform: 'instatus', components: [], incidents, sourceUpdatedAt, readAt });
  if (!reading.ok) throw new Error(reading.failure.kind);
  return reading.report.incidents.map(({ startedAt, updatedAt, resolvedAt }) => ({ startedAt, updatedAt, resolvedAt }));
}

it('reported names the times that the page does not state', () => {
  const derivedIn = (over: Partial<StatedIncident>) => {
    const reading = reported({ platform: 'instatus', components: [], incidents: [stated(over)], readAt: NOON });
    return reading.ok ? reading.report.incidents[0]?.derivedTimes : null;
  };
  expect(derivedIn({})).toBeUndefined();
  expect(derivedIn({ phase: 'resolved', resolvedAt: NOON })).toBeUndefined();
  expect(derivedIn({ startedAt: null })).toEqual(['startedAt']);
  expect(derivedIn({ startedAt: NOON + YEAR })).toEqual(['startedAt']);
  expect(derivedIn({ phase: 'resolved', derivedTimes: ['updates'] })).toEqual(['updates', 'resolvedAt']);
});

const undated = { startedAt: null, updatedAt: null };

describe('reported: an open incident without a time', () => {
  it('is dated by the time of the page', () => {
    expect(incidentsOf([stated(undated)], NOON)).toEqual([{ startedAt: NOON, updatedAt: NOON, resolvedAt: null }]);
  });

  it('is dated by the newest other incident if the page has no time', () => {
    expect(incidentsOf([stated(undated), stated({ id: 'y' })])).toMatchObject([
      { startedAt: NOON - HOUR },
      { startedAt: NOON - HOUR },
    ]);
  });

  it('is dated by the reading if nothing has a time', () => {
    expect(incidentsOf([stated(undated)], null, NOON)).toMatchObject([{ startedAt: NOON, updatedAt: NOON }]);
  });

  it('is not dated by a time in the future', () => {
    expect(incidentsOf([stated(undated)], NOON + YEAR, NOON)).toMatchObject([{ startedAt: NOON }]);
  });
});

it('reported omits a closed incident without a time', () => {
  expect(incidentsOf([stated({ ...undated, phase: 'resolved' })], NOON)).toEqual([]);
});

describe('reported: times after the reading', () => {
  it('do not start an incident', () => {
    expect(incidentsOf([stated({ startedAt: NOON + YEAR })], null, NOON)).toMatchObject([{ startedAt: NOON - HOUR }]);
  });

  it('do not end an incident', () => {
    const closed = stated({ phase: 'resolved', resolvedAt: NOON + YEAR });
    expect(incidentsOf([closed], null, NOON)).toMatchObject([{ resolvedAt: NOON - HOUR }]);
  });

  it('are accepted within the tolerance for clock differences', () => {
    const ahead = stated({ updatedAt: NOON + 60_000 });
    expect(incidentsOf([ahead], null, NOON)).toMatchObject([{ updatedAt: NOON + 60_000 }]);
  });
});

it('reported gives an open incident no end, even if the page states one', () => {
  expect(incidentsOf([stated({ resolvedAt: NOON - HOUR })])).toMatchObject([{ resolvedAt: null }]);
});
