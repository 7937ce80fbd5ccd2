import type { AssistantId } from '@/utils/model/assistant';
import type { EvidenceEvent, SeenRequest } from '@/utils/model/evidence';
import { believedEnd, currentLimit, type LimitEnd, retryAfterTime } from '@/utils/model/limit';
import { type Notice, notice } from '@/utils/model/notification';
import { type Status, withEntries } from '@/utils/model/status';

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
