import { evidenceOfWatched, withoutUnwatched } from '@/utils/rules/without-unwatched';
import type { Ports } from './ports';
import { recall } from './recall';

/**
 * Forgets assistants that were switched off, at once: a round may take long, and by its end they may be watched again.
 * Never rejects; the digest of each round forgets their trouble as well.
 */
export async function forgetUnwatched(ports: Ports): Promise<void> {
  const forget = async () => {
    const [status, options] = await recall(ports);
    const kept = withoutUnwatched(status, options.watched);
    if (kept !== status) await ports.writeStatus(kept);
    const memory = await ports.readEvidence();
    const evidence = evidenceOfWatched(memory, options.watched);
    if (evidence !== memory) await ports.writeEvidence(evidence);
  };
  await ports.inTurn(forget).catch(() => undefined);
}
