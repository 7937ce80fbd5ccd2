import type { Carry } from '@/utils/model/carry';
import { isExpired } from './plan-carry';

/** Two presses of one button within this time are one. */
const SECOND_PRESS_MS = 1_000;
const MAX_TRANSFERS = 10;
/** Of all transfers together, in UTF-16 units; storage.session holds 10 MB, and a unit takes up to 3 bytes. */
const MAX_TEXT = 2_000_000;

/** The transfers that are still of use, oldest first. */
export function activeTransfers(transfers: readonly Carry[], now: number): Carry[] {
  return transfers.filter((one) =>
    one.text === '' ? Math.abs(now - one.startedAt) <= SECOND_PRESS_MS : !isExpired(one, now),
  );
}

/** True when the same was started a moment ago: a second press opens nothing. */
export function isSecondPress(transfers: readonly Carry[], next: Omit<Carry, 'id'>): boolean {
  return transfers.some(
    (one) =>
      one.from === next.from &&
      one.to === next.to &&
      one.originTabId === next.originTabId &&
      // The text of a sample that waits for nothing is dropped at once.
      (one.text === next.text || next.from === 'sample') &&
      Math.abs(next.startedAt - one.startedAt) <= SECOND_PRESS_MS,
  );
}

/** Adds one as the newest. The oldest are dropped where there are too many, or too much text; the newest never is. */
export function withTransfer(transfers: readonly Carry[], next: Omit<Carry, 'id'>): { transfers: Carry[]; id: number } {
  // Greater than every other id; close to the time, so that one that was just removed is not given out again.
  const id = Math.max(next.startedAt, ...transfers.map((one) => one.id + 1));
  const all = [...transfers, { ...next, id }].slice(-MAX_TRANSFERS);
  const length = () => all.reduce((sum, { text }) => sum + text.length, 0);
  while (all.length > 1 && length() > MAX_TEXT) all.shift();
  return { transfers: all, id };
}

export function withoutTransfer(transfers: readonly Carry[], id: number): Carry[] {
  return transfers.filter((one) => one.id !== id);
}
