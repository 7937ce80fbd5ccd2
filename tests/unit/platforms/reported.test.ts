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

const undated = { startedAt: null, updatedAt: null };

describe('an open incident without a time', () => {
  it('counts as of the moment of the page', () => {
    expect(incidentsOf([stated(undated)], NOON)).toEqual([{ startedAt: NOON, updatedAt: NOON, resolvedAt: null }]);
  });

  it('counts as of the newest of the others, where the page has no moment', () => {
    expect(incidentsOf([stated(undated), stated({ id: 'y' })])).toMatchObject([
      { startedAt: NOON - HOUR },
      { startedAt: NOON - HOUR },
    ]);
  });

  it('counts as of the reading, where nothing is dated', () => {
    expect(incidentsOf([stated(undated)], null, NOON)).toMatchObject([{ startedAt: NOON, updatedAt: NOON }]);
  });

  it('does not count as of a moment ahead of the reading', () => {
    expect(incidentsOf([stated(undated)], NOON + YEAR, NOON)).toMatchObject([{ startedAt: NOON }]);
  });
});

it('a closed incident without a time is left out', () => {
  expect(incidentsOf([stated({ ...undated, phase: 'resolved' })], NOON)).toEqual([]);
});

describe('moments ahead of the reading', () => {
  it('do not begin an incident', () => {
    expect(incidentsOf([stated({ startedAt: NOON + YEAR })], null, NOON)).toMatchObject([{ startedAt: NOON - HOUR }]);
  });

  it('do not end one', () => {
    const closed = stated({ phase: 'resolved', resolvedAt: NOON + YEAR });
    expect(incidentsOf([closed], null, NOON)).toMatchObject([{ resolvedAt: NOON - HOUR }]);
  });

  it('are believed within what clocks differ by', () => {
    const ahead = stated({ updatedAt: NOON + 60_000 });
    expect(incidentsOf([ahead], null, NOON)).toMatchObject([{ updatedAt: NOON + 60_000 }]);
  });
});

it('an open incident has no end, whatever the page states', () => {
  expect(incidentsOf([stated({ resolvedAt: NOON - HOUR })])).toMatchObject([{ resolvedAt: null }]);
});
