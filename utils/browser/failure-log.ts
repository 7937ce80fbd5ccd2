import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { errorNameOf, type LoggedFailure, withFailure } from '@/utils/model/failure';
import * as clock from './clock';
import { parseOrNull } from './stored-value';

const KEY = 'failures';
const word = v.pipe(
  v.string(),
  v.check((text) => /^[\w.]{1,60}$/.test(text)),
);
const schema = v.array(v.object({ at: v.number(), call: word, error: word }));

/** Of this worker or page. A copy in `storage.session` outlives the worker and is what pages read. */
let failures: LoggedFailure[] = [];

/** The last failures, the newest first. Never rejects. */
export async function readFailures(): Promise<readonly LoggedFailure[]> {
  try {
    return parseOrNull(schema, (await browser.storage.session.get(KEY))[KEY]) ?? failures;
  } catch {
    return failures;
  }
}

/** Notes that a call failed. Nobody waits for it, and it never throws: it may run while storage fails. */
export function logFailure(call: string, error: unknown): void {
  failures = withFailure(failures, { at: clock.now(), call, error: errorNameOf(error) });
  try {
    browser.storage.session.set({ [KEY]: failures }).catch(() => undefined);
  } catch {
    // A browser without session storage keeps them for the life of this worker.
  }
}
