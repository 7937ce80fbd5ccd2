import type { AssistantId } from '@/utils/model/assistant';
import type { EvidenceEvent } from '@/utils/model/evidence';
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

/** Now, with what was met until now. */
export async function momentNow(ports: Ports): Promise<Moment> {
  const { events } = await ports.readEvidence();
  const now = ports.now();
  return { now, dayStart: ports.dayStart(now), minute: ports.minuteOfDay(now), evidence: events };
}
