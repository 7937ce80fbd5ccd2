/** Why a status page could not be read. Closed: every kind has its words in `_locales` and its test. */
export type ReadFailure =
  /** No host permission, and the page does not let others read it. */
  | { kind: 'not_allowed' }
  /** No answer: connection refused, dropped, name not found. */
  | { kind: 'unreachable' }
  | { kind: 'timeout' }
  /** The page asks to come later. `retryAt` is epoch milliseconds; null when the answer does not say or it cannot be read. */
  | { kind: 'rate_limited'; retryAt: number | null }
  | { kind: 'http_error'; status: number }
  /** The body is larger than we are willing to read. */
  | { kind: 'too_large' }
  /** The answer came from a host that does not belong to the page. */
  | { kind: 'moved' }
  /** A web page where JSON, or for a feed XML, was due. */
  | { kind: 'html' }
  /** The same, and it asks to sign in: the page is closed to the public, or the network asks before it lets anybody on. */
  | { kind: 'sign_in' }
  /** A check that one is a person, or another guard in front of the page. */
  | { kind: 'challenge' }
  /** It begins as it should and ends in the middle. */
  | { kind: 'truncated' }
  /** Its bytes are no letters in any charset that it names. */
  | { kind: 'wrong_charset' }
  /** Anything else where JSON or XML was due. */
  | { kind: 'not_json' }
  /** JSON, but not in the shape of this dialect. */
  | { kind: 'wrong_shape' }
  /** The page carries another identity than the expected one. */
  | { kind: 'wrong_page' }
  /** It says less than was already read from it: a copy that was left behind. */
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

/** Why no status page of an assistant can be judged by. */
export const UNREAD_REASONS = [
  /** There is no public page that tells. */
  'no_public_page',
  /** There is one, and nobody knows which of its parts is the chat. */
  'part_not_known',
  /** There is one, and it keeps programmes out, or has no form that is known. */
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
  /** A core component bears a word that this dialect does not have. */
  'unknown_word',
  /** The last good reading is too old to say anything about now. */
  'too_old',
] as const;

export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

/** One call that failed, for bug reports. It holds no message: messages may quote addresses or text. */
export interface LoggedFailure {
  /** Epoch milliseconds. */
  at: number;
  /** The port that was called: "writeStatus", say. */
  call: string;
  /** The name of the error: "QuotaExceededError", "TimeoutError", "TypeError". */
  error: string;
}

/** More than these nobody reads. */
const KEPT = 20;

/** The newest first. */
export function withFailure(failures: readonly LoggedFailure[], failure: LoggedFailure): LoggedFailure[] {
  return [failure, ...failures].slice(0, KEPT);
}

const isQuota = (error: Error) => /quota/i.test(error.message);

/** The kind of an error as a single identifier; nothing else of it is kept. Chromium names the quota in the message alone. */
export function errorNameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (isQuota(error)) return 'QuotaExceededError';
  return /^\w{1,40}$/.test(error.name) ? error.name : 'Error';
}
