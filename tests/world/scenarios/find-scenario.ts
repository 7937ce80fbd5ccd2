import type { Scenario } from '@/tests/world/scenario';
import { WORLD_SCENARIOS } from './world-scenarios';

export function findScenario(name: string): Scenario {
  const scenario = WORLD_SCENARIOS.find((candidate) => candidate.name === name);
  if (scenario) return scenario;
  throw new Error(
    `There is no scenario "${name}". There are: ${WORLD_SCENARIOS.map((known) => known.name).join(', ')}.`,
  );
}
