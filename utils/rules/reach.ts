import type { PageMemory } from '@/utils/model/page-memory';

/** Failures after which nobody knows whether the request left this device. */
const SILENT = new Set(['unreachable', 'timeout']);

/**
 * Whether the browser reaches anything after a round. `navigator.onLine` is a hint: it is false on some VPNs and virtual
 * network adapters that work. So it is believed only when every request of the round failed without an answer; a round
 * that asked nothing changes nothing.
 * https://developer.mozilla.org/docs/Web/API/Navigator/onLine
 *
 * @param hint What the browser says.
 * @param wasOnline What the round before came to.
 * @param read What became of each page in this round.
 */
export function isReaching(hint: boolean, wasOnline: boolean, read: readonly (PageMemory | undefined)[]): boolean {
  if (hint) return true;
  const asked = read.flatMap((memory) =>
    memory === undefined || memory.failure?.kind === 'not_allowed' ? [] : [memory],
  );
  if (asked.length === 0) return wasOnline;
  return asked.some(({ failure }) => failure === null || !SILENT.has(failure.kind));
}
