import type { AssistantId } from '@/utils/model/assistant';
import type { EvidenceMemory, LoggedRequest } from '@/utils/model/evidence';

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

/** What was judged of each request, as text to be pasted in public. Each thing is picked by name; nothing comes along by chance. */
export function evidenceReport(log: EvidenceMemory['log'], watched: readonly AssistantId[], now: number): string {
  const requests = Object.fromEntries(
    watched.flatMap((id) => (log[id] === undefined ? [] : [[id, log[id].map(pick)]])),
  );
  return JSON.stringify({ at: new Date(now).toISOString(), requests }, null, 2);
}
