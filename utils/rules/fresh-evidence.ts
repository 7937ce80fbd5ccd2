import type { AssistantId } from '@/utils/model/assistant';
import type { EvidenceEvent } from '@/utils/model/evidence';
import type { Status } from '@/utils/model/status';

/**
 * What still counts: after a trouble that the page told of, only what was met since the reading that showed it over.
 * Else its own failures would make it "possible" once more in the moment of its end.
 */
export function freshEvidence(
  { episodes, recoveries, pages }: Status,
  id: AssistantId,
  events: readonly EvidenceEvent[],
  now: number,
): readonly EvidenceEvent[] {
  const lastReadAt = episodes[id] === undefined ? recoveries[id]?.episode.lastReadAt : pages[id]?.readAt;
  // A reading from the future was dated by a clock that has been set back since.
  return lastReadAt == null || lastReadAt > now ? events : events.filter(({ at }) => at > lastReadAt);
}
