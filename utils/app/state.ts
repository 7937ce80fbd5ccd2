import type { AssistantId } from '@/utils/model/assistant';
import { type EvidenceEvent, NO_EVIDENCE } from '@/utils/model/evidence';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import type { Ports } from './ports';

/** What is remembered, and what the person wants. */
export function loadState(ports: Ports): Promise<[Status, Options]> {
  return Promise.all([ports.readStatus(), ports.readOptions()]);
}

/** When something takes place, and in whose day. */
export interface EvaluationContext {
  /** Epoch milliseconds. */
  now: number;
  /** The first moment of the person's day, epoch milliseconds. */
  dayStart: number;
  /** Of the person's day, by its clock. */
  minute: number;
  /** What the person's own requests met lately. */
  evidence: Partial<Record<AssistantId, EvidenceEvent[]>>;
}

/** Now, with what was met until now. Never rejects. */
export async function evaluationContext(ports: Ports): Promise<EvaluationContext> {
  // Without it the pages are judged by themselves.
  const { events } = await ports.readEvidence().catch(() => NO_EVIDENCE);
  const now = ports.now();
  return { now, dayStart: ports.dayStart(now), minute: ports.minuteOfDay(now), evidence: events };
}
