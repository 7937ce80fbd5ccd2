import type { AssistantId } from '@/utils/model/assistant';
import type { EvidenceMemory } from '@/utils/model/evidence';
import type { Notice } from '@/utils/model/notice';
import type { Status } from '@/utils/model/status';

/** What is only remembered of an assistant because it is watched. What its page said, and its past, stay known. */
const OF_WATCHED = [
  'episodes',
  'recoveries',
  'sensed',
  'dismissals',
  'reactions',
  'snoozes',
  'awaited',
  'maintenances',
] as const satisfies readonly (keyof Status)[];

type ByAssistant<T> = Partial<Record<AssistantId, T>>;

function only<T>(record: ByAssistant<T>, isKept: (id: AssistantId, value: T) => boolean): ByAssistant<T> {
  const entries = Object.entries(record) as [AssistantId, T][];
  const kept = entries.filter(([id, value]) => isKept(id, value));
  return kept.length === entries.length ? record : (Object.fromEntries(kept) as ByAssistant<T>);
}

function noticesAbout(notices: Notice[], isWatched: (id: AssistantId) => boolean): Notice[] {
  const isConcerned = (about: { assistantId: AssistantId } | null) => about !== null && isWatched(about.assistantId);
  const kept = notices.flatMap((notice) => {
    if (notice.changes.every(isConcerned) && notice.changes.length > 0) return [notice];
    const changes = notice.changes.filter(isConcerned);
    return [...changes, notice.maintenance, notice.back].some(isConcerned) ? [{ ...notice, changes }] : [];
  });
  const isSame = kept.length === notices.length && kept.every((one, index) => one.changes === notices[index]?.changes);
  return isSame ? notices : kept;
}

/**
 * Forgets outage, recovery, suspicion, wishes and pending notifications of assistants that are not watched. Otherwise
 * one that is watched again days later "is back", and counts among several that fail at once. Returns the same status
 * where there is nothing to forget.
 */
export function withoutUnwatched(status: Status, watched: readonly AssistantId[]): Status {
  const isWatched = (id: AssistantId) => watched.includes(id);
  const parts = OF_WATCHED.map((part) => [part, only<unknown>(status[part], isWatched)] as const);
  const kept: Partial<Status> = {
    ...Object.fromEntries(parts),
    // Evidence is the user's own, and is collected of watched assistants alone.
    verdicts: only(status.verdicts, (id, verdict) => isWatched(id) || verdict.suspicion?.source !== 'evidence'),
    held: noticesAbout(status.held, isWatched),
    outbox: noticesAbout(status.outbox, isWatched),
  };
  const isSame = Object.entries(kept).every(([part, value]) => status[part as keyof Status] === value);
  return isSame ? status : { ...status, ...kept };
}

/** The same for what the user's own requests met. */
export function evidenceOfWatched(memory: EvidenceMemory, watched: readonly AssistantId[]): EvidenceMemory {
  const isWatched = (id: AssistantId) => watched.includes(id);
  const events = only(memory.events, isWatched);
  const inFlight = memory.inFlight.filter(({ assistantId }) => isWatched(assistantId));
  const isSame = events === memory.events && inFlight.length === memory.inFlight.length;
  return isSame ? memory : { ...memory, events, inFlight };
}
