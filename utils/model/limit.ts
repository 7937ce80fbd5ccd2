import type { AssistantId } from './assistant';

/** When a usage limit of the user ends, as the provider says. It is a time and nothing else: nothing is counted. */
export interface LimitEnd {
  /** Epoch milliseconds. */
  until: number;
  /** When the provider said so, epoch milliseconds. */
  saidAt: number;
  /** Whether the user asked for a notification then. */
  isAwaited: boolean;
}

/** Later ends are not believed: the text or header is about something else, or was misread. */
const MAX_AHEAD_MS = 7 * 24 * 3_600_000;
/** A shorter wait is over before anybody has read it: a site slows down requests. */
const MIN_AHEAD_MS = 60_000;

/** The end of a limit if it is near enough to be believed, and far enough to matter; otherwise null. */
export function believedEnd(until: number | null, now: number): number | null {
  if (until === null || Number.isNaN(until)) return null;
  const ahead = until - now;
  return ahead >= MIN_AHEAD_MS && ahead <= MAX_AHEAD_MS ? until : null;
}

/** The limit of an assistant that has not ended. One set before the clock was set back does not count. */
export function currentLimit(
  { limits }: { limits: Partial<Record<AssistantId, LimitEnd>> },
  id: AssistantId,
  now: number,
): LimitEnd | null {
  const limit = limits[id];
  return limit !== undefined && now < limit.until && limit.until - now <= MAX_AHEAD_MS ? limit : null;
}

/** The two formats of HTTP dates with a time zone: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7 */
const HTTP_DATE = /^[a-z]{3,9}, \d\d[ -][a-z]{3}[ -]\d{2,4} \d\d:\d\d:\d\d GMT$/i;

/**
 * The time of a `Retry-After` header, seconds or an HTTP date, as epoch milliseconds; null if it is absent or invalid.
 * https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function retryAfterTime(header: string | null, now: number): number | null {
  const value = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return now + Number(value) * 1_000;
  const at = HTTP_DATE.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}
