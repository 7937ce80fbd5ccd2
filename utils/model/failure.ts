/** Why a status page could not be read. Closed: every kind has a message in `_locales` and a test. */
export type ReadFailure =
  /** No host permission, and the page does not allow cross-origin reads. */
  | { kind: 'not_allowed' }
  /** No answer: connection refused, dropped, or DNS failure. */
  | { kind: 'unreachable' }
  | { kind: 'timeout' }
  /** The page asks to retry later. `retryAt` is epoch milliseconds; null if not stated or not readable. */
  | { kind: 'rate_limited'; retryAt: number | null }
  | { kind: 'http_error'; status: number }
  /** The body exceeds the size limit. */
  | { kind: 'too_large' }
  /** The answer came from a host that does not belong to the page. */
  | { kind: 'moved' }
  /** HTML where JSON or XML was expected. */
  | { kind: 'html' }
  /** A sign-in page: the status page is not public, or the network requires a sign-in (captive portal). */
  | { kind: 'sign_in' }
  /** A captcha or another bot protection in front of the page. */
  | { kind: 'challenge' }
  /** The body is cut off. */
  | { kind: 'truncated' }
  /** The bytes do not match any charset that the response names. */
  | { kind: 'wrong_charset' }
  /** Anything else that is not JSON or XML. */
  | { kind: 'not_json' }
  /** JSON, but not in the shape of this platform. */
  | { kind: 'wrong_shape' }
  /** The page states another identity than expected. */
  | { kind: 'wrong_page' }
  /** A stale copy: it contains less than an earlier reading. */
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

/** Why an assistant has no status page to judge by. */
export const UNREAD_REASONS = [
  /** There is no public page that covers it. */
  'no_public_page',
  /** There is a page, but it is not known which part is the chat. */
  'part_not_known',
  /** There is a page, but it blocks programs or has no known format. */
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
  /** A core component has a status word that this platform's reader does not know. */
  'unknown_word',
  /** The last good reading is too old. */
  'too_old',
] as const;

export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

/** One failed call, for bug reports. Without the error message, because messages may quote addresses or text. */
export interface LoggedFailure {
  /** Epoch milliseconds. */
  at: number;
  /** The port method that was called, such as "writeStatus". */
  call: string;
  /** Name of the error, such as "QuotaExceededError", "TimeoutError" or "TypeError". */
  error: string;
}

const KEPT = 20;

/** Newest first. */
export function withFailure(failures: readonly LoggedFailure[], failure: LoggedFailure): LoggedFailure[] {
  return [failure, ...failures].slice(0, KEPT);
}

const isQuota = (error: Error) => /quota/i.test(error.message);

/**
 * The name of an error as a single identifier; its message is dropped. For quota errors Chromium names the quota in the
 * message only.
 */
export function errorNameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (isQuota(error)) return 'QuotaExceededError';
  return /^\w{1,40}$/.test(error.name) ? error.name : 'Error';
}
