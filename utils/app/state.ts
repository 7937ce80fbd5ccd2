import { type Registry, registryOf } from '@/utils/assistants/lookups';
import type { AssistantId } from '@/utils/model/assistant';
import { type EvidenceEvent, NO_EVIDENCE } from '@/utils/model/evidence';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import type { Ports } from './ports';

/** The stored status, with the options that it is judged by and the assistants that these define. */
export interface State {
  status: Status;
  options: Options;
  registry: Registry;
}

export const stateOf = (status: Status, options: Options): State => ({
  status,
  options,
  registry: registryOf(options),
});

/** Rejects when the status or the options can't be read. */
export async function loadState(ports: Ports): Promise<State> {
  const [status, options] = await Promise.all([ports.readStatus(), ports.readOptions()]);
  return stateOf(status, options);
}

/**
 * Changes the status under the lock where neither toolbar nor banners show the change, so that nothing is rendered. Resolves
 * to whether it changed.
 */
export function changeUnshownStatus(ports: Ports, step: (status: Status) => Status): Promise<boolean> {
  return ports.withStatusLock(async () => {
    const before = await ports.readStatus();
    const after = step(before);
    if (after === before) return false;
    await ports.writeStatus(after);
    return true;
  });
}

/**
 * Waits for the options where none were read before: the browser may take half a minute for its first policy, which must
 * not pass under the status lock. Never rejects.
 */
export async function awaitOptions(ports: Ports): Promise<void> {
  await ports.readOptions().catch(() => undefined);
}

/** The time of an evaluation, and the user's own requests until then. */
export interface EvaluationContext {
  /** Epoch milliseconds. */
  now: number;
  /** Start of the user's day, epoch milliseconds. */
  dayStart: number;
  /** Minutes since midnight in the user's time zone. */
  minute: number;
  evidence: Partial<Record<AssistantId, EvidenceEvent[]>>;
}

/** Never rejects. */
export async function evaluationContext(ports: Ports): Promise<EvaluationContext> {
  // Without evidence, the pages alone decide.
  const { events } = await ports.readEvidence().catch(() => NO_EVIDENCE);
  const now = ports.now();
  return { now, dayStart: ports.dayStart(now), minute: ports.minuteOfDay(now), evidence: events };
}
