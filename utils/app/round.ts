import { isWatchedPartOfHost, isWatchedPlace, type Registry, registryOf } from '@/utils/assistants/lookups';
import { consolePatterns, openChatPatterns, patternOf } from '@/utils/assistants/patterns';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import { isAssistantFallback } from '@/utils/model/fallback';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import { currentPageOf, EMPTY_STATUS, isInTrouble, type Status } from '@/utils/model/status';
import { alternativesToRead } from '@/utils/rules/fallbacks/rank-fallbacks';
import { failingDependencyOf } from '@/utils/rules/judging/dependencies';
import { type Attention, isListDue, isReaching, planPolls, type WatchedPage } from '@/utils/rules/polling/plan-polls';
import { withoutGone } from '@/utils/rules/settings/own-pages';
import { tidyAllDrafts, tidyTransfers } from './drafts';
import { evaluateAll } from './evaluate';
import type { InTurn } from './mutex';
import type { Ports } from './ports';
import { pollFloorsOf, readPage } from './read-page';
import { evaluationContext, loadState } from './state';
import { flushNotificationOutbox, showSurfaces, showToolbar, syncSurfaces } from './surfaces';

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

/** Why a round is made, beyond that its time has come. */
export type Occasion =
  | 'alarm'
  /** The browser has started, is online again, or the person has chosen or granted something. */
  | 'woken'
  /** The person has opened our popup. */
  | 'glance'
  /** The person has pressed refresh. */
  | 'asked';

/** In trouble, or somebody waits for the end of one. */
function isTroubled(status: Status, id: AssistantId): boolean {
  return isInTrouble(status, id) || status.awaited[id] !== undefined;
}

const hasPage = ({ statusPages }: Assistant): boolean => statusPages.length > 0;

/** Fallbacks are of interest while a watched assistant is in trouble, and when the user looks at them. */
function areAlternativesWanted(status: Status, { watched }: Options, occasion: Occasion): boolean {
  return occasion === 'glance' || occasion === 'asked' || watched.some((id) => isTroubled(status, id));
}

/** Whether a status page can be read at all: there is one, and it is open to everybody or its host was granted. */
async function isReadable(ports: Ports, status: Status, assistant: Assistant): Promise<boolean> {
  const page = currentPageOf(status, assistant);
  if (page === null) return false;
  return page.isCorsOpen || (await ports.hasAccess(page.hosts.map(patternOf)).catch(() => false));
}

/** The fallbacks that are not watched and can be read, in the user's order. What depends on a failing one is no fallback. */
async function readableAlternatives(ports: Ports, status: Status, { watched, planB }: Options, registry: Registry) {
  const isDependent = (id: AssistantId) => failingDependencyOf(registry.get(id), status, ports.now()) !== null;
  const candidates = planB.filter(isAssistantFallback).filter((id) => !watched.includes(id) && !isDependent(id));
  const areReadable = await Promise.all(candidates.map((id) => isReadable(ports, status, registry.get(id))));
  return candidates.filter((_, index) => areReadable[index]);
}

/** What the plan needs to know of each page that is of interest now. Never rejects. */
export async function watchedPages(
  ports: Ports,
  status: Status,
  options: Options,
  occasion: Occasion,
): Promise<WatchedPage[]> {
  const registry = registryOf(options);
  const placesOf = (id: AssistantId) => {
    const assistant = registry.get(id);
    return [...openChatPatterns(assistant), ...consolePatterns(assistant, options.parts[id] ?? [])];
  };
  // Where tabs can't be listed, none counts as open.
  const open = new Set(await ports.openPatterns(options.watched.flatMap(placesOf)).catch(() => []));
  const areWanted = areAlternativesWanted(status, options, occasion);
  const alternatives = areWanted ? await readableAlternatives(ports, status, options, registry) : [];
  const attentionTo = (id: AssistantId): Attention => {
    if (occasion === 'asked') return 'asked';
    const isOpen = placesOf(id).some((pattern) => open.has(pattern));
    const episode = status.episodes[id];
    // A slow-down is told when a second reading shows it too.
    const isKnown = episode && (episode.isTold || episode.readings > 1);
    if (status.awaited[id] || (!isKnown && (isOpen || isInTrouble(status, id)))) return 'close';
    if (isOpen) return 'followed';
    if (occasion !== 'alarm') return 'glanced';
    if (isKnown) return 'troubled';
    // A watched fallback must be read as often as any other, or it cannot be suggested between two calm readings.
    return areWanted && options.planB.includes(id) ? 'alternative' : 'calm';
  };
  const page = (id: AssistantId, attention: Attention): WatchedPage => ({
    id,
    memory: status.pages[id],
    attention,
    floors: pollFloorsOf(registry.get(id)),
  });
  return [
    ...options.watched.filter((id) => hasPage(registry.get(id))).map((id) => page(id, attentionTo(id))),
    ...alternativesToRead(alternatives, status, ports.now()).map((id) => page(id, 'alternative')),
  ];
}

/** Reads the pages of these, side by side. A fallback is read for how it is now: its list of past incidents is not. */
export async function readDue(
  ports: Ports,
  status: Status,
  options: Pick<Options, 'watched' | 'ownPages'>,
  due: readonly AssistantId[],
): Promise<Status['pages']> {
  const registry = registryOf(options);
  const isDue = (id: AssistantId) =>
    options.watched.includes(id) && isListDue(status.pages[id], status.past[id], ports.now());
  const memories = await Promise.all(due.map((id) => readPage(ports, registry.get(id), status.pages[id], isDue(id))));
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
export async function commitReadings(ports: Ports, read: Status['pages'], inRound = read): Promise<Remembered> {
  const remembered = await ports.withStatusLock(async () => {
    // Read again: an assistant that was removed while the pages were read must not come back.
    const [found, options] = await Promise.all([ports.readStatus().catch(() => null), ports.readOptions()]);
    const stored = found ?? EMPTY_STATUS;
    const isOnline = isReaching(ports.isOnline(), stored.isOnline, Object.values(inRound));
    const status = withoutGone({ ...stored, isOnline, pages: { ...stored.pages, ...read } }, options.ownPages);
    const moment = await evaluationContext(ports);
    const wereRead = (Object.keys(read) as AssistantId[]).filter((id) => id in status.pages);
    const judged = evaluateAll(status, [...new Set([...options.watched, ...wereRead])], options, moment);
    const after = { ...judged, tickedAt: moment.now };
    // Before it is remembered: a worker that dies in between reads, and tells, it all again.
    keepHistory(ports, stored.pages, read, after);
    // Nothing is written over a status that could not be read.
    const isSaved = found !== null && (await succeeds(ports.writeStatus(after)));
    return { status: after, isSaved };
  });
  // What could not be written down would be told again with each round.
  if (remembered.isSaved) await flushNotificationOutbox(ports);
  return remembered;
}

const succeeds = (effect: Promise<unknown>): Promise<boolean> =>
  effect.then(
    () => true,
    () => false,
  );

/** What was read may call for another wake-up than was planned, sooner in trouble, later when it ended; and is shown. */
export async function rescheduleAndRender(
  ports: Ports,
  { status, isSaved }: Remembered,
  options: Options,
): Promise<void> {
  const { nextAt } = planPolls(ports.now(), await watchedPages(ports, status, options, 'alarm'), ports.random());
  await succeeds(ports.wakeAt(nextAt));
  // What is stored may be newer than this round; what is not stored is known here alone.
  const isShown = isSaved && (await succeeds(syncSurfaces(ports)));
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
 * One round: read what is due, judge, store, render, and set the next wake-up. A browser that says it is offline reads
 * all the same. Rejects, at its very end, when what was read could not be stored.
 */
export async function runRound(ports: Ports, occasion: Occasion = 'alarm'): Promise<void> {
  const options = await optionsForRound(ports);
  const before = await ports.readStatus().catch(() => EMPTY_STATUS);
  const plan = planPolls(ports.now(), await watchedPages(ports, before, options, occasion), ports.random());
  // Set before reading: if the worker dies in the middle, it is woken all the same.
  await succeeds(ports.wakeAt(plan.nextAt));

  const read = await readDue(ports, before, options, plan.due);
  let after = await commitReadings(ports, read);
  if (after.status.isOnline && hasNewTrouble(before, after.status)) {
    // Several issues may have one cause, and a fallback must be known to be up: check the other pages once.
    const around = planPolls(ports.now(), await watchedPages(ports, after.status, options, 'woken'), ports.random());
    const others = around.due.filter((id) => !(id in read));
    const more = await readDue(ports, after.status, options, others);
    // What could not be stored is not found again: it is judged once more together with the rest.
    after = await commitReadings(ports, after.isSaved ? more : { ...read, ...more }, { ...read, ...more });
  }
  await rescheduleAndRender(ports, after, options);
  // The ten minutes of a draft end whether or not anybody asks for it.
  await Promise.allSettled([tidyAllDrafts(ports), tidyTransfers(ports)]);
  if (!after.isSaved) throw new Error('The round could not be stored');
}

/**
 * What a start of the worker, the browser or a new version owes: a toolbar that says what is still true of what
 * is remembered, before the network has answered, then a round, which makes all surfaces match.
 */
export async function start(ports: Ports): Promise<void> {
  const shown = ports.withStatusLock(async () => {
    const [status, options] = await loadState(ports);
    // What was green two days ago is not green now, and what was owed then is owed no longer.
    const aged = evaluateAll(status, options.watched, options, await evaluationContext(ports));
    await ports.writeStatus(aged).catch(() => undefined);
    return [aged, options] as const;
  });
  // A browser that has no such menu, or refuses an icon, is watched all the same; so is one whose storage fails.
  await Promise.allSettled([shown.then((state) => showToolbar(ports, ...state)), ports.showMenu()]);
  await runRound(ports, 'woken');
}

/**
 * A page was opened in some tab: where a watched assistant is used there, a round follows. Anywhere else, also on a host
 * that a chat shares with other things, nothing runs and nothing is written.
 */
export async function noteVisit(ports: Ports, round: InTurn, address: string, isLoad: boolean): Promise<void> {
  const options = await ports.readOptions();
  const isOfInterest = isLoad ? isWatchedPlace : isWatchedPartOfHost;
  if (isOfInterest(address, options)) await round(() => runRound(ports, 'alarm'));
}
