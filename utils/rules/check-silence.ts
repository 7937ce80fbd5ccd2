import type { Check } from '@/utils/model/check';

/** Longer than any step may take. */
const SILENCE_MS = 30_000;

/** Whether nobody looks any more: a worker that was stopped says no goodbye. `begunAt` is when it was asked for. */
export function isForsaken(check: Check | null, begunAt: number, now: number): boolean {
  return now - (check?.movedAt ?? begunAt) > SILENCE_MS;
}
