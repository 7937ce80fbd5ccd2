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
  /** Of whom something new was met. */
  ids: AssistantId[];
  /** `begun`: one of them was not suspected before; `known`: all that are or were, had been; `none`: none is or was. */
  suspicion: 'none' | 'begun' | 'known';
}

const changed = (before: EvidenceMemory, after: EvidenceMemory, watched: readonly AssistantId[]): AssistantId[] =>
  watched.filter((id) => before.events[id] !== after.events[id]);

/** What is remembered, and what it makes possible, are read and written in one turn: stages of requests come fast. */
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
    // By assistant: that one was suspected before says nothing about another that is now.
    const hasBegun = ids.some((id) => isSuspected(judged, id) && !isSuspected(status, id));
    await ports.writeStatus(judged);
    return { ids, suspicion: hasBegun ? 'begun' : 'known' };
  });
}

/**
 * Takes in what became of requests in the person's own tabs. When that makes trouble possible, or no longer so, the
 * surfaces say it at once, and the page is looked at within its limits.
 */
export async function applyEvidence(
  ports: Ports,
  round: InTurn,
  step: (memory: EvidenceMemory, watched: readonly AssistantId[]) => EvidenceMemory,
): Promise<void> {
  const { ids, suspicion } = await remember(ports, step);
  // Drafts that cannot be read hide no trouble.
  if (ids.length > 0) await Promise.allSettled([tidyAllDrafts(ports)]);
  await Promise.allSettled(ids.map((id) => offerLost(ports, id)));
  if (suspicion === 'none') return;
  await flushNotificationOutbox(ports);
  await syncSurfaces(ports);
  if (suspicion === 'begun') await round(() => runRound(ports, 'woken'));
}

/** Looks whether anything waits in vain. `dueAt` is when this look was to be taken, epoch milliseconds. */
export function checkRequestTimeouts(ports: Ports, round: InTurn, dueAt: number): Promise<void> {
  return applyEvidence(ports, round, (memory) =>
    expirePendingRequests(memory, { now: ports.now(), dueAt, isOnline: ports.isOnline() }),
  );
}

/** Whose end nobody will tell us of any more waits for nothing. */
export function forgetInFlight(ports: Ports, round: InTurn): Promise<void> {
  return applyEvidence(ports, round, (memory) => ({ ...memory, inFlight: [] }));
}

function sourceOf(request: SeenRequest): Source | null {
  for (const assistant of ASSISTANTS) {
    const purpose = purposeOf(assistant, request);
    if (purpose !== null) return { ...purpose, assistantId: assistant.id };
  }
  return null;
}

/**
 * Notes a stage of a request in the person's own tab, when it is a message or the chat itself; whatever else passes by
 * costs one look at its address. One that was sent is looked at again when its answer is due. Should this worker die
 * before, the next alarm looks.
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
