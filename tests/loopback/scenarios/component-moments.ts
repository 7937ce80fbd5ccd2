import type { ComponentMoment } from '@/tests/loopback/scenario';
import type { Level } from '@/utils/model/level';

/** Changes several components to the same level at the same offset. */
export function componentMoments(at: number, level: Level, componentIds: readonly string[]): ComponentMoment[] {
  return componentIds.map((componentId) => ({ at, componentId, level }));
}
