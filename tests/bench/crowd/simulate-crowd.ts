import { type PlanInputs, simulatePlan } from '@/tests/bench/virtual/simulate-plan';
import { chances } from './chances';
import { crowdPerson } from './crowd-person';
import type { CrowdEvent } from './events';

const DAY_S = 24 * 3_600;

/** The parts of the plan that are active. */
export interface Variant extends Pick<PlanInputs, 'hasBackoff' | 'isPatient'> {
  name: string;
  hasJitter: boolean;
}

export const OURS: Variant = { name: 'as shipped', hasJitter: true, hasBackoff: true, isPatient: true };

/** Number of readings of the measured page by second of the day, from a sample of independent browsers. */
export function simulateCrowd(event: CrowdEvent, variant: Variant, sample: number, seed: number): Uint32Array {
  const seconds = new Uint32Array(DAY_S);
  const { looked } = event;
  // Users do not depend on the plan, so two variants get the same users.
  const people = chances(seed);
  const rolls = chances(seed + 1);
  const inputs: PlanInputs = { ...variant, random: variant.hasJitter ? rolls.share : () => 0 };
  for (let index = 0; index < sample; index += 1) {
    for (const { id, at } of simulatePlan(event.pages, crowdPerson(event.habits, people), inputs).polls) {
      const second = Math.floor(at / 1_000);
      if (id === looked && second >= 0 && second < DAY_S) seconds[second] = (seconds[second] ?? 0) + 1;
    }
  }
  return seconds;
}
