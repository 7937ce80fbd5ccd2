import { bannerOwners, type Registry, registryOf } from '@/utils/assistants/lookups';
import { chatPatterns, consolePatterns, openChatPatterns } from '@/utils/assistants/patterns';
import { clockTime, listWords, sentences } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import { lastingHeadline, reasonWords, startOf, subjectOf, suspicionSentence } from '@/utils/i18n/verdict-words';
import { hostOfPattern } from '@/utils/model/address';
import { type Assistant, homeOf } from '@/utils/model/assistant';
import { awaitsRequests } from '@/utils/model/evidence';
import { isTimeout } from '@/utils/model/failure';
import { type Notice, newsAtOf } from '@/utils/model/notification';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import type { ToolbarView } from '@/utils/model/views';
import { waitingOf } from '@/utils/rules/fallbacks/drafts';
import { badgeFor, behindSignIn } from '@/utils/rules/notifying/surfaces';
import { bannerView } from './banner-view';
import { pageFallbacks } from './continue-elsewhere';
import { plannedReturn } from './draft-transfers';
import { type NoticeDrafts, noticeView, reportedBack, troubledBy } from './notification-view';
import type { Ports, SiteScripts } from './ports';
import { isAutosaving } from './saved-drafts';
import { loadState, type State } from './state';

/** A notification that waits longer than this is dropped: toolbar and banners show the present. */
const NOTICE_LIFETIME_MS = 10 * 60_000;
/** Nothing else tells of the quiet hours. But their summary names times without a date, so it is dropped the same day. */
const SUMMARY_LIFETIME_MS = 12 * 3_600_000;

/** The scripts of each site. Every host has one owner, so never two of them apply to one tab. */
function siteScripts(ports: Ports, { status, options, registry }: State, lacksRequests: boolean): SiteScripts[] {
  const speech = ports.speech();
  const owners = bannerOwners(options);
  return registry.all.flatMap((assistant): SiteScripts[] => {
    const { id } = assistant;
    const isOwn = (pattern: string) => owners.get(hostOfPattern(pattern)) === id;
    const isWatched = options.watched.includes(id);
    const view = isWatched ? bannerView(id, status, options, { registry, speech }) : null;
    const isForNewTabs = view !== null && !view.isOver;
    const chat: SiteScripts = {
      id,
      patterns: chatPatterns(assistant).filter(isOwn),
      scriptPatterns: openChatPatterns(assistant).filter(isOwn),
      view,
      isForNewTabs,
      keepsDrafts: isAutosaving(status, options, id),
      reportsTimings: isWatched && lacksRequests,
    };
    // Each console has its own permission, so a missing one must not remove the banner of another.
    const consoles = consolePatterns(assistant, options.parts[id] ?? [])
      .filter(isOwn)
      .map((pattern) => ({
        id: `${id}-${hostOfPattern(pattern)}`,
        patterns: [pattern],
        scriptPatterns: [pattern],
        view,
        isForNewTabs,
        keepsDrafts: false,
        reportsTimings: false,
      }));
    return [...(chat.patterns.length > 0 ? [chat] : []), ...consoles];
  });
}

const isLate = (notice: Notice, now: number, lifetimeMs = NOTICE_LIFETIME_MS): boolean =>
  Math.abs(now - newsAtOf(notice)) > lifetimeMs;

/**
 * Whether to show a notification that waited. What the user asked to be notified about is shown late too: a recovery as
 * long as it is still true.
 */
function isWorthShowing(notice: Notice, { verdicts }: Status, now: number): boolean {
  if (!isLate(notice, now) || notice.limit !== null) return true;
  if (notice.sumsUpAt !== null) return !isLate(notice, now, SUMMARY_LIFETIME_MS);
  return notice.back !== null && verdicts[notice.back.assistantId]?.kind === 'up';
}

async function bringChatForward(ports: Ports, assistant: Assistant): Promise<void> {
  const home = homeOf(assistant);
  if (home !== null) await ports.bringForward(openChatPatterns(assistant), home).catch(() => undefined);
}

const isSame = (one: Notice, other: Notice): boolean => JSON.stringify(one) === JSON.stringify(other);

function removeFromOutbox(ports: Ports, notice: Notice): Promise<void> {
  return ports.withStatusLock(async () => {
    const status = await ports.readStatus();
    // A notification that gained another change meanwhile stays, and replaces the one on screen.
    await ports.writeStatus({ ...status, outbox: status.outbox.filter((waiting) => !isSame(waiting, notice)) });
  });
}

/**
 * The drafts that wait for the assistant that a notification reports back, unless there is an issue by now. Null without
 * any, and where the browser refuses the database. Never rejects.
 */
async function draftsForNotice(
  ports: Ports,
  notice: Notice,
  status: Status,
  options: Options,
): Promise<NoticeDrafts | null> {
  const id = reportedBack(notice);
  if (id === null || status.verdicts[id]?.kind !== 'up') return null;
  const saved = await ports.readDrafts('saved').catch(() => []);
  const waiting = waitingOf(saved, id, ports.now());
  const [first] = waiting;
  if (first === undefined) return null;
  // A browser that does not answer must not keep this notification, and those after it, from being shown.
  const planned = await plannedReturn(ports, options, first).catch(() => null);
  return { count: waiting.length, isFilledIn: planned !== null };
}

/** Whether the browser has the notification. Without options there is no Plan B, and it is shown without. */
async function show(
  ports: Ports,
  notice: Notice,
  { status, options, registry }: Pick<State, 'status' | 'registry'> & { options: Options | null },
): Promise<boolean> {
  const troubled = troubledBy(notice);
  const fallbacks =
    options === null || troubled === null ? [] : pageFallbacks({ status, options, registry }, troubled, ports.now());
  const waiting = options === null ? null : await draftsForNotice(ports, notice, status, options);
  const view = noticeView(notice, { registry, speech: ports.speech() }, { next: fallbacks[0] ?? null, waiting });
  // A slow desktop shows it later; if it was shown again then, the user would get it twice.
  return ports.showNotice(view).then(() => true, isTimeout);
}

/**
 * Shows each notification of the outbox and removes it once the browser has it; one that fails stays. A worker that dies
 * between the two shows the same notification again, in place of the first. Must not be called under the status lock: a
 * desktop may take seconds to show a notification. Never rejects. `areVerdictsOld`: the pages were not read yet, so a late
 * recovery goes on waiting.
 */
export async function flushNotificationOutbox(
  ports: Ports,
  registry: Registry,
  { areVerdictsOld = false } = {},
): Promise<void> {
  const flush = async () => {
    // Read in turn: the flush before this one may have shown what was in the outbox when this one was requested.
    const status = await ports.readStatus();
    const options = status.outbox.length === 0 ? null : await ports.readOptions().catch(() => null);
    for (const notice of status.outbox) {
      if (areVerdictsOld && notice.back !== null && isLate(notice, ports.now())) continue;
      const isCurrent = isWorthShowing(notice, status, ports.now());
      if (isCurrent && !(await show(ports, notice, { status, options, registry }))) continue;
      // Removed before the chat comes forward: if the worker dies in between, the tab does not come forward twice.
      await removeFromOutbox(ports, notice);
      if (isCurrent && notice.back?.bringsForward) await bringChatForward(ports, registry.get(notice.back.assistantId));
    }
  };
  await ports.withNoticeLock(flush).catch(() => undefined);
}

/** Renders the toolbar alone, in the queue of surfaces. */
export function showToolbar(ports: Ports, status: Status, options: Options): Promise<void> {
  return ports.surfaces.runExclusive(() => ports.showToolbar(toolbarView(status, options, ports.speech())));
}

/** One surface that fails does not keep the other from being rendered. Never rejects. */
async function render(ports: Ports, state: State): Promise<void> {
  await Promise.allSettled([
    (async () => ports.showToolbar(toolbarView(state.status, state.options, ports.speech())))(),
    ports
      .readEvidence()
      .then(awaitsRequests, () => false)
      .then((lacksRequests) => ports.placeBanners(siteScripts(ports, state, lacksRequests))),
  ]);
}

/**
 * Renders toolbar and banners from this state, or from a newer one that is passed before its turn. To be called under the
 * status lock, so that renders are queued in the order of the writes, and awaited outside of it, because browsers take
 * their time. Idempotent: each round and each command does it. Never rejects.
 */
export function showSurfaces(ports: Ports, state: State): Promise<void> {
  return ports.surfaces.latest(() => render(ports, state)).catch(() => undefined);
}

/** Changes the status under the lock, then renders it. */
export async function changeStatus(ports: Ports, step: (status: Status) => Status): Promise<null> {
  const { rendered } = await ports.withStatusLock(async () => {
    const before = await loadState(ports);
    const status = step(before.status);
    await ports.writeStatus(status);
    // In an object: a promise that is returned as such would be awaited under the lock.
    return { rendered: showSurfaces(ports, { ...before, status }) };
  });
  await rendered;
  return null;
}

/** "Claude is partly down since 14:26." or "ChatGPT: unknown. The status page cannot be reached." */
function line(status: Status, verdict: Verdict, registry: Registry, speech: Speech): string {
  const { name } = registry.get(verdict.assistantId);
  const basis = verdict.isByWholePage ? speech.t('by_whole_page') : null;
  if (verdict.suspicion !== null) {
    return sentences([suspicionSentence(name, verdict.suspicion, speech), basis], speech) ?? '';
  }
  const start = startOf(verdict, status.episodes[verdict.assistantId] ?? null, speech.now);
  const sentence = lastingHeadline(subjectOf(name, verdict.onlyParts, speech), verdict.level, start, speech);
  const reason = reasonWords(verdict, speech);
  return sentences([sentence, reason, basis], speech) ?? '';
}

/** The icon's sign and badge, and a tooltip that says which assistants, since when, and when they were checked. */
function toolbarView(
  status: Status,
  options: Pick<Options, 'watched' | 'ownPages' | 'showsBadge'>,
  speech: Speech,
): ToolbarView {
  const registry = registryOf(options);
  const { sign, troubleCount, verdicts, checkedAt } = badgeFor(status, options.watched, speech.now);
  const behind = behindSignIn(verdicts);
  const names = listWords(
    behind.map(({ assistantId }) => registry.get(assistantId).name),
    'conjunction',
    speech,
  );
  const said = verdicts.filter((verdict) => !behind.includes(verdict));
  const lines = [
    speech.t('extension_short_name'),
    ...(status.isOnline ? [] : [speech.t('offline')]),
    ...(behind.length > 0 ? [speech.t('sign_in_answers', names)] : []),
    // Offline, the last verdicts may no longer hold: "offline" and "up" would contradict each other.
    ...(status.isOnline ? said : []).map((verdict) => line(status, verdict, registry, speech)),
    checkedAt === null ? speech.t('checked_never') : speech.t('checked', clockTime(checkedAt, speech)),
  ];
  return { sign, troubleCount: options.showsBadge ? troubleCount : 0, title: lines.join('\n') };
}
