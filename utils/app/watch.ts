import { assistantOf } from '@/utils/assistants/assistants';
import type { AssistantId } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import { planPolls } from '@/utils/rules/plan-polls';
import { digest } from './digest';
import type { Ports } from './ports';
import { readPage } from './read-page';
import { showAll } from './show';
import { watchedPages } from './watched';

async function readDue(ports: Ports, status: Status, due: readonly AssistantId[]): Promise<Status['pages']> {
  const memories = await Promise.all(due.map((id) => readPage(ports, assistantOf(id), status.pages[id])));
  return Object.fromEntries(due.map((id, index) => [id, memories[index]]));
}

/** Judges what was read, remembers it, and shows it. Whatever was written meanwhile (a dismissal, say) stays. */
function remember(ports: Ports, isOnline: boolean, read: Status['pages'], options: Options): Promise<Status> {
  return ports.inTurn(async () => {
    const before = await ports.readStatus();
    const now = ports.now();
    const judged = digest({ ...before, isOnline, pages: { ...before.pages, ...read } }, options.watched, now);
    const after = { ...judged, tickedAt: now };
    await ports.writeStatus(after);
    await showAll(ports, after, options);
    return after;
  });
}

/**
 * One round: read what is due, judge, remember, show, and set the next wake-up. `asked` are pages that the
 * person wants looked at now. A browser that is offline reads nothing and keeps every verdict as it was.
 */
export async function watch(ports: Ports, asked: readonly AssistantId[] = []): Promise<void> {
  const [before, options] = await Promise.all([ports.readStatus(), ports.readOptions()]);
  const isOnline = ports.isOnline();
  const plan = planPolls(ports.now(), await watchedPages(ports, before, options, asked), ports.random());
  // Set before reading: if the worker dies in the middle, it is woken all the same.
  await ports.wakeAt(plan.nextAt);

  const read = isOnline ? await readDue(ports, before, plan.due) : {};
  const after = await remember(ports, isOnline, read, options);

  // What was read may call for another moment than was planned: sooner in trouble, later when it ended.
  const replan = planPolls(ports.now(), await watchedPages(ports, after, options, []), ports.random());
  await ports.wakeAt(replan.nextAt);
}
