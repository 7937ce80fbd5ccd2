import type { ReadFailure } from '@/utils/model/failure';
import type { PageMemory } from '@/utils/model/page-memory';
import { mayHaveMoved } from './may-have-moved';

const HOUR = 3_600_000;

/** Whether it is worth a look what a page that failed so has become: at most once an hour. An older copy is what it was. */
export function isProbeDue({ probedAt }: PageMemory, failure: ReadFailure, now: number): boolean {
  const isRested = probedAt === null || Math.abs(now - probedAt) >= HOUR;
  return isRested && failure.kind !== 'older_copy' && mayHaveMoved(failure);
}
