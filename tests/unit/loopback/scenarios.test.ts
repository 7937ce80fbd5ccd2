import { describe, expect, it } from 'vitest';
import { checkScenario } from '@/tests/loopback/check-scenario';
import { LOOPBACK_PAGES } from '@/tests/loopback/pages/loopback-pages';
import { CALM_PAGE } from '@/tests/loopback/scenario';
import { findScenario } from '@/tests/loopback/scenarios/find-scenario';
import { healthy } from '@/tests/loopback/scenarios/healthy';
import { LOOPBACK_SCENARIOS } from '@/tests/loopback/scenarios/loopback-scenarios';
import { septemberThird } from '@/tests/loopback/scenarios/september-third';

describe.each(LOOPBACK_SCENARIOS)('the scenario $name', (scenario) => {
  it('is found by name', () => {
    expect(findScenario(scenario.name)).toBe(scenario);
  });

  it('names only existing components and ends within its duration', () => {
    expect(() => checkScenario(scenario)).not.toThrow();
    const moments = Object.values(scenario.pages).flatMap(({ componentMoments, incidents, maintenances }) => [
      ...componentMoments.map(({ at }) => at),
      ...[...incidents, ...maintenances].flatMap(({ updates }) => updates.map(({ at }) => at)),
    ]);
    expect(Math.max(0, ...moments)).toBeLessThan(scenario.durationMs);
  });

  it('has updates in order, beginning with a phase', () => {
    const posts = Object.values(scenario.pages).flatMap(({ incidents, maintenances }) => [
      ...incidents,
      ...maintenances,
    ]);
    for (const { updates } of posts) {
      expect(updates[0]?.label).not.toBe('update');
      expect(updates.map(({ at }) => at)).toEqual(updates.map(({ at }) => at).sort((a, b) => a - b));
    }
  });
});

it('findScenario lists the scenarios for an unknown name', () => {
  expect(() => findScenario('flood')).toThrow(/"flood".*healthy, claude-outage/);
});

describe.each(LOOPBACK_PAGES)('the loopback history of $host', ({ host, history }) => {
  it('names only existing components and is over', () => {
    expect(() => checkScenario({ ...healthy, pages: { [host]: { ...CALM_PAGE, ...history } } })).not.toThrow();
    expect(new Set(history.incidents.map(({ id }) => id)).size).toBe(history.incidents.length);
    for (const { updates } of history.incidents) {
      expect(updates.at(-1)?.label).toBe('resolved');
      expect(updates.every(({ at, edits }) => Math.max(at, edits?.at(-1)?.at ?? at) < 0)).toBe(true);
    }
    expect(history.componentMoments.every(({ at }) => at < 0)).toBe(true);
  });
});

describe('the loopback scenario 2026-09-03', () => {
  const clock = (offset: number) => new Date(Date.parse('2026-09-03T12:30Z') + offset).toISOString().slice(11);
  const { pages } = septemberThird;

  it('has the recorded times', () => {
    const posts = Object.values(pages).flatMap(({ incidents }) => incidents);
    const timeline = posts.map(({ id, updates }) => [id, ...updates.map(({ at, label }) => `${label} ${clock(at)}`)]);
    expect(timeline).toEqual([
      ['288w7p4hk1l1', 'investigating 12:37:31.934Z', 'monitoring 12:47:15.690Z', 'resolved 12:56:26.632Z'],
      [
        '461yvfrzpwtt',
        'investigating 13:26:04.201Z',
        'update 14:49:48.000Z',
        'identified 15:25:20.192Z',
        'monitoring 16:06:42.637Z',
        'resolved 16:23:12.052Z',
      ],
      [
        '01M1KWEDH417T2CF44YYHZDFCR',
        'investigating 14:58:23.000Z',
        'monitoring 15:50:41.000Z',
        'resolved 16:55:49.000Z',
      ],
    ]);
    expect(posts[2]?.updates.map(({ shownAt }) => shownAt && clock(shownAt))).toEqual([
      '14:43:00.000Z',
      '15:17:00.000Z',
      undefined,
    ]);
    expect(clock(septemberThird.durationMs)).toBe('17:10:00.000Z');
  });
});
