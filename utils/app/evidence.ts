import { ASSISTANTS } from '@/utils/assistants/assistants';
import type { AssistantId } from '@/utils/model/assistant';
import type { EvidenceMemory, SeenRequest } from '@/utils/model/evidence';
import type { Status } from '@/utils/model/status';
import {
  expirePendingRequests,
  purposeOf,
  reduceRequestEvent,
  SILENT_AFTER_MS,
  type Source,
} from '@/utils/rules/evidence/requests';
import { offerLost, tidyAllDrafts } from './drafts';
import { evaluateAll } from './evaluate';
import type { InTurn } from './mutex';
import type { Ports } from './ports';
import { runRound } from './round';
import { evaluationContext } from './state';
import { flushNotificationOutbox, syncSurfaces } from './surfaces';

interface EvidenceResult {
  /** The assistants with new events. */
  ids: AssistantId[];
  /** `begun`: an assistant is suspected that was not before. `known`: only earlier suspicions. `none`: neither. */
  suspicion: 'none' | 'begun' | 'known';
}

const changed = (before: EvidenceMemory, after: EvidenceMemory, watched: readonly AssistantId[]): AssistantId[] =>
  watched.filter((id) => before.events[id] !== after.events[id]);

/** Updates evidence and status under one lock, because request events arrive in bursts. */
function remember(
  ports: Ports,
  step: (memory: EvidenceMemory, watched: readonly AssistantId[]) => EvidenceMemory,
): Promise<EvidenceResult> {
  return ports.withStatusLock(async () => {
    const [before, options] = await Promise.all([ports.readEvidence(), ports.readOptions()]);
    const after = step(before, options.watched);
    if (after === before) return { ids: [], suspicion: 'none' };
    await ports.writeEvidence(after);
    const ids = changed(before, after, options.watched);
    if (ids.length === 0) return { ids, suspicion: 'none' };
    const status = await ports.readStatus();
    const judged = evaluateAll(status, ids, options, await evaluationContext(ports));
    const isSuspected = ({ verdicts }: Status, id: AssistantId) => verdicts[id]?.suspicion != null;
    if (!ids.some((id) => isSuspected(status, id) || isSuspected(judged, id))) return { ids, suspicion: 'none' };
    // Compared per assistant: an earlier suspicion of one does not cover another.
    const hasBegun = ids.some((id) => isSuspected(judged, id) && !isSuspected(status, id));
    await ports.writeStatus(judged);
    return { ids, suspicion: hasBegun ? 'begun' : 'known' };
  });
}

/**
 * Records outcomes of requests in the user's own tabs. If a suspicion begins or ends, all surfaces are updated at once;
 * if one begins, its status page is read, within the rate limits.
 */
export async function applyEvidence(
  ports: Ports,
  round: InTurn,
  step: (memory: EvidenceMemory, watched: readonly AssistantId[]) => EvidenceMemory,
): Promise<void> {
  const { ids, suspicion } = await remember(ports, step);
  // An unreadable drafts store must not suppress a suspicion.
  if (ids.length > 0) await Promise.allSettled([tidyAllDrafts(ports)]);
  await Promise.allSettled(ids.map((id) => offerLost(ports, id)));
  if (suspicion === 'none') return;
  await flushNotificationOutbox(ports);
  await syncSurfaces(ports);
  if (suspicion === 'begun') await round(() => runRound(ports, 'woken'));
}

/** Counts requests without a response as failed. `dueAt` is when this check was due, epoch milliseconds. */
export function checkRequestTimeouts(ports: Ports, round: InTurn, dueAt: number): Promise<void> {
  return applyEvidence(ports, round, (memory) =>
    expirePendingRequests(memory, { now: ports.now(), dueAt, isOnline: ports.isOnline() }),
  );
}

/** Drops pending requests whose end will not be reported, because the permission is gone or the browser restarted. */
export function forgetInFlight(ports: Ports, round: InTurn): Promise<void> {
  return applyEvidence(ports, round, (memory) => ({ ...memory, inFlight: [], answered: undefined }));
}

function sourceOf(request: SeenRequest): Source | null {
  for (const assistant of ASSISTANTS) {
    const purpose = purposeOf(assistant, request);
    if (purpose !== null) return { ...purpose, assistantId: assistant.id };
  }
  return null;
}

/**
 * Records a stage of a request in the user's own tab if it is a message, a sign-in or the chat page. A sent request is
 * checked again when its response is due; if this worker dies before, the next alarm does it.
 */
export async function onWebRequestEvent(ports: Ports, round: InTurn, request: SeenRequest): Promise<void> {
  const source = sourceOf(request);
  if (source === null) return;
  const at = ports.now();
  await applyEvidence(ports, round, (memory, watched) =>
    watched.includes(source.assistantId) ? reduceRequestEvent(memory, source, request, at) : memory,
  );
  if (request.stage !== 'sent') return;
  const dueAt = at + SILENT_AFTER_MS;
  await ports.waitUntil(dueAt);
  await checkRequestTimeouts(ports, round, dueAt);
}
