import type { Grants } from '@/utils/model/address';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import { awaitsRequests, type EvidenceMemory, type LoggedRequest } from '@/utils/model/evidence';
import { assistantOf } from '@/utils/ui/page-registry';

type Log = EvidenceMemory['log'];

/** The logged requests of the watched assistants that have any, newest first. */
export function loggedRequests(
  log: Log,
  watched: readonly AssistantId[],
): { assistant: Assistant; requests: LoggedRequest[] }[] {
  return watched.flatMap((id) => {
    const requests = log[id];
    return requests === undefined ? [] : [{ assistant: assistantOf(id), requests: [...requests].reverse() }];
  });
}

/** Whether the browser reports requests only after its next start: none was since the permission was given in this one. */
export const awaitsRestart = (grants: Grants | null, memory: EvidenceMemory): boolean =>
  grants?.hasEvidence === true && awaitsRequests(memory);

/** "POST 529": the method and the status, or the browser's error in place of a status. */
export function requestLine({ method, status, error }: LoggedRequest): string {
  return [method, status ?? error].filter((part) => part !== null).join(' ');
}

const pick = ({ at, what, method, pattern, status, error, outcome, why }: LoggedRequest) => ({
  at: new Date(at).toISOString(),
  what,
  method,
  pattern,
  status,
  error,
  outcome,
  why,
});

/** The log as JSON to paste in public. Each field is picked by name, so that a new field does not leak into it. */
export function evidenceReport(log: Log, watched: readonly AssistantId[], now: number): string {
  const requests = Object.fromEntries(
    watched.flatMap((id) => (log[id] === undefined ? [] : [[id, log[id].map(pick)]])),
  );
  return JSON.stringify({ at: new Date(now).toISOString(), requests }, null, 2);
}
