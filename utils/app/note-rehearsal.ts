import type { RehearsalOutcome } from '@/utils/model/rehearsal';
import type { WayId } from '@/utils/model/way';
import type { Ports } from './ports';

/** Remembers what became of a sample draft. */
export async function noteRehearsal(ports: Ports, to: WayId, outcome: RehearsalOutcome): Promise<void> {
  await ports.inTurn(async () => {
    const status = await ports.readStatus();
    await ports.writeStatus({ ...status, rehearsal: { to, at: ports.now(), outcome } });
  });
}
