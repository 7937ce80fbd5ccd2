import type { AssistantId } from '@/utils/model/assistant';
import { isUnanswered, type ReadFailure, type ReadFailureKind } from '@/utils/model/failure';
import type { HistorySummary } from '@/utils/model/history';
import { NEVER_READ, type OtherHost, type PageMemory } from '@/utils/model/status-page';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Shortest poll intervals for any reason; a platform may have longer ones. */
export const POLL_FLOORS = { troubleMs: 30 * SECOND, calmMs: 5 * MINUTE, askedMs: 10 * SECOND } as const;

/** Age from which a reading is refreshed when the popup opens. */
const GLANCE_MS = MINUTE;
/**
 * Poll intervals other than the page's calm interval. An announced outage is polled less often than a new one: everyone
 * who watches it polls at once, yet the page must receive hardly more requests than on a calm day (docs/scale.md).
 */
const PACES: Partial<Record<Attention, number>> = {
  close: 0,
  followed: MINUTE,
  troubled: 1.5 * MINUTE,
  fallback: 5 * MINUTE,
};
/** Upper limit of the exponential backoff for failing pages. */
const MAX_BACKOFF_MS = 30 * MINUTE;
/** Clients that were asked to retry at one time spread their requests over this period, by their last try. */
const RETURN_SPREAD_MS = 5 * MINUTE;
/** Longest accepted `Retry-After`. */
const MAX_RETRY_AFTER_MS = 6 * HOUR;

/**
 * Why a page is polled now. `close`: the user waits for its recovery, or its chat is open or it may be failing, and no
 * outage is announced or confirmed yet. `followed`: there is such an outage, and its chat is open; `troubled`: the chat is
 * not open. `fallback`: a fallback may be needed, or the user looks at it. `glanced`: the popup was opened, the browser
 * started or is online again, or settings changed; a failing page is then only this, as its backoff is shorter. `asked`:
 * the user pressed refresh.
 */
export type Attention = 'calm' | 'fallback' | 'troubled' | 'followed' | 'close' | 'glanced' | 'asked';

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

/** The regular poll interval after a success. */
function paceOf({ attention, floors }: WatchedPage): number {
  return Math.max(PACES[attention] ?? floors.calmMs, floors.troubleMs);
}

/** The poll interval, with backoff after consecutive failures. */
export function intervalOf(page: WatchedPage): number {
  const pace = paceOf(page);
  const failures = page.memory?.failures ?? 0;
  return Math.min(pace * 2 ** Math.min(failures, 10), Math.max(MAX_BACKOFF_MS, pace));
}

/** Shortest time since the last try after which the user's request triggers a poll. */
function waitOf(page: WatchedPage): number {
  const { attention, floors } = page;
  if (attention === 'asked') return floors.askedMs;
  if (attention === 'glanced') return Math.min(intervalOf(page), Math.max(GLANCE_MS, floors.askedMs));
  return intervalOf(page);
}

/** Epoch milliseconds. After the clock was set back, the page is due now instead of being delayed for years. */
function dueAt(page: WatchedPage, now: number): number {
  const { triedAt, failure } = page.memory ?? NEVER_READ;
  // Checking whether a page may be read costs no request, and a new grant must take effect at once.
  if (triedAt === null || triedAt > now || failure?.kind === 'not_allowed') return now;
  const askedAt = failure?.kind === 'rate_limited' ? (failure.retryAt ?? 0) : 0;
  const retryAt = askedAt + (triedAt % RETURN_SPREAD_MS);
  return Math.max(triedAt + waitOf(page), Math.min(retryAt, triedAt + MAX_RETRY_AFTER_MS));
}

/** Whether this device's connection may be the cause: no answer, or the sign-in page of a captive portal. */
const mayBeOurs = (failure: ReadFailure | null): boolean =>
  failure !== null && (isUnanswered(failure) || failure.kind === 'sign_in');

/**
 * Whether no tried page answers, or every answer is a sign-in page: then this device's connection is the likely cause.
 * One page alone proves nothing, because it may be that page.
 */
function isCutOff(pages: readonly WatchedPage[]): boolean {
  const failures = pages.flatMap(({ memory }) => (memory?.triedAt == null ? [] : [memory.failure]));
  const tried = failures.filter((failure) => failure?.kind !== 'not_allowed');
  return tried.length > 1 && tried.every(mayBeOurs);
}

/**
 * Failures of this device's connection delay a page at most to its calm interval. They do delay it: several providers
 * behind one failing network look the same, and would otherwise be polled twice a minute.
 */
function withoutOwnFailures(page: WatchedPage): WatchedPage {
  const memory = page.memory ?? NEVER_READ;
  const most = Math.max(0, Math.floor(Math.log2(page.floors.calmMs / paceOf(page))));
  return { ...page, memory: { ...memory, failures: Math.min(memory.failures, most) } };
}

/**
 * How long a due page that is not read now can wait for the next wake-up. One without access is due at any time, but nothing
 * about it needs a wake-up before its interval.
 */
function waitWhenUnread(page: WatchedPage, now: number): number {
  const { triedAt, failure } = page.memory ?? NEVER_READ;
  return failure?.kind === 'not_allowed' && triedAt !== null ? triedAt + intervalOf(page) - now : 0;
}

/**
 * Which pages are due, and when to wake up next: an interval after the due pages are read or, without `readsDue`, soon, so
 * that they are read. `random` in [0, 1) spreads the wake-ups of many browsers over a tenth of the interval; it is drawn
 * once for all pages, so that pages that are due together stay together.
 */
export function planPolls(
  now: number,
  watched: readonly WatchedPage[],
  random: number,
  { readsDue = true } = {},
): PollPlan {
  const pages = isCutOff(watched) ? watched.map(withoutOwnFailures) : watched;
  const due = pages.filter((page) => dueAt(page, now) <= now);
  const waits = pages.map((page) => {
    const later: WatchedPage =
      page.attention === 'asked' || page.attention === 'glanced' ? { ...page, attention: 'calm' } : page;
    if (!due.includes(page)) return dueAt(later, now) - now;
    return readsDue ? intervalOf(later) : waitWhenUnread(later, now);
  });
  const waitMs = Math.max(POLL_FLOORS.troubleMs, Math.min(POLL_FLOORS.calmMs, ...waits));
  return { due: due.map((page) => page.id), nextAt: Math.round(now + waitMs * (1 + random / 10)) };
}

/** The page's list of past incidents is read at the start and once a day, or an hour after a failure. */
export function isListDue(memory: PageMemory | undefined, past: HistorySummary | undefined, now: number): boolean {
  const triedAt = memory?.listTriedAt ?? null;
  if (triedAt === null) return true;
  const listedAt = past?.listedAt ?? null;
  const hasSucceeded = listedAt !== null && listedAt >= triedAt;
  return Math.abs(now - triedAt) > (hasSucceeded ? 24 * HOUR : HOUR);
}

/** HTTP statuses of a page that is gone or no longer public. */
const GONE_STATUSES = new Set([401, 403, 404, 410]);

/** Failures that suggest another or a changed page. */
const UNEXPECTED = new Set<ReadFailureKind>(['moved', 'html', 'not_json', 'wrong_shape', 'wrong_page', 'older_copy']);

/**
 * Whether a failure suggests that the status page has moved or now belongs to someone else, so that another candidate
 * is worth a try. A slow, overloaded, truncated or unreachable page is the same page with a problem, and so is one
 * behind bot protection or a sign-in, which may affect all candidates.
 */
export function mayHaveMoved(failure: ReadFailure): boolean {
  return failure.kind === 'http_error' ? GONE_STATUSES.has(failure.status) : UNEXPECTED.has(failure.kind);
}

/**
 * Whether a host turned the request away, so that another host of the same page is worth a try. Bot protection without
 * CORS headers looks like an unreachable host.
 */
export function isTurnedAway(failure: ReadFailure): boolean {
  return failure.kind === 'challenge' || failure.kind === 'unreachable' || isForbidden(failure);
}

const isForbidden = (failure: ReadFailure): boolean => failure.kind === 'http_error' && failure.status === 403;

/** How long the other host is asked first, before the page's own host gets another chance. */
const OTHER_HOST_FOR_MS = 6 * HOUR;

/** After the clock was set back, the period counts as over. */
const isAskedFirst = ({ until }: OtherHost, now: number): boolean => now < until && until - now <= OTHER_HOST_FOR_MS;

/** The hosts of a page in the order in which they are asked; its own host comes first unless another one replaces it. */
export function hostsInOrder(hosts: readonly string[], otherHost: OtherHost | null, now: number): string[] {
  const isFirst = (host: string) => otherHost?.host === host && isAskedFirst(otherHost, now);
  return [...hosts.filter(isFirst), ...hosts.filter((host) => !isFirst(host))];
}

/** What to remember after a page was read from `host`; `own` is the host of its address. */
export function otherHostAfter(
  host: string,
  own: string | undefined,
  before: OtherHost | null,
  now: number,
): OtherHost | null {
  if (host === own) return null;
  return before?.host === host && isAskedFirst(before, now) ? before : { host, until: now + OTHER_HOST_FOR_MS };
}

/** Whether to probe what a failing page has become: at most once an hour. A stale copy is still the same page. */
export function isProbeDue({ probedAt }: PageMemory, failure: ReadFailure, now: number): boolean {
  const isRested = probedAt === null || Math.abs(now - probedAt) >= HOUR;
  return isRested && failure.kind !== 'older_copy' && mayHaveMoved(failure);
}

/**
 * Whether the browser reached anything in a round. `navigator.onLine` is only a hint: it is false on some VPNs and
 * virtual network adapters that work. So it is believed only if every request of the round failed without an answer; a
 * round without requests changes nothing.
 * https://developer.mozilla.org/docs/Web/API/Navigator/onLine
 *
 * @param hint Value of `navigator.onLine`.
 * @param wasOnline Result of the previous round.
 * @param read State of each page after this round.
 */
export function isReaching(hint: boolean, wasOnline: boolean, read: readonly (PageMemory | undefined)[]): boolean {
  if (hint) return true;
  const asked = read.flatMap((memory) =>
    memory === undefined || memory.failure?.kind === 'not_allowed' ? [] : [memory],
  );
  if (asked.length === 0) return wasOnline;
  return asked.some(({ failure }) => failure === null || !isUnanswered(failure));
}
