import type { EvidenceMemory, InFlight, LoggedRequest } from '@/utils/model/evidence';
import { logRequest } from './log-request';
import { withEvent } from './weigh-evidence';

/** No answer for so long counts as failed. */
export const SILENT_AFTER_MS = 20_000;
/** What is found later than this was not watched while it waited: nobody knows what happened then. */
const KNOWN_UNTIL_MS = 60_000;
/** A look that comes so much later than it was due tells of a machine that slept in between. */
const LATE_MS = 10_000;

/** A look at what is in flight. Times are epoch milliseconds. */
export interface Look {
  now: number;
  /** When it was to be taken. */
  dueAt: number;
  isOnline: boolean;
}

/** Whether nobody can say if the site kept silent, or the person's own machine. */
function isDoubtful({ startedAt }: InFlight, { now, dueAt, isOnline }: Look): boolean {
  const hasSlept = now - dueAt > LATE_MS && startedAt <= dueAt;
  return !isOnline || hasSlept || startedAt > now || now - startedAt > KNOWN_UNTIL_MS;
}

function countSilent(
  memory: EvidenceMemory,
  { assistantId, what, pattern, tabId }: InFlight,
  now: number,
): EvidenceMemory {
  const failed = { at: now, what, outcome: 'failed', status: null } as const;
  const logged: LoggedRequest = {
    ...failed,
    // The chat is opened by reading, all else is posted.
    method: what === 'page' ? 'GET' : 'POST',
    pattern,
    error: null,
    why: 'silent',
  };
  return logRequest(withEvent(memory, assistantId, { ...failed, tabId, how: 'silent' }), assistantId, logged);
}

/** Counts what has waited in vain, and forgets what nobody can judge. Gives back the same memory when nothing is new. */
export function takeSilence(memory: EvidenceMemory, look: Look): EvidenceMemory {
  const { now } = look;
  const open = memory.inFlight.filter(({ silentAt }) => silentAt === null);
  const doubtful = open.filter((one) => isDoubtful(one, look));
  const silent = open.filter((one) => !doubtful.includes(one) && now - one.startedAt >= SILENT_AFTER_MS);
  if (doubtful.length === 0 && silent.length === 0) return memory;
  const counted = silent.reduce((before, one) => countSilent(before, one, now), memory);
  const inFlight = memory.inFlight
    .filter((one) => !doubtful.includes(one))
    .map((one) => (silent.includes(one) ? { ...one, silentAt: now } : one));
  return { ...counted, inFlight };
}
