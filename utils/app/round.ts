import { isWatchedPartOfHost, isWatchedPlace, registryOf } from '@/utils/assistants/lookups';
import { consolePatterns, openChatPatterns } from '@/utils/assistants/patterns';
import { patternOf } from '@/utils/model/address';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import type { LocalSignal } from '@/utils/model/episode';
import type { LogEntry } from '@/utils/model/failure';
import { isAssistantFallback } from '@/utils/model/fallback';
import type { Signal } from '@/utils/model/history';
import { assistantsOf } from '@/utils/model/notification';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import type { IncidentReading } from '@/utils/model/revisions';
import { currentPageOf, EMPTY_STATUS, isInTrouble, type Status } from '@/utils/model/status';
import type { PageMemory } from '@/utils/model/status-page';
import { HELD_FOR_MS } from '@/utils/rules/evidence/evaluate-failures';
import { fallbacksToRead } from '@/utils/rules/fallbacks/plan';
import { failingDependencyOf } from '@/utils/rules/judging/judge';
import { nextLimitEnd } from '@/utils/rules/notifying/awaited';
import { withSnoozesSetBack } from '@/utils/rules/notifying/surfaces';
import { type Attention, isListDue, isReaching, planPolls, type WatchedPage } from '@/utils/rules/polling/plan-polls';
import { withoutGone } from '@/utils/rules/settings/forget';
import { tidySightings } from '@/utils/rules/sightings/blind-spots';
import { missedAlarmAfter, withReadings } from '@/utils/rules/sightings/record';
import { tidyTransfers } from './draft-transfers';
import { evaluateAll, newDecisions } from './evaluate';
import type { Ports, RunExclusive, SessionStep } from './ports';
import { pollFloorsOf, readPage } from './read-page';
import { detachDrafts, tidyAllDrafts } from './saved-drafts';
import { recordChatGrants } from './sightings';
import { awaitOptions, evaluationContext, loadState, type State, stateOf } from './state';
import { flushNotificationOutbox, showSurfaces, showToolbar } from './surfaces';
import { awaitedAgain } from './waiting';

/** The incidents of the last good reading of a page. */
function readingsIn({ report, readAt }: Partial<PageMemory> = {}): IncidentReading[] {
  if (report == null || readAt == null) return [];
  return report.incidents.map((incident) => ({ incident, platform: report.platform, readAt }));
}

/** From the first to the last of the user's own requests that failed so far; null if they do not. */
function signalUntil(sensed: LocalSignal | null, now: number): Signal | null {
  if (sensed === null || sensed.isOver) return null;
  return { from: sensed.since, to: Math.max(sensed.since, Math.min(sensed.until - HELD_FOR_MS, now)) };
}

/**
 * Passes the readings on to the history before the status is trimmed. Not awaited: a browser whose database fails loses
 * history and nothing else. A failed reading passes the last good report again, and the same entry twice changes nothing.
 */
export function passToHistory(
  ports: Ports,
  before: Status['pages'],
  read: Status['pages'],
  { verdicts, past, sensed }: Status,
  now: number,
): void {
  for (const id of Object.keys(read) as AssistantId[]) {
    const { report = null, readAt = null } = read[id] ?? {};
    const verdict = verdicts[id];
    // No verdict means that the assistant was removed during the round; do not resurrect it.
    if (report === null || readAt === null || verdict === undefined) continue;
    // The end of an incident may be in the report of a round that died before its history was written.
    const incidents = [...readingsIn(before[id]), ...readingsIn(read[id])];
    const signal = signalUntil(sensed[id] ?? null, now);
    const entry = { assistantId: id, readAt, platform: report.platform, level: verdict.level, incidents, signal };
    ports.keepHistory({ ...entry, troubles: past[id]?.troubles ?? [] }).catch(() => null);
  }
}

/** What triggered a round. */
export type Occasion =
  | 'alarm'
  /** A chat was opened, or the browser went offline. */
  | 'noticed'
  /** The browser has started or is online again, or options or permissions have changed. */
  | 'woken'
  /** Another page shows a new outage. */
  | 'new-trouble'
  /** The popup was opened. */
  | 'glance'
  /** The user has pressed refresh. */
  | 'asked';

/**
 * The state of one round. It is loaded once, under the lock, and passed down; only a commit replaces it, as a whole.
 * Polling and judging read neither again; the outbox and the drafts do, each under a lock.
 */
export interface Round extends State {
  /** False when `status` could not be stored, so that only this round knows it. */
  isSaved: boolean;
  /** Settles when toolbar and banners show `status` or a newer one. Never rejects. */
  rendered: Promise<void>;
}

/** Without options it is unknown what to watch. The toolbar must not stay green meanwhile. */
const BLIND_RETRY_MS = 5 * 60_000;

/** A status that can't be read is treated as empty; it is not overwritten later. Rejects without options. */
export async function beginRound(ports: Ports): Promise<Round> {
  try {
    return await ports.withStatusLock(async () => {
      const [options, status] = await Promise.all([ports.readOptions(), ports.readStatus().catch(() => EMPTY_STATUS)]);
      return { ...stateOf(status, options), isSaved: true, rendered: Promise.resolve() };
    });
  } catch (error) {
    await Promise.allSettled([
      ports.wakeAt(ports.now() + BLIND_RETRY_MS),
      showToolbar(ports, EMPTY_STATUS, DEFAULT_OPTIONS),
    ]);
    throw error;
  }
}

/** In trouble, or the user waits for its recovery. */
function isTroubled(status: Status, id: AssistantId): boolean {
  return isInTrouble(status, id) || status.awaited[id] !== undefined;
}

const hasPage = ({ statusPages }: Assistant): boolean => statusPages.length > 0;

/** Fallbacks matter while a watched assistant is in trouble, and when the user looks at them. */
function areFallbacksWanted({ status, options }: State, occasion: Occasion): boolean {
  return occasion === 'glance' || occasion === 'asked' || options.watched.some((id) => isTroubled(status, id));
}

/** Whether the status page can be read: it exists, and either allows CORS or its host was granted. */
async function isReadable(ports: Ports, status: Status, assistant: Assistant): Promise<boolean> {
  const page = currentPageOf(status, assistant);
  if (page === null) return false;
  return page.isCorsOpen || (await ports.hasAccess(page.hosts.map(patternOf)).catch(() => false));
}

/** The readable fallbacks that are not watched, in the user's order, without those that depend on a failing assistant. */
async function readableFallbacks(ports: Ports, { status, options, registry }: State): Promise<AssistantId[]> {
  const { watched, planB } = options;
  const isDependent = (id: AssistantId) => failingDependencyOf(registry.get(id), status, ports.now()) !== null;
  const candidates = planB.filter(isAssistantFallback).filter((id) => !watched.includes(id) && !isDependent(id));
  const areReadable = await Promise.all(candidates.map((id) => isReadable(ports, status, registry.get(id))));
  return candidates.filter((_, index) => areReadable[index]);
}

/** The pages that matter now, each with what the polling plan needs to know about it. Never rejects. */
export async function watchedPages(ports: Ports, state: State, occasion: Occasion): Promise<WatchedPage[]> {
  const { status, options, registry } = state;
  const placesOf = (id: AssistantId) => {
    const assistant = registry.get(id);
    return [...openChatPatterns(assistant), ...consolePatterns(assistant, options.parts[id] ?? [])];
  };
  // Where tabs can't be listed, none counts as open.
  const open = new Set(await ports.openPatterns(options.watched.flatMap(placesOf)).catch(() => []));
  const areWanted = areFallbacksWanted(state, occasion);
  const fallbacks = areWanted ? await readableFallbacks(ports, state) : [];
  const attentionTo = (id: AssistantId): Attention => {
    if (occasion === 'asked') return 'asked';
    const isGlanced = occasion !== 'alarm' && occasion !== 'noticed';
    // Closer attention has a longer backoff, which would put off a page that fails although the user looks now.
    const isFailing = (status.pages[id]?.failures ?? 0) > 0;
    if (isGlanced && occasion !== 'new-trouble' && isFailing) return 'glanced';
    const isOpen = placesOf(id).some((pattern) => open.has(pattern));
    const episode = status.episodes[id];
    // A degradation is shown only after a second reading confirms it, so until then it is read closely.
    const isKnown = episode && (episode.isTold || episode.readings > 1);
    if (status.awaited[id] || (!isKnown && (isOpen || isInTrouble(status, id)))) return 'close';
    if (isOpen) return 'followed';
    if (isGlanced) return 'glanced';
    if (isKnown) return 'troubled';
    // A watched fallback must be read as often as any other, or it cannot be suggested between two calm readings.
    return areWanted && options.planB.includes(id) ? 'fallback' : 'calm';
  };
  const page = (id: AssistantId, attention: Attention): WatchedPage => ({
    id,
    memory: status.pages[id],
    attention,
    floors: pollFloorsOf(registry.get(id)),
  });
  return [
    ...options.watched.filter((id) => hasPage(registry.get(id))).map((id) => page(id, attentionTo(id))),
    ...fallbacksToRead(fallbacks, status, ports.now()).map((id) => page(id, 'fallback')),
  ];
}

/**
 * Which pages are due, and when the next round is: when a page is due, or a limit ends that the user waits for. `readsDue`:
 * whether the due pages are read now.
 */
async function planRound(ports: Ports, state: State, occasion: Occasion, { readsDue = true } = {}) {
  const plan = planPolls(ports.now(), await watchedPages(ports, state, occasion), ports.random(), { readsDue });
  const endsAt = nextLimitEnd(state.status);
  return endsAt === null ? plan : { ...plan, nextAt: Math.min(plan.nextAt, endsAt) };
}

/** Plans the next wake-up again, as something else may be awaited now. */
export async function planWakeUp(ports: Ports): Promise<void> {
  const { nextAt } = await planRound(ports, await loadState(ports), 'alarm', { readsDue: false });
  await ports.wakeAt(nextAt);
}

/** Reads these pages in parallel. Past incidents are read for watched assistants only. Never rejects. */
export async function readDue(
  ports: Ports,
  { status, options, registry }: State,
  due: readonly AssistantId[],
): Promise<Status['pages']> {
  const isDue = (id: AssistantId) =>
    options.watched.includes(id) && isListDue(status.pages[id], status.past[id], ports.now());
  const memories = await Promise.all(due.map((id) => readPage(ports, registry.get(id), status.pages[id], isDue(id))));
  return Object.fromEntries(due.map((id, index) => [id, memories[index]]));
}

const succeeds = (effect: Promise<unknown>): Promise<boolean> =>
  effect.then(
    () => true,
    () => false,
  );

/** Pages that can't be read now, or not for the same reason as before, for the log. */
function newFailures(before: Status['pages'], read: Status['pages']): LogEntry[] {
  return (Object.keys(read) as AssistantId[]).flatMap((id): LogEntry[] => {
    const { failure = null, triedAt = null } = read[id] ?? {};
    if (failure === null || triedAt === null || before[id]?.failure?.kind === failure.kind) return [];
    const status = failure.kind === 'http_error' ? failure.status : null;
    return [{ kind: 'read_failed', at: triedAt, assistantId: id, failure: failure.kind, status }];
  });
}

/**
 * Shows, before anything is read, the notifications that an earlier worker left: this one may be killed too, and news may
 * take their place. Never rejects.
 */
async function showLeftOver(ports: Ports, { status, options, registry }: State): Promise<void> {
  // What concerns an assistant that is no longer watched is dropped together with the readings.
  const areAllWatched = status.outbox.flatMap(assistantsOf).every((id) => options.watched.includes(id));
  if (status.outbox.length > 0 && areAllWatched)
    await flushNotificationOutbox(ports, registry, { areVerdictsOld: true });
}

/**
 * Judges these readings, stores the result and renders it. A status that can't be read or written costs no assistant its
 * verdict: the readings are judged and rendered all the same. `inRound` is everything that this round has read; `occasion` is
 * null for readings outside of a round.
 */
export async function commitReadings(
  ports: Ports,
  read: Status['pages'],
  inRound = read,
  occasion: Occasion | null = null,
): Promise<Round> {
  const round = await ports.withStatusLock(async (): Promise<Round> => {
    // The one read after the start of the round, because fetching happens outside the lock: the readings are merged into
    // what others stored meanwhile, so that no dismissal is lost and no removed assistant comes back.
    const [found, options] = await Promise.all([ports.readStatus().catch(() => null), ports.readOptions()]);
    const stored = found ?? EMPTY_STATUS;
    const isOnline = isReaching(ports.isOnline(), stored.isOnline, Object.values(inRound));
    const context = await evaluationContext(ports);
    const merged = { ...stored, isOnline, pages: { ...stored.pages, ...read } };
    const status = withSnoozesSetBack(withoutGone(merged, options.ownPages), context.now);
    const wereRead = (Object.keys(read) as AssistantId[]).filter((id) => id in status.pages);
    const evaluated = evaluateAll(status, [...new Set([...options.watched, ...wereRead])], options, context);
    const judged = await awaitedAgain(ports, stored, evaluated, options.watched);
    const watched = options.watched.map(registryOf(options).get);
    const seen = withReadings(judged, wereRead, watched, context.now);
    const { tickedAt } = stored;
    const missedAlarm =
      occasion === null
        ? stored.missedAlarm
        : missedAlarmAfter(stored.missedAlarm, { isAlarm: occasion === 'alarm', tickedAt, now: context.now });
    const observed = tidySightings(context.now, { ...seen, missedAlarm }, options);
    const after = stateOf({ ...observed, tickedAt: context.now }, options);
    // Before the status is written: a worker that dies in between reads and passes on everything again.
    passToHistory(ports, stored.pages, read, after.status, context.now);
    // A status that could not be read is not overwritten.
    const isSaved = found !== null && (await succeeds(ports.writeStatus(after.status)));
    // Decisions that are not stored are made again by the next round.
    ports.log([...newFailures(stored.pages, read), ...(isSaved ? newDecisions(stored, after.status) : [])]);
    return { ...after, isSaved, rendered: showSurfaces(ports, after) };
  });
  // A notification that is not stored would be shown again with each round.
  if (round.isSaved && round.status.outbox.length > 0) await flushNotificationOutbox(ports, round.registry);
  return round;
}

/** Plans the next wake-up again, as the readings may bring it forward or put it off, and waits for the surfaces. */
export async function finishRound(ports: Ports, round: Round): Promise<void> {
  const { nextAt } = await planRound(ports, round, 'alarm', { readsDue: false });
  await succeeds(ports.wakeAt(nextAt));
  await round.rendered;
}

const hasNewTrouble = (before: Status, after: Status): boolean =>
  Object.keys(after.episodes).some((id) => before.episodes[id as AssistantId] === undefined);

/**
 * One round: read what is due, judge, store, render, and set the next wake-up. It reads even when the browser says that
 * it is offline. Rejects, at its end, when the result could not be stored.
 */
export async function runRound(ports: Ports, occasion: Occasion = 'alarm'): Promise<void> {
  const before = await beginRound(ports);
  const isBackOnline = !before.status.isOnline && ports.isOnline();
  const isByItself = occasion === 'alarm' || occasion === 'noticed';
  // The event of coming online does not wake a worker that has ended.
  const { due, nextAt } = await planRound(ports, before, isBackOnline && isByItself ? 'woken' : occasion);
  // Set before reading, so that a worker that dies in the middle is woken again.
  await succeeds(ports.wakeAt(nextAt));

  const [read] = await Promise.all([readDue(ports, before, due), showLeftOver(ports, before)]);
  let round = await commitReadings(ports, read, read, occasion);
  if (round.status.isOnline && hasNewTrouble(before.status, round.status)) {
    // Several outages may have one cause, and a fallback must be known to be up: read the other pages once.
    const others = (await planRound(ports, round, 'new-trouble')).due.filter((id) => !(id in read));
    const more = await readDue(ports, round, others);
    // Readings that could not be stored are judged again together with the rest.
    round = await commitReadings(ports, round.isSaved ? more : { ...read, ...more }, { ...read, ...more }, occasion);
  }
  await finishRound(ports, round);
  // Drafts expire without being asked for.
  await Promise.allSettled([tidyAllDrafts(ports), tidyTransfers(ports)]);
  if (!round.isSaved) throw new Error('The round could not be stored');
}

/**
 * On startup: expires old verdicts, draws the toolbar from the stored state and shows the notifications that wait, before
 * the network has answered. Then runs a round, which renders all surfaces.
 */
export async function start(ports: Ports): Promise<void> {
  const shown = ports.withStatusLock(async () => {
    const { status, options } = await loadState(ports);
    // Verdicts and notifications of two days ago are expired.
    const evaluated = evaluateAll(status, options.watched, options, await evaluationContext(ports));
    const aged = await awaitedAgain(ports, status, evaluated, options.watched);
    if (await succeeds(ports.writeStatus(aged))) ports.log(newDecisions(status, aged));
    return stateOf(aged, options);
  });
  // A browser without the menu, with an icon that it refuses, or with failing storage is watched all the same.
  await Promise.allSettled([
    shown.then((state) => showToolbar(ports, state.status, state.options)),
    shown.then((state) => showLeftOver(ports, state)),
    // Its language is in the options.
    shown.catch(() => null).then(() => ports.showMenu()),
    recordChatGrants(ports),
  ]);
  await runRound(ports, 'woken');
}

/**
 * Runs a round when a page was opened where a watched assistant is used. Elsewhere, including on other paths of a shared
 * host, nothing runs and nothing is written.
 */
export async function noteVisit(ports: Ports, round: RunExclusive, address: string, isLoad: boolean): Promise<void> {
  const options = await ports.readOptions();
  const isOfInterest = isLoad ? isWatchedPlace : isWatchedPartOfHost;
  if (isOfInterest(address, options)) await round(() => runRound(ports, 'noticed'));
}

/** Runs a step of a session's start unless it has succeeded before in this browser session. */
type OncePerSession = (step: SessionStep, run: () => Promise<void>) => Promise<void>;

/**
 * What a new browser session begins with. Giving up tabs is a step of its own: repeated together with a round that failed,
 * it would give up the tabs of drafts that were typed meanwhile.
 */
export async function startSession(ports: Ports, round: RunExclusive, once: OncePerSession): Promise<void> {
  await once('draftsDetached', () => detachDrafts(ports));
  await awaitOptions(ports);
  await once('sessionInitialized', () => round(() => start(ports)));
}
