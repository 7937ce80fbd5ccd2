import { isWatchedPartOfHost, isWatchedPlace } from '@/utils/assistants/at-address';
import type { InTurn } from './one-at-a-time';
import type { Ports } from './ports';
import { watch } from './watch';

/**
 * A page was opened in some tab: where a watched assistant is used there, a round follows. Anywhere else, also on a host
 * that a chat shares with other things, nothing runs and nothing is written.
 */
export async function noteVisit(ports: Ports, round: InTurn, address: string, isLoad: boolean): Promise<void> {
  // Own pages are known once options were read.
  const options = await ports.readOptions();
  const isOfInterest = isLoad ? isWatchedPlace : isWatchedPartOfHost;
  if (isOfInterest(address, options)) await round(() => watch(ports, 'alarm'));
}
