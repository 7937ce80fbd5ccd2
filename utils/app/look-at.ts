import { assistantOf } from '@/utils/assistants/everyone';
import type { AssistantId } from '@/utils/model/assistant';
import type { Status } from '@/utils/model/status';
import { planPolls } from '@/utils/rules/plan-polls';
import { pollFloorsOf } from './poll-floors';
import type { Ports } from './ports';
import { recall } from './recall';
import { readDue, remember, settle } from './watch';

/**
 * Reads the status pages of these, judges and remembers them, as a round does. Whoever was read within the limits of
 * a person's wish is not read again. To be called in the queue of rounds.
 */
export async function lookAt(ports: Ports, ids: readonly AssistantId[]): Promise<Status> {
  const [before, options] = await recall(ports);
  const pages = ids.map((id) => ({
    id,
    memory: before.pages[id],
    attention: 'asked' as const,
    floors: pollFloorsOf(assistantOf(id)),
  }));
  const { due } = planPolls(ports.now(), pages, ports.random());
  if (due.length === 0) return before;
  const read = await readDue(ports, before, options, due);
  const after = await remember(ports, read);
  await settle(ports, after, options);
  return after.status;
}
