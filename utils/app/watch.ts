import { assistantOf } from '@/utils/assistants/everyone';
import type { AssistantId } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import { isListDue } from '@/utils/rules/list-due';
import { planPolls } from '@/utils/rules/plan-polls';
import { withoutGone } from '@/utils/rules/without-gone';
import { digest } from './digest';
import { tidyAllDrafts } from './keep-draft';
import { keepHistory } from './keep-history';
import { momentNow } from './moment';
import type { Ports } from './ports';
import { readPage } from './read-page';
import { recall } from './recall';
import { payNotices, showAll } from './show';
import { tidyTransfers } from './transfers';
import { type Occasion, watchedPages } from './watched';

/** Reads the pages of these, side by side. */
export async function readDue(ports: Ports, status: Status, due: readonly AssistantId[]): Promise<Status['pages']> {
  const memories = await Promise.all(
    due.map((id) =>
      readPage(ports, assistantOf(id), status.pages[id], isListDue(status.pages[id], status.past[id], ports.now())),
    ),
  );
  return Object.fromEntries(due.map((id, index) => [id, memories[index]]));
}

/** Judges what was read, keeps and remembers it. Whatever was written meanwhile (a dismissal, say) stays. */
export function remember(ports: Ports, isOnline: boolean, read: Status['pages']): Promise<Status> {
  return ports.inTurn(async () => {
    // Read anew: whoever was taken away while the pages were read is told of no more.
    const [stored, options] = await recall(ports);
    const status = withoutGone({ ...stored, isOnline, pages: { ...stored.pages, ...read } }, options.ownPages);
    const moment = await momentNow(ports);
    const wereRead = (Object.keys(read) as AssistantId[]).filter((id) => id in status.pages);
    const judged = digest(status, [...new Set([...options.watched, ...wereRead])], options, moment);
    const after = { ...judged, tickedAt: moment.now };
    // Before it is remembered: a worker that dies in between reads, and tells, it all again.
    keepHistory(ports, stored.pages, read, after);
    await ports.writeStatus(after);
    return payNotices(ports, after);
  });
}

/** What was read may call for another wake-up than was planned, sooner in trouble, later when it ended; and is shown. */
export async function settle(ports: Ports, status: Status, options: Options): Promise<void> {
  const { nextAt } = planPolls(ports.now(), await watchedPages(ports, status, options, 'alarm'), ports.random());
  await ports.wakeAt(nextAt);
  await showAll(ports);
}

const hasNewTrouble = (before: Status, after: Status): boolean =>
  Object.keys(after.episodes).some((id) => before.episodes[id as AssistantId] === undefined);

/**
 * One round: read what is due, judge, remember, show, and set the next wake-up. A browser that is offline reads
 * nothing.
 */
export async function watch(ports: Ports, occasion: Occasion = 'alarm'): Promise<void> {
  const [before, options] = await recall(ports);
  const isOnline = ports.isOnline();
  const plan = planPolls(ports.now(), await watchedPages(ports, before, options, occasion), ports.random());
  // Set before reading: if the worker dies in the middle, it is woken all the same.
  await ports.wakeAt(plan.nextAt);

  const read = isOnline ? await readDue(ports, before, plan.due) : {};
  let after = await remember(ports, isOnline, read);
  if (isOnline && hasNewTrouble(before, after)) {
    // Trouble may have a shared cause, and whoever shall be suggested must be known to be up: look around once.
    const around = planPolls(ports.now(), await watchedPages(ports, after, options, 'woken'), ports.random());
    const others = around.due.filter((id) => !(id in read));
    after = await remember(ports, isOnline, await readDue(ports, after, others));
  }
  await settle(ports, after, options);
  await tidyAllDrafts(ports);
  // The ten minutes of a draft end whether or not anybody asks for it.
  await tidyTransfers(ports);
}
