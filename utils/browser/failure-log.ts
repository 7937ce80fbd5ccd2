import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { errorNameOf, type LogEntry, MAX_LOGGED, READ_FAILURE_KINDS, withLogEntries } from '@/utils/model/failure';
import * as clock from './clock';
import { assistantId, decision, time } from './status-schema';
import { parseOrNull } from './stored-value';

/** A ring buffer in `storage.session`: it survives the worker, and is erased when the browser ends. */
const KEY = 'log';

/** An identifier. Neither an address nor a text fits. */
const word = v.pipe(v.string(), v.regex(/^[\w.]{1,60}$/));
const entrySchema = v.variant('kind', [
  v.object({ kind: v.literal('call_failed'), at: time, call: word, error: word }),
  v.object({
    kind: v.literal('read_failed'),
    at: time,
    assistantId,
    failure: v.picklist(READ_FAILURE_KINDS),
    status: v.nullable(v.number()),
  }),
  v.object({ kind: v.literal('decision'), ...decision.entries }),
]);

/** Entries that could not be stored, the newest last. They live as long as this worker or page. */
let unstored: readonly LogEntry[] = [];

/** Drops what does not fit the schema, and fields that it does not name. */
const parseEntries = (raw: readonly unknown[]): LogEntry[] =>
  raw.flatMap((one): LogEntry[] => {
    const entry = parseOrNull(entrySchema, one);
    return entry === null ? [] : [entry];
  });

async function readStored(): Promise<LogEntry[]> {
  const { [KEY]: raw } = await browser.storage.session.get(KEY);
  return Array.isArray(raw) ? parseEntries(raw) : [];
}

/** Worker and pages write to one log, so each change is made under a lock. */
const withLogLock = async <T>(job: () => Promise<T>): Promise<T> => navigator.locks.request('log', job);

async function store(entries: readonly LogEntry[]): Promise<void> {
  await withLogLock(async () => {
    const stored = await readStored();
    await browser.storage.session.set({ [KEY]: withLogEntries(stored, [...unstored, ...entries]) });
    unstored = [];
  });
}

/** Adds entries, the newest last. Not awaited, and never throws: it may run while storage fails. */
export function log(entries: readonly LogEntry[]): void {
  const valid = parseEntries(entries);
  if (valid.length === 0) return;
  store(valid).catch(() => {
    unstored = [...unstored, ...valid].slice(-MAX_LOGGED);
  });
}

/** Logs that a call failed, by the name of its error alone. */
export function logFailure(call: string, error: unknown): void {
  log([{ kind: 'call_failed', at: clock.now(), call, error: errorNameOf(error) }]);
}

/** Runs a job that nothing waits for, such as that of a listener, and logs if it fails. */
export function runLogged(call: string, job: () => Promise<unknown>): void {
  job().catch((error: unknown) => logFailure(call, error));
}

/** The last entries, the newest first. Never rejects. */
export async function readLog(): Promise<readonly LogEntry[]> {
  const stored = await withLogLock(readStored).catch((): LogEntry[] => []);
  return withLogEntries(stored, unstored);
}

/** The home page of the project; null if the build names none. */
export const ownHomepage = (): string | null => browser.runtime.getManifest().homepage_url ?? null;

/** The version of the extension, for bug reports. */
export const ownVersion = (): string => browser.runtime.getManifest().version;
