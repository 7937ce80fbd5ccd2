import type { PageMemory } from '@/utils/model/page-memory';
import type { Past } from '@/utils/model/past';

const HOUR = 3_600_000;

/** The page's list of past incidents is read when we begin and once a day after; one that failed, an hour later. */
export function isListDue(memory: PageMemory | undefined, past: Past | undefined, now: number): boolean {
  const triedAt = memory?.listTriedAt ?? null;
  if (triedAt === null) return true;
  const listedAt = past?.listedAt ?? null;
  const hasSucceeded = listedAt !== null && listedAt >= triedAt;
  return Math.abs(now - triedAt) > (hasSucceeded ? 24 * HOUR : HOUR);
}
