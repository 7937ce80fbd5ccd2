import type { InTurn } from './one-at-a-time';
import type { Ports } from './ports';
import { watch } from './watch';

/** Forgets everything and begins anew. Not while a round is under way: it would write what it had read before. */
export async function erase(ports: Ports, round: InTurn): Promise<null> {
  await round(() => ports.inTurn(ports.eraseAll));
  await round(() => watch(ports, 'woken'));
  return null;
}
