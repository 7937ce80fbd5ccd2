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
