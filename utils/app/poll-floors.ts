import type { Assistant } from '@/utils/model/assistant';
import type { PollFloors } from '@/utils/platforms/adapter';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { POLL_FLOORS } from '@/utils/rules/polling/plan-polls';

/** How often the page of an assistant may be read. */
export function pollFloorsOf({ statusPages: [page] }: Assistant): PollFloors {
  return (page === undefined ? undefined : ADAPTERS[page.platform].floors) ?? POLL_FLOORS;
}

/** How often its page is due while all is well; how old a reading may be hangs on it. */
export function calmIntervalOf(assistant: Assistant): number {
  return pollFloorsOf(assistant).calmMs;
}
