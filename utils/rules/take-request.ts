import type { AssistantId } from '@/utils/model/assistant';
import type { EvidenceMemory, InFlight, SeenRequest } from '@/utils/model/evidence';
import { classifyRequest } from './classify-request';
import { errorOf, isFlooded, logRequest, methodOf } from './log-request';
import type { Purpose } from './purpose-of';
import { withEvent } from './weigh-evidence';

/** What is in flight longer than this is none: its end was missed. */
const KEPT_FOR_MS = 10 * 60_000;
const MAX_IN_FLIGHT = 20;

/** Whose a request is, and what it was for. */
export interface Source extends Purpose {
  assistantId: AssistantId;
}

function without(memory: EvidenceMemory, gone: InFlight): EvidenceMemory {
  return { ...memory, inFlight: memory.inFlight.filter((one) => one !== gone) };
}

/** Takes back that it was silent: its answer has come after all, or was the person's own line that failed. */
function unsaid(memory: EvidenceMemory, { assistantId, what, silentAt }: InFlight): EvidenceMemory {
  const events = memory.events[assistantId] ?? [];
  const index = events.findIndex((one) => one.how === 'silent' && one.what === what && one.at === silentAt);
  if (silentAt === null || index < 0) return memory;
  return { ...memory, events: { ...memory.events, [assistantId]: events.toSpliced(index, 1) } };
}

type Ended = Extract<SeenRequest, { stage: 'ended' }>;

function logEnd(memory: EvidenceMemory, source: Source, { method, status, error }: Ended, at: number): EvidenceMemory {
  const found = classifyRequest(status, error);
  const { assistantId, what, pattern } = source;
  const why = found.outcome === 'not_counted' ? found.why : found.how;
  const said = { method: methodOf(method), status, error: errorOf(error), outcome: found.outcome, why };
  return logRequest(memory, assistantId, { at, what, pattern, ...said });
}

/** Settles what was waited for, and counts how it ended. A person who gave up waiting leaves the silence standing. */
function countEnd(
  memory: EvidenceMemory,
  source: Source,
  { status, error, tabId }: Ended,
  at: number,
  waiting?: InFlight,
) {
  const found = classifyRequest(status, error);
  const hasGivenUp = found.outcome === 'not_counted' && found.why === 'ended_here';
  const rest = waiting === undefined ? memory : without(memory, waiting);
  const settled = waiting === undefined || hasGivenUp ? rest : unsaid(rest, waiting);
  if (found.outcome === 'not_counted') return settled;
  return withEvent(settled, source.assistantId, { at, what: source.what, status, tabId, ...found });
}

/**
 * What is remembered after a stage of a request. One that was counted as silent counts once in the end: by its
 * late answer if that comes, as silent if the person gave up waiting.
 */
export function takeRequest(memory: EvidenceMemory, source: Source, request: SeenRequest, at: number): EvidenceMemory {
  const waiting = memory.inFlight.find(({ id }) => id === request.id);
  // What is waited for is settled all the same: else it would be silent.
  if (waiting === undefined && isFlooded(memory, source.assistantId, at)) return memory;
  switch (request.stage) {
    case 'sent': {
      // Told twice, it waits from the first.
      if (waiting !== undefined) return memory;
      const others = memory.inFlight.filter(({ startedAt }) => Math.abs(at - startedAt) < KEPT_FOR_MS);
      const sent = { ...source, id: request.id, tabId: request.tabId, startedAt: at, silentAt: null };
      return { ...memory, inFlight: [...others, sent].slice(-MAX_IN_FLIGHT) };
    }
    case 'answered': {
      // An answer that says "error" ends at once: then it is counted anew, without a moment of "all is well".
      const isFailing = waiting?.silentAt != null && request.status >= 500;
      return waiting === undefined || isFailing ? memory : unsaid(without(memory, waiting), waiting);
    }
    case 'ended':
      return logEnd(countEnd(memory, source, request, at, waiting), source, request, at);
  }
}
