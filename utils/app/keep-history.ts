import type { AssistantId } from '@/utils/model/assistant';
import type { PageMemory } from '@/utils/model/page-memory';
import type { Report } from '@/utils/model/report';
import type { Status } from '@/utils/model/status';
import type { Ports } from './ports';

/** What is listed now, and what was until now: how it ended may have been told once, to a worker that died over it. */
function toldOf(report: Report, before: PageMemory | undefined): Report['incidents'] {
  const listed = new Set(report.incidents.map(({ id }) => id));
  return [...report.incidents, ...(before?.report?.incidents ?? []).filter(({ id }) => !listed.has(id))];
}

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
    if (report === null || readAt === null) continue;
    const incidents = toldOf(report, before[id]);
    const entry = { assistantId: id, readAt, level: verdicts[id]?.level ?? 'unknown', incidents };
    ports.keepHistory({ ...entry, troubles: past[id]?.troubles ?? [] }).catch(() => null);
  }
}
