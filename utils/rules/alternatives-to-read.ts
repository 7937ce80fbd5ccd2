import type { AssistantId } from '@/utils/model/assistant';
import type { Status } from '@/utils/model/status';
import { ageOf } from './judge';

/** So many fallbacks that may well be up are read, and only while somebody is in trouble or looks at them. */
const ALTERNATIVES_READ = 3;

type Known = Pick<Status, 'pages' | 'verdicts'>;

/** A recent reading shows trouble: it is no fallback now, and nothing calls for another reading yet. */
function isKnownToBeDown(id: AssistantId, { verdicts }: Known, now: number): boolean {
  const verdict = verdicts[id];
  const isDown = verdict?.kind === 'trouble' || verdict?.kind === 'suspected' || verdict?.kind === 'maintenance';
  return isDown && verdict.checkedAt !== null && ageOf(verdict.checkedAt, now, 0) === 'fresh';
}

/** What was read last shows that it can be suggested, or nothing was tried yet. */
function mayBeUp(id: AssistantId, { pages, verdicts }: Known): boolean {
  const kind = verdicts[id]?.kind;
  return (pages[id]?.failure ?? null) === null && (kind === undefined || kind === 'up');
}

/**
 * Which of the readable fallbacks are read, in the user's order: the first three that may be up. One that was in
 * trouble, or could not be read, takes none of these places; it is read beside them, so that it is known when that ends.
 */
export function alternativesToRead(readable: readonly AssistantId[], known: Known, now: number): AssistantId[] {
  let places = ALTERNATIVES_READ;
  return readable.filter((id) => {
    if (places === 0 || isKnownToBeDown(id, known, now)) return false;
    if (mayBeUp(id, known)) places -= 1;
    return true;
  });
}
