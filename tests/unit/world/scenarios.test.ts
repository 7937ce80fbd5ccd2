import { describe, expect, it } from 'vitest';
import { checkScenario } from '@/tests/world/check-scenario';
import { findScenario } from '@/tests/world/scenarios/find-scenario';
import { WORLD_SCENARIOS } from '@/tests/world/scenarios/world-scenarios';

describe.each(WORLD_SCENARIOS)('the scenario $name', (scenario) => {
  it('is found by its name', () => {
    expect(findScenario(scenario.name)).toBe(scenario);
  });

  it('speaks only of what is there, and ends within its length', () => {
    expect(() => checkScenario(scenario)).not.toThrow();
    const moments = Object.values(scenario.pages).flatMap(({ componentMoments, incidents, maintenances }) => [
      ...componentMoments.map(({ at }) => at),
      ...[...incidents, ...maintenances].flatMap(({ updates }) => updates.map(({ at }) => at)),
    ]);
    expect(Math.max(0, ...moments)).toBeLessThan(scenario.durationMs);
  });

  it('tells its updates in order, the first with a phase', () => {
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

it('names the scenarios that there are when asked for another', () => {
  expect(() => findScenario('flood')).toThrow(/"flood".*healthy, claude-outage/);
});
