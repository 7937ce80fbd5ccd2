import { takeSilence } from '@/utils/rules/take-silence';
import type { InTurn } from './one-at-a-time';
import type { Ports } from './ports';
import { takeIn } from './take-in';

/** Looks whether anything waits in vain. `dueAt` is when this look was to be taken, epoch milliseconds. */
export function noteSilence(ports: Ports, round: InTurn, dueAt: number): Promise<void> {
  return takeIn(ports, round, (memory) => takeSilence(memory, { now: ports.now(), dueAt, isOnline: ports.isOnline() }));
}

/** Whose end nobody will tell us of any more waits for nothing. */
export function forgetInFlight(ports: Ports, round: InTurn): Promise<void> {
  return takeIn(ports, round, (memory) => ({ ...memory, inFlight: [] }));
}
