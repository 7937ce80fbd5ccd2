import type { Scenario } from '@/tests/loopback/scenario';
import { LOOPBACK_SCENARIOS } from './loopback-scenarios';

export function findScenario(name: string): Scenario {
  const scenario = LOOPBACK_SCENARIOS.find((candidate) => candidate.name === name);
  if (scenario) return scenario;
  throw new Error(
    `There is no scenario "${name}". There are: ${LOOPBACK_SCENARIOS.map((known) => known.name).join(', ')}.`,
  );
}
