import type { AssistantId } from '@/utils/model/assistant';
import { type EvidenceEvent, NO_EVIDENCE } from '@/utils/model/evidence';
import type { Ports } from './ports';

/** When something takes place, and in whose day. */
export interface Moment {
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
export async function momentNow(ports: Ports): Promise<Moment> {
  // Without it the pages are judged by themselves.
  const { events } = await ports.readEvidence().catch(() => NO_EVIDENCE);
  const now = ports.now();
  return { now, dayStart: ports.dayStart(now), minute: ports.minuteOfDay(now), evidence: events };
}
