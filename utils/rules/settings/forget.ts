import { type AssistantId, isOwnPageId } from '@/utils/model/assistant';
import type { EvidenceMemory } from '@/utils/model/evidence';
import { noticesAbout } from '@/utils/model/notification';
import type { Status } from '@/utils/model/status';
import type { OwnPage } from '@/utils/model/status-page';

type ByAssistant<T> = Partial<Record<AssistantId, T>>;

function only<T>(record: ByAssistant<T>, isKept: (id: AssistantId, value: T) => boolean): ByAssistant<T> {
  const entries = Object.entries(record) as [AssistantId, T][];
  const kept = entries.filter(([id, value]) => isKept(id, value));
  return kept.length === entries.length ? record : (Object.fromEntries(kept) as ByAssistant<T>);
}

/** Drops the stored state of custom pages that no longer exist, including pending notifications. */
export function withoutGone(status: Status, ownPages: readonly OwnPage[]): Status {
  const isThere = (id: string) => !isOwnPageId(id) || ownPages.some((page) => page.id === id);
  const parts = Object.entries(status).map(([name, part]: [string, unknown]) => {
    const isByAssistant = typeof part === 'object' && part !== null && !Array.isArray(part);
    return [name, isByAssistant ? Object.fromEntries(Object.entries(part).filter(([id]) => isThere(id))) : part];
  });
  return {
    ...(Object.fromEntries(parts) as Status),
    decisions: status.decisions.filter(({ assistantId }) => isThere(assistantId)),
    held: noticesAbout(status.held, isThere),
    outbox: noticesAbout(status.outbox, isThere),
  };
}

/** State that is kept only for watched assistants. Page readings and history are kept for all. */
const OF_WATCHED = [
  'episodes',
  'recoveries',
  'sensed',
  'dismissals',
  'reactions',
  'snoozes',
  'awaited',
  'limits',
  'maintenances',
] as const satisfies readonly (keyof Status)[];

/**
 * Drops outage, recovery, suspicion, requests and pending notifications of assistants that are not watched. Otherwise
 * an assistant that is watched again days later would be announced as back, and would count as failing together with
 * others. Returns the same object if nothing changed.
 */
export function withoutUnwatched(status: Status, watched: readonly AssistantId[]): Status {
  const isWatched = (id: AssistantId) => watched.includes(id);
  const parts = OF_WATCHED.map((part) => [part, only<unknown>(status[part], isWatched)] as const);
  const kept: Partial<Status> = {
    ...Object.fromEntries(parts),
    // Evidence is the user's own, and is collected for watched assistants only.
    verdicts: only(
      status.verdicts,
      (id, verdict) => isWatched(id) || verdict.suspicion === null || verdict.suspicion.source === 'page',
    ),
    held: noticesAbout(status.held, isWatched),
    outbox: noticesAbout(status.outbox, isWatched),
  };
  const isSame = Object.entries(kept).every(([part, value]) => status[part as keyof Status] === value);
  return isSame ? status : { ...status, ...kept };
}

/** The same for evidence of the user's own requests. */
export function evidenceOfWatched(memory: EvidenceMemory, watched: readonly AssistantId[]): EvidenceMemory {
  const isWatched = (id: AssistantId) => watched.includes(id);
  const events = only(memory.events, isWatched);
  const inFlight = memory.inFlight.filter(({ assistantId }) => isWatched(assistantId));
  const answered = memory.answered?.filter(({ assistantId }) => isWatched(assistantId));
  const newChats = memory.newChats?.filter(({ assistantId }) => isWatched(assistantId));
  const isSame =
    events === memory.events &&
    newChats?.length === memory.newChats?.length &&
    inFlight.length === memory.inFlight.length &&
    answered?.length === memory.answered?.length;
  return isSame ? memory : { ...memory, events, inFlight, answered, newChats };
}
