import type { AssistantId } from '@/utils/model/assistant';
import type { ReadFailure, ReadFailureKind } from '@/utils/model/failure';
import type { HistorySummary } from '@/utils/model/history';
import { NEVER_READ, type PageMemory } from '@/utils/model/page-memory';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Never sooner than these, whoever asks; a dialect may have longer ones. */
export const POLL_FLOORS = { troubleMs: 30 * SECOND, calmMs: 5 * MINUTE, askedMs: 10 * SECOND } as const;

/** What a glance at our own page calls old. */
const GLANCE_MS = MINUTE;
/**
 * How long to wait, where that is not the calm pace of the page. Trouble that was told is followed more slowly than it
 * is found: by everybody who watches it, and yet its page is asked hardly more often than on a calm day (docs/scale.md).
 */
const PACES: Partial<Record<Attention, number>> = {
  close: 0,
  followed: MINUTE,
  troubled: 1.5 * MINUTE,
  alternative: 5 * MINUTE,
};
/** A page that cannot be read is tried ever more seldom, up to this. */
const MAX_BACKOFF_MS = 30 * MINUTE;
/** Who is asked to come back at one moment comes within so long after it, each by when they last tried. */
const RETURN_SPREAD_MS = 5 * MINUTE;
/** A page that asks to be left alone is believed for so long at the most. */
const MAX_RETRY_AFTER_MS = 6 * HOUR;

/**
 * Why a page is of interest now. `close`: its chat is open, its trouble is not told yet, or somebody waits for the end
 * of it. `followed`: its trouble was told, and its chat is open; `troubled`: and it is not. `alternative`: someone else
 * is in trouble. `glanced`: the person looks at our popup, or has just started the browser. `asked`: pressed refresh.
 */
export type Attention = 'calm' | 'alternative' | 'troubled' | 'followed' | 'close' | 'glanced' | 'asked';

export interface WatchedPage {
  id: AssistantId;
  memory: PageMemory | undefined;
  attention: Attention;
  floors: { troubleMs: number; calmMs: number; askedMs: number };
}

export interface PollPlan {
  due: AssistantId[];
  /** When to wake up next, epoch milliseconds. */
  nextAt: number;
}

/** How long after the last good try a page is due by itself. */
function paceOf({ attention, floors }: WatchedPage): number {
  return Math.max(PACES[attention] ?? floors.calmMs, floors.troubleMs);
}

/** The same after failures in a row: ever longer. */
export function intervalOf(page: WatchedPage): number {
  const pace = paceOf(page);
  const failures = page.memory?.failures ?? 0;
  return Math.min(pace * 2 ** Math.min(failures, 10), Math.max(MAX_BACKOFF_MS, pace));
}

/** How long after the last try a person's wish makes it due. */
function waitOf(page: WatchedPage): number {
  const { attention, floors } = page;
  if (attention === 'asked') return floors.askedMs;
  if (attention === 'glanced') return Math.min(intervalOf(page), Math.max(GLANCE_MS, floors.askedMs));
  return intervalOf(page);
}

/** Epoch milliseconds. A clock that was set back must not put a page off for years: then it is due now. */
function dueAt(page: WatchedPage, now: number): number {
  const { triedAt, failure } = page.memory ?? NEVER_READ;
  // To look whether a page may be read costs no request, and a grant must not wait.
  if (triedAt === null || triedAt > now || failure?.kind === 'not_allowed') return now;
  const askedAt = failure?.kind === 'rate_limited' ? (failure.retryAt ?? 0) : 0;
  const retryAt = askedAt + (triedAt % RETURN_SPREAD_MS);
  return Math.max(triedAt + waitOf(page), Math.min(retryAt, triedAt + MAX_RETRY_AFTER_MS));
}

const OUR_SIDE = new Set<ReadFailureKind | undefined>(['unreachable', 'timeout', 'sign_in']);

/**
 * No page answers that was tried, or all that answers asks to sign in: more likely that is us than all of them at once.
 * One page alone says nothing of that: it may well be the page.
 */
function isCutOff(pages: readonly WatchedPage[]): boolean {
  const kinds = pages.flatMap(({ memory }) => (memory?.triedAt == null ? [] : [memory.failure?.kind]));
  const tried = kinds.filter((kind) => kind !== 'not_allowed');
  return tried.length > 1 && tried.every((kind) => OUR_SIDE.has(kind));
}

/**
 * Failures that are ours delay a page no further than to its calm pace. They do delay it: several providers behind one
 * failing network look the same, and theirs would be asked twice a minute.
 */
function forgiven(page: WatchedPage): WatchedPage {
  const memory = page.memory ?? NEVER_READ;
  const most = Math.max(0, Math.floor(Math.log2(page.floors.calmMs / paceOf(page))));
  return { ...page, memory: { ...memory, failures: Math.min(memory.failures, most) } };
}

/**
 * Which pages are due and when to look again. `random` in [0, 1) spreads the wake-ups of many browsers over a
 * tenth of the wait; it is drawn once for all pages, so that those which are due together stay together.
 */
export function planPolls(now: number, watched: readonly WatchedPage[], random: number): PollPlan {
  const pages = isCutOff(watched) ? watched.map(forgiven) : watched;
  const due = pages.filter((page) => dueAt(page, now) <= now);
  const waits = pages.map((page) => {
    const later: WatchedPage =
      page.attention === 'asked' || page.attention === 'glanced' ? { ...page, attention: 'calm' } : page;
    return due.includes(page) ? intervalOf(later) : dueAt(later, now) - now;
  });
  const waitMs = Math.max(POLL_FLOORS.troubleMs, Math.min(POLL_FLOORS.calmMs, ...waits));
  return { due: due.map((page) => page.id), nextAt: Math.round(now + waitMs * (1 + random / 10)) };
}

const HOUR_MS = 3_600_000;

/** The page's list of past incidents is read when we begin and once a day after; one that failed, an hour later. */
export function isListDue(memory: PageMemory | undefined, past: HistorySummary | undefined, now: number): boolean {
  const triedAt = memory?.listTriedAt ?? null;
  if (triedAt === null) return true;
  const listedAt = past?.listedAt ?? null;
  const hasSucceeded = listedAt !== null && listedAt >= triedAt;
  return Math.abs(now - triedAt) > (hasSucceeded ? 24 * HOUR_MS : HOUR_MS);
}

/** Statuses by which a page says that it is not there any more, or not for everyone. */
const GONE = new Set([401, 403, 404, 410]);

/** What answered is not the page, or not as it was. */
const STRANGE = new Set<ReadFailure['kind']>(['moved', 'html', 'not_json', 'wrong_shape', 'wrong_page', 'older_copy']);

/**
 * Whether a failure looks as if the status page was elsewhere or somebody else's by now, so that another candidate is
 * worth a try. A page that is slow, overloaded, cut short or out of reach is the same page on a bad day, and so is one
 * behind a guard or a sign-in: those may well stand in front of everything.
 */
export function mayHaveMoved(failure: ReadFailure): boolean {
  return failure.kind === 'http_error' ? GONE.has(failure.status) : STRANGE.has(failure.kind);
}

/** Whether it is worth a look what a page that failed so has become: at most once an hour. An older copy is what it was. */
export function isProbeDue({ probedAt }: PageMemory, failure: ReadFailure, now: number): boolean {
  const isRested = probedAt === null || Math.abs(now - probedAt) >= HOUR_MS;
  return isRested && failure.kind !== 'older_copy' && mayHaveMoved(failure);
}

/** Failures after which nobody knows whether the request left this device. */
const SILENT = new Set(['unreachable', 'timeout']);

/**
 * Whether the browser reaches anything after a round. `navigator.onLine` is a hint: it is false on some VPNs and virtual
 * network adapters that work. So it is believed only when every request of the round failed without an answer; a round
 * that asked nothing changes nothing.
 * https://developer.mozilla.org/docs/Web/API/Navigator/onLine
 *
 * @param hint What the browser says.
 * @param wasOnline What the round before came to.
 * @param read What became of each page in this round.
 */
export function isReaching(hint: boolean, wasOnline: boolean, read: readonly (PageMemory | undefined)[]): boolean {
  if (hint) return true;
  const asked = read.flatMap((memory) =>
    memory === undefined || memory.failure?.kind === 'not_allowed' ? [] : [memory],
  );
  if (asked.length === 0) return wasOnline;
  return asked.some(({ failure }) => failure === null || !SILENT.has(failure.kind));
}
