import { verdictOn } from '@/tests/unit/world/verdict-on';
import { OUTAGE, outageOf } from '@/tests/world/scenarios/outage-of';
import { startWorld } from '@/tests/world/start-world';
import type { Assistant } from '@/utils/model/assistant';
import type { Level } from '@/utils/model/level';

/** The levels of an assistant before, in and after an outage of its core, read from its page in the little internet. */
export async function levelsInOutage(assistant: Assistant): Promise<Level[]> {
  const world = await startWorld({ scenario: outageOf(assistant) });
  try {
    const levels: Level[] = [];
    for (const offset of [0, OUTAGE.from, OUTAGE.until]) {
      world.seek(offset);
      levels.push((await verdictOn(world, assistant)).level);
    }
    return levels;
  } finally {
    await world.close();
  }
}
