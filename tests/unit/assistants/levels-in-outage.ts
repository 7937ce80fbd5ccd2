import { OUTAGE, outageOf } from '@/tests/loopback/scenarios/outage-of';
import { startLoopback } from '@/tests/loopback/start-loopback';
import { verdictOn } from '@/tests/unit/loopback/verdict-on';
import type { Assistant } from '@/utils/model/assistant';
import type { Level } from '@/utils/model/level';

/** The levels of an assistant before, during and after an outage of its core component in the loopback network. */
export async function levelsInOutage(assistant: Assistant): Promise<Level[]> {
  const loopback = await startLoopback({ scenario: outageOf(assistant) });
  try {
    const levels: Level[] = [];
    for (const offset of [0, OUTAGE.from, OUTAGE.until]) {
      loopback.seek(offset);
      levels.push((await verdictOn(loopback, assistant)).level);
    }
    return levels;
  } finally {
    await loopback.close();
  }
}
