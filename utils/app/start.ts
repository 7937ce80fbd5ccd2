import type { Ports } from './ports';
import { showAll } from './show';
import { watch } from './watch';

/**
 * What a start of the worker, the browser or a new version owes: surfaces that match what is remembered, before
 * the network has answered, then a round.
 */
export async function start(ports: Ports): Promise<void> {
  await ports.inTurn(async () => showAll(ports, await ports.readStatus(), await ports.readOptions()));
  await watch(ports);
}
