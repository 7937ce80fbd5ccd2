import { assistantOf } from '@/utils/assistants/everyone';
import type { AssistantId } from '@/utils/model/assistant';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import { isListDue } from '@/utils/rules/list-due';
import { planPolls } from '@/utils/rules/plan-polls';
import { isReaching } from '@/utils/rules/reach';
import { withoutGone } from '@/utils/rules/without-gone';
import { digest } from './digest';
import { tidyAllDrafts } from './keep-draft';
import { keepHistory } from './keep-history';
import { momentNow } from './moment';
import type { Ports } from './ports';
import { readPage } from './read-page';
import { payNotices, showAll, showSurfaces, showToolbar } from './show';
import { tidyTransfers } from './transfers';
import { type Occasion, watchedPages } from './watched';

/** Reads the pages of these, side by side. A fallback is read for how it is now: its list of past incidents is not. */
export async function readDue(
  ports: Ports,
  status: Status,
  { watched }: Pick<Options, 'watched'>,
  due: readonly AssistantId[],
): Promise<Status['pages']> {
  const isDue = (id: AssistantId) => watched.includes(id) && isListDue(status.pages[id], status.past[id], ports.now());
  const memories = await Promise.all(due.map((id) => readPage(ports, assistantOf(id), status.pages[id], isDue(id))));
  return Object.fromEntries(due.map((id, index) => [id, memories[index]]));
}

/** What a round came to, and whether it is stored. */
export interface Remembered {
  status: Status;
  isSaved: boolean;
}

/**
 * Judges what was read and stores it. Whatever was written meanwhile (a dismissal, say) stays. A status that can't be
 * read or written costs no assistant its verdict: what was read is judged all the same, and the caller renders it.
 * `inRound` is everything that this round has read.
 */
export async function remember(ports: Ports, read: Status['pages'], inRound = read): Promise<Remembered> {
  const remembered = await ports.inTurn(async () => {
    // Read again: an assistant that was removed while the pages were read must not come back.
    const [found, options] = await Promise.all([ports.readStatus().catch(() => null), ports.readOptions()]);
    const stored = found ?? EMPTY_STATUS;
    const isOnline = isReaching(ports.isOnline(), stored.isOnline, Object.values(inRound));
    const status = withoutGone({ ...stored, isOnline, pages: { ...stored.pages, ...read } }, options.ownPages);
    const moment = await momentNow(ports);
    const wereRead = (Object.keys(read) as AssistantId[]).filter((id) => id in status.pages);
    const judged = digest(status, [...new Set([...options.watched, ...wereRead])], options, moment);
    const after = { ...judged, tickedAt: moment.now };
    // Before it is remembered: a worker that dies in between reads, and tells, it all again.
    keepHistory(ports, stored.pages, read, after);
    // Nothing is written over a status that could not be read.
    const isSaved = found !== null && (await succeeds(ports.writeStatus(after)));
    return { status: after, isSaved };
  });
  // What could not be written down would be told again with each round.
  if (remembered.isSaved) await payNotices(ports);
  return remembered;
}

const succeeds = (effect: Promise<unknown>): Promise<boolean> =>
  effect.then(
    () => true,
    () => false,
  );

/** What was read may call for another wake-up than was planned, sooner in trouble, later when it ended; and is shown. */
export async function settle(ports: Ports, { status, isSaved }: Remembered, options: Options): Promise<void> {
  const { nextAt } = planPolls(ports.now(), await watchedPages(ports, status, options, 'alarm'), ports.random());
  await succeeds(ports.wakeAt(nextAt));
  // What is stored may be newer than this round; what is not stored is known here alone.
  const isShown = isSaved && (await succeeds(showAll(ports)));
  if (!isShown) await showSurfaces(ports, status, options);
}

/** Without options nobody knows what to watch: the toolbar must not stay green over that, and the next alarm tries again. */
const BLIND_RETRY_MS = 5 * 60_000;

async function optionsForRound(ports: Ports): Promise<Options> {
  try {
    return await ports.readOptions();
  } catch (error) {
    await Promise.allSettled([
      ports.wakeAt(ports.now() + BLIND_RETRY_MS),
      showToolbar(ports, EMPTY_STATUS, DEFAULT_OPTIONS),
    ]);
    throw error;
  }
}

const hasNewTrouble = (before: Status, after: Status): boolean =>
  Object.keys(after.episodes).some((id) => before.episodes[id as AssistantId] === undefined);

/**
/**
 * One round: read what is due, judge, store, render, and set the next wake-up. A browser that says it is offline reads
 * all the same. Rejects, at its very end, when what was read could not be stored.
 */
export async function watch(ports: Ports, occasion: Occasion = 'alarm'): Promise<void> {
  const options = await optionsForRound(ports);
  const before = await ports.readStatus().catch(() => EMPTY_STATUS);
  const plan = planPolls(ports.now(), await watchedPages(ports, before, options, occasion), ports.random());
  // Set before reading: if the worker dies in the middle, it is woken all the same.
  await succeeds(ports.wakeAt(plan.nextAt));

  const read = await readDue(ports, before, options, plan.due);
  let after = await remember(ports, read);
  if (after.status.isOnline && hasNewTrouble(before, after.status)) {
    // Several issues may have one cause, and a fallback must be known to be up: check the other pages once.
    const around = planPolls(ports.now(), await watchedPages(ports, after.status, options, 'woken'), ports.random());
    const others = around.due.filter((id) => !(id in read));
    const more = await readDue(ports, after.status, options, others);
    // What could not be stored is not found again: it is judged once more together with the rest.
    after = await remember(ports, after.isSaved ? more : { ...read, ...more }, { ...read, ...more });
  }
  await settle(ports, after, options);
  // The ten minutes of a draft end whether or not anybody asks for it.
  await Promise.allSettled([tidyAllDrafts(ports), tidyTransfers(ports)]);
  if (!after.isSaved) throw new Error('The round could not be stored');
}
