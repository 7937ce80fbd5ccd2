import { assistantOf } from '@/utils/assistants/assistants';
import type { AssistantId } from '@/utils/model/assistant';
import type { Change } from '@/utils/model/change';
import type { Status } from '@/utils/model/status';
import { decideNotifications } from '@/utils/rules/decide-notifications';
import { detectChanges } from '@/utils/rules/detect-changes';
import { judge } from '@/utils/rules/judge';
import { POLL_FLOORS } from '@/utils/rules/plan-polls';

/** Drops the key instead of storing undefined: what is stored says only what is. */
function withEntry<T>(record: Partial<Record<AssistantId, T>>, id: AssistantId, value: T | null | undefined) {
  const { [id]: _, ...rest } = record;
  return value === null || value === undefined ? rest : { ...rest, [id]: value };
}

function digestOne(status: Status, id: AssistantId, now: number): { status: Status; change: Change | null } {
  const verdict = judge({
    assistant: assistantOf(id),
    memory: status.pages[id],
    now,
    intervalMs: POLL_FLOORS.calmMs,
  });
  const incidents = status.pages[id]?.report?.incidents ?? [];
  const { episode, change, ended } = detectChanges(status.episodes[id] ?? null, verdict, incidents);
  const recovery = ended?.episode.isTold ? ended : undefined;
  return {
    change,
    status: {
      ...status,
      verdicts: withEntry(status.verdicts, id, verdict),
      episodes: withEntry(status.episodes, id, episode),
      // A new episode ends the telling of how the last one ended.
      recoveries: withEntry(status.recoveries, id, recovery ?? (episode === null ? status.recoveries[id] : null)),
    },
  };
}

/** Judges everything watched from what was read, and notes what that changes and what is owed for it. Pure. */
export function digest(status: Status, watched: readonly AssistantId[], now: number): Status {
  const changes: Change[] = [];
  let next = status;
  for (const id of watched) {
    const step = digestOne(next, id, now);
    next = step.status;
    if (step.change !== null) changes.push(step.change);
  }
  const notices = decideNotifications(changes);
  const replaced = new Set(notices.map((notice) => notice.id));
  return { ...next, outbox: [...next.outbox.filter((notice) => !replaced.has(notice.id)), ...notices] };
}
