import type { AssistantId } from '@/utils/model/assistant';
import type { Status } from '@/utils/model/status';

const DAY = 24 * 3_600_000;

/** The page's list of past incidents is read when we begin, and once a day after. */
export function isListDue(status: Status, id: AssistantId, now: number): boolean {
  const { listedAt } = status.past[id] ?? { listedAt: null };
  return listedAt === null ? status.pages[id]?.readAt == null : Math.abs(now - listedAt) > DAY;
}
