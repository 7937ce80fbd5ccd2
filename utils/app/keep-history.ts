import type { AssistantId } from '@/utils/model/assistant';
import type { Status } from '@/utils/model/status';
import type { Ports } from './ports';

/**
 * Hands what was read on to the history, before it is trimmed away. Nobody waits for it: a browser that keeps none, or is
 * slow, loses a line of the history and nothing of the watch. One that failed tells the last good reading again, and the
 * same twice changes nothing.
 */
export function keepHistory(
  ports: Ports,
  before: Status['pages'],
  read: Status['pages'],
  { verdicts, past }: Status,
): void {
  for (const id of Object.keys(read) as AssistantId[]) {
    const { report = null, readAt = null } = read[id] ?? {};
    const verdict = verdicts[id];
    // Who has no verdict was taken away while its page was read: nothing is to come back.
    if (report === null || readAt === null || verdict === undefined) continue;
    // How one ended may have been told once, to a worker that died over it: what was read before goes first.
    const incidents = [...(before[id]?.report?.incidents ?? []), ...report.incidents];
    const entry = { assistantId: id, readAt, level: verdict.level, incidents };
    ports.keepHistory({ ...entry, troubles: past[id]?.troubles ?? [] }).catch(() => null);
  }
}
