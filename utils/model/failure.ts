import type { AssistantId } from './assistant';
import type { Decision } from './notification';

/** Why a status page could not be read. Every kind has its text in `_locales` and its test. */
export type ReadFailure =
  /** The host is not granted, and the page does not allow CORS. */
  | { kind: 'not_allowed' }
  /** No answer: connection refused, dropped, or DNS failure. */
  | { kind: 'unreachable' }
  | { kind: 'timeout' }
  /** The page asks to retry later. `retryAt` is epoch milliseconds; null when the answer names no readable time. */
  | { kind: 'rate_limited'; retryAt: number | null }
  | { kind: 'http_error'; status: number }
  /** The body exceeds the size limit. */
  | { kind: 'too_large' }
  /** The answer came from a host that is not allowed for the page. */
  | { kind: 'moved' }
  /** A web page instead of JSON or, for a feed, XML. */
  | { kind: 'html' }
  /** A sign-in page: the status page is not public, or a captive portal answers. */
  | { kind: 'sign_in' }
  /** Bot protection in front of the page turned the request away. */
  | { kind: 'challenge' }
  /** The document ends in the middle. */
  | { kind: 'truncated' }
  /** The bytes are invalid in every charset that the answer names. */
  | { kind: 'wrong_charset' }
  /** Anything else that is not JSON or XML. */
  | { kind: 'not_json' }
  /** JSON that does not fit the platform's schema. */
  | { kind: 'wrong_shape' }
  /** The page has another identity than expected. */
  | { kind: 'wrong_page' }
  /** The document is older than one that was read before: a stale cached copy. */
  | { kind: 'older_copy' };

export type ReadFailureKind = ReadFailure['kind'];

export const READ_FAILURE_KINDS = [
  'not_allowed',
  'unreachable',
  'timeout',
  'rate_limited',
  'http_error',
  'too_large',
  'moved',
  'html',
  'sign_in',
  'challenge',
  'truncated',
  'wrong_charset',
  'not_json',
  'wrong_shape',
  'wrong_page',
  'older_copy',
] as const satisfies readonly ReadFailureKind[];

/** Whether no answer came. It is then unknown whether the request left this device. */
export const isUnanswered = ({ kind }: Pick<ReadFailure, 'kind'>): boolean =>
  kind === 'unreachable' || kind === 'timeout';

/**
 * The statuses with which bot protection sends its own web page: 202 for a challenge and 405 for a CAPTCHA of AWS WAF,
 * 403 for a block. Without a permission for the host, CORS hides its headers, but not status and content type. 429 is
 * no guard: it asks for fewer requests.
 * https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-how-it-works.html
 */
export const GUARD_STATUSES: readonly number[] = [202, 403, 405];

/** Why an assistant has no status page to judge by. */
export const UNREAD_REASONS = [
  /** There is no public status page. */
  'no_public_page',
  /** It is not known which component of the page is the chat. */
  'part_not_known',
  /** The page blocks programs, or its format is not supported. */
  'closed_page',
] as const;
export type UnreadReason = (typeof UNREAD_REASONS)[number];

/** Why a verdict or a level is unknown. */
export const UNKNOWN_REASONS = [
  ...READ_FAILURE_KINDS,
  ...UNREAD_REASONS,
  /** Nothing has been read yet. */
  'not_read_yet',
  /** The page lists no status components. */
  'empty_list',
  /** A core component is no longer listed. */
  'missing_component',
  /** Several components have the name of a core component whose id is not known. */
  'ambiguous_name',
  /** No component has exactly the name of a core component, but one has a similar name. */
  'similar_name',
  /** The page does not state whose it is, so its components cannot be matched by name. */
  'no_identity',
  /** A core component has a status word that the platform does not document. */
  'unknown_word',
  /** The last good reading has expired. */
  'too_old',
] as const;

export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

/**
 * One entry of the log for bug reports: ids, kinds and times. No addresses and no texts, and so no messages of errors,
 * which may quote both.
 */
export type LogEntry =
  /** A call of a port, such as "writeStatus", or a listener's job, with the name of its error, such as "QuotaExceededError". */
  | { kind: 'call_failed'; at: number; call: string; error: string }
  /** A status page could not be read, or not for the same reason as before. `status` is the HTTP status. */
  | { kind: 'read_failed'; at: number; assistantId: AssistantId; failure: ReadFailureKind; status: number | null }
  /** A notification was decided for or against. */
  | ({ kind: 'decision' } & Decision);

export const MAX_LOGGED = 200;

/** The newest first, as `log` is; `entries` are the newest last. */
export function withLogEntries(log: readonly LogEntry[], entries: readonly LogEntry[]): LogEntry[] {
  return [...[...entries].reverse(), ...log].slice(0, MAX_LOGGED);
}

/** Whether a call was given up because it took too long. It may still have an effect. */
export const isTimeout = (error: unknown): boolean => error instanceof DOMException && error.name === 'TimeoutError';

const isQuota = (error: Error) => /quota/i.test(error.message);

/** The name of an error as one identifier. Chromium reports an exceeded quota in the message only. */
export function errorNameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (isQuota(error)) return 'QuotaExceededError';
  return /^\w{1,40}$/.test(error.name) ? error.name : 'Error';
}
