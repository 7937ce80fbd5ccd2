import type { AssistantId } from '@/utils/model/assistant';
import type { Change } from '@/utils/model/episode';
import type { EvidenceEvent, SeenRequest } from '@/utils/model/evidence';
import { believedEnd, currentLimit, type LimitEnd, retryAfterTime } from '@/utils/model/limit';
import { type Decision, type Notice, notice, type RecoveryKind, type RecoveryNotice } from '@/utils/model/notification';
import { type Awaited, lastedMsOf, type Recovery, type Status, withEntries } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';

const MINUTE = 60_000;
/** Without failures for this long, a cautious recovery is announced. */
const QUIET_AFTER_MS = 15 * MINUTE;
/** No recovery is announced this soon after a failure. */
const DENIED_FOR_MS = 2 * MINUTE;
const DAY = 24 * 60 * MINUTE;
/** Requests expire after this time. */
const FORGOTTEN_AFTER_MS = 3 * DAY;
/** As long as a draft waits. */
const WITH_DRAFT_FORGOTTEN_AFTER_MS = 7 * DAY;

/** Requests a notification on recovery; null cancels it. A pending request keeps its time. */
export function withAwaited(
  status: Status,
  id: AssistantId,
  awaits: Omit<Awaited, 'since'> | null,
  now: number,
): Status {
  const before = status.awaited[id];
  return withEntries(status, id, { awaited: awaits && { ...before, since: before?.since ?? now, ...awaits } });
}

export interface RecoveryInput {
  awaited: Awaited;
  verdict: Verdict;
  /** How the last outage on the page ended; null if there was none. */
  recovery: Recovery | null;
  /** Recent outcomes of the user's own requests. */
  evidence: readonly EvidenceEvent[];
  now: number;
}

/** After the request. What lies ahead was before it: the clock was set back since. */
const isSince = (at: number, { since }: Awaited, now: number): boolean => at > since && at <= now;

/** The end that the page reported after the request; null if none. */
function endSeenSince(awaited: Awaited, recovery: Recovery | null, now: number): Recovery | null {
  return recovery !== null && isSince(recovery.episode.lastReadAt, awaited, now) ? recovery : null;
}

/** Recovery by the page, by a successful message, or because nothing failed for a while; null if not yet. */
function kindOf({ awaited, recovery, evidence, now }: RecoveryInput): RecoveryKind | null {
  const endSeenAt = endSeenSince(awaited, recovery, now)?.episode.lastReadAt ?? null;
  const met = evidence.filter(({ at }) => isSince(at, awaited, now));
  const failedAt = met.findLast(({ outcome }) => outcome === 'failed')?.at ?? 0;
  // Opening the page does not prove that the chat answers.
  const answeredAt = met.findLast(({ what, outcome }) => what === 'send' && outcome === 'ok')?.at ?? 0;
  // Failures after the reported end contradict the page; earlier ones belong to the outage.
  const isProven = answeredAt > failedAt;
  if (endSeenAt !== null && failedAt <= endSeenAt && (isProven || !awaited.needsOwnSuccess)) {
    const isDoubtful = answeredAt < failedAt && now - failedAt < DENIED_FOR_MS;
    return isDoubtful ? null : 'recovered';
  }
  if (isProven) return 'answering';
  return now - Math.max(awaited.since, failedAt, endSeenAt ?? 0) >= QUIET_AFTER_MS ? 'quiet' : null;
}

/**
 * The recovery notification, if it can be sent now: only with a page reading after the request that shows the core
 * components operational, and without failures in the user's own chat. Null if not yet.
 */
function detectRecovery(input: RecoveryInput): RecoveryNotice | null {
  const { awaited, verdict, recovery, now } = input;
  const isWell = verdict.kind === 'up' && !verdict.isStale && isSince(verdict.checkedAt ?? 0, awaited, now);
  const kind = isWell ? kindOf(input) : null;
  if (kind === null) return null;
  const end = endSeenSince(awaited, recovery, now);
  return {
    kind,
    assistantId: verdict.assistantId,
    episodeId: end?.episode.id ?? null,
    at: now,
    lastedMs: end === null ? null : lastedMsOf(end),
    bringsForward: awaited.bringsForward,
  };
}

/** What becomes of a recovery request, and of the page's `recovered` change. */
export interface AwaitedStep {
  /** Null once it is answered or has expired. */
  awaited: Awaited | null;
  back: RecoveryNotice | null;
  /** The change that is still announced in the ordinary way. */
  change: Change | null;
  decisions: Decision[];
}

const lifetimeOf = ({ needsOwnSuccess }: Awaited): number =>
  needsOwnSuccess === undefined ? FORGOTTEN_AFTER_MS : WITH_DRAFT_FORGOTTEN_AFTER_MS;

/**
 * The request in the time of a clock that was set back since: as if made now, but before the recovery that this reading
 * shows. Otherwise nothing would count as after it until the clock has caught up.
 */
function withPastStart(asked: Awaited, change: Change | null, now: number): Awaited {
  if (asked.since <= now) return asked;
  return { ...asked, since: change?.kind === 'recovered' ? Math.min(change.at - 1, now) : now };
}

/** Announces a requested recovery once, and not before it is confirmed. */
export function resolveRecoveryAlert(
  asked: Awaited | undefined,
  change: Change | null,
  input: Omit<RecoveryInput, 'awaited'>,
): AwaitedStep {
  const { verdict, now } = input;
  // Also expires after the clock was set back by days, as it is unknown when it was made.
  if (asked === undefined || Math.abs(now - asked.since) >= lifetimeOf(asked)) {
    return { awaited: null, back: null, change, decisions: [] };
  }
  const awaited = withPastStart(asked, change, now);
  const back = detectRecovery({ ...input, awaited });
  const hasRecovered = change?.kind === 'recovered';
  const about = { at: now, assistantId: verdict.assistantId, about: 'recovered' } as const;
  const shown: Decision[] = back === null ? [] : [{ ...about, isTold: true, reason: 'awaited' }];
  const reason = awaited.needsOwnSuccess ? 'not_proven' : 'still_failing';
  const held: Decision[] = back === null && hasRecovered ? [{ ...about, isTold: false, reason }] : [];
  return {
    awaited: back === null ? awaited : null,
    back,
    change: hasRecovered ? null : change,
    decisions: [...shown, ...held],
  };
}

/** An end that was asked for is still worth saying when the browser was closed at the time, but not days later. */
const LATE_AFTER_MS = 24 * 3_600_000;

/** Ends closer than this are the same, stated twice. */
const SAME_WITHIN_MS = 60_000;

export const limitNoticeIdOf = (id: AssistantId): string => `understudy-limit-${id}`;

/** Remembers when a limit ends. A request for a notification stays, as it was about the end and not about its time. */
export function withLimitEnd(status: Status, id: AssistantId, until: number, now: number): Status {
  if (believedEnd(until, now) === null) return status;
  const before = currentLimit(status, id, now);
  if (before !== null && Math.abs(before.until - until) < SAME_WITHIN_MS) return status;
  return withEntries(status, id, { limits: { until, saidAt: now, isAwaited: before?.isAwaited ?? false } });
}

/** Requests a notification at the end of a limit, or cancels it. No effect without a limit. */
export function withLimitAwaited(status: Status, id: AssistantId, isAwaited: boolean, now: number): Status {
  const limit = currentLimit(status, id, now);
  return limit === null ? status : withEntries(status, id, { limits: { ...limit, isAwaited } });
}

/** Forgets a limit: a message was answered, or the user says that it is wrong. */
export function withoutLimit(status: Status, id: AssistantId): Status {
  return status.limits[id] === undefined ? status : withEntries(status, id, { limits: null });
}

/**
 * What the end of a message tells about the limit of its assistant: a 429 may say when it ends, and a usual answer shows
 * that there is none. One that ended at once, or was sent before the limit was stated, shows nothing. A limit whose end the
 * user wants to be notified of stays: the answer may be that of another model. `event`: how the end counts.
 */
export function withLimitOf(
  status: Status,
  id: AssistantId,
  request: SeenRequest,
  { what, outcome, startedAt }: EvidenceEvent,
  now: number,
): Status {
  if (what !== 'send' || request.stage !== 'ended' || request.status === null) return status;
  const until = request.status === 429 ? retryAfterTime(request.retryAfter ?? null, now) : null;
  if (until !== null) return withLimitEnd(status, id, until, now);
  const limit = status.limits[id];
  const isProof = outcome === 'ok' && request.status < 300 && (startedAt ?? now) >= (limit?.saidAt ?? 0);
  return isProof && limit?.isAwaited !== true ? withoutLimit(status, id) : status;
}

/** The next end that the user asked to be notified of, epoch milliseconds; null if there is none. */
export function nextLimitEnd({ limits }: Pick<Status, 'limits'>): number | null {
  const ends = Object.values(limits).flatMap((limit) => (limit?.isAwaited ? limit.until : []));
  return ends.length === 0 ? null : Math.min(...ends);
}

/** The limits that go on, and the notifications of those that have ended. */
export function endLimits(
  { limits }: Pick<Status, 'limits'>,
  now: number,
): { limits: Status['limits']; notices: Notice[] } {
  const all = Object.entries(limits) as [AssistantId, LimitEnd][];
  const open = all.filter(([id]) => currentLimit({ limits }, id, now) !== null);
  if (open.length === all.length) return { limits, notices: [] };
  const notices = all
    .filter(([, { until, isAwaited }]) => isAwaited && now >= until && now - until <= LATE_AFTER_MS)
    .map(([assistantId, { until }]) =>
      notice(limitNoticeIdOf(assistantId), { limit: { assistantId, until, at: now } }),
    );
  return { limits: Object.fromEntries(open), notices };
}
