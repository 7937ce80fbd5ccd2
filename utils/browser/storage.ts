import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { SESSION_STEPS, type SessionStep } from '@/utils/app/ports';
import { isOwnPageId } from '@/utils/model/assistant';
import type { FallbackId } from '@/utils/model/fallback';
import type { Options, Preset } from '@/utils/model/options';
import {
  type PollTimes,
  pollTimesOf,
  type Status,
  type StorageTrouble,
  withoutPollTimes,
  withPollTimes,
} from '@/utils/model/status';
import * as clock from './clock';
import { clearDrafts } from './drafts-store';
import { logFailure } from './failure-log';
import { clearHistory } from './history';
import { OPTIONS_SHAPE } from './options-schema';
import { LAST_POLICY, mergePolicy, presetOf, readPolicy } from './policy';
import { pollTimes, STATUS_SHAPE } from './status-schema';
import { onStorageChange, rereading } from './storage-changes';
import {
  deserialize,
  isOfLaterVersion,
  isSameValue,
  parseOrNull,
  type ReadSource,
  type SchemaFor,
  serialize,
  versionOf,
} from './stored-value';

/** Removed first when the disk is full: copies of damaged values, and drafts of versions that stored them here. */
const EXPENDABLE = ['status.damaged', 'options.damaged', 'drafts'];

/** Writes to `storage.local`. A write that fails is tried once more without the expendable values. */
export async function setLocal(values: Record<string, unknown>): Promise<void> {
  try {
    await browser.storage.local.set(values);
  } catch (error) {
    logFailure('storage.local.set', error);
    await browser.storage.local.remove(EXPENDABLE.filter((key) => !(key in values)));
    await browser.storage.local.set(values);
  }
}

/**
 * Closes `storage.local` to content scripts. Chromium has this; Firefox does not, and there content scripts could read
 * settings and status, but no draft: those are in IndexedDB and in `storage.session`. Never rejects.
 * https://developer.chrome.com/docs/extensions/reference/api/storage#method-StorageArea-setAccessLevel
 */
export async function closeLocalStorage(): Promise<void> {
  const local = browser.storage.local as typeof browser.storage.local & {
    setAccessLevel?: (level: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void>;
  };
  try {
    await local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  } catch (error) {
    logFailure('storage.local.setAccessLevel', error);
  }
}

/**
 * Runs a job that writes options under a lock that the worker and all extension pages share: two quick clicks, two windows
 * or a synced change must not undo each other. Not reentrant. Null when the job failed; never rejects.
 */
export async function withOptionsLock<T>(job: () => Promise<T>): Promise<T | null> {
  try {
    return await navigator.locks.request('options', job);
  } catch {
    return null;
  }
}

/** One stored value, as extension pages follow it. */
interface StorageItem<T> {
  read(): Promise<T>;
  /** Calls back with each new value. Returns a function that stops it. */
  watch(onChange: (value: T) => void): () => void;
}

/** In `storage.session`: the status while it cannot be written to disk. It survives the worker, not the browser. */
const UNSAVED = 'status.unsaved';
/** In `storage.session`: the poll times of the last write. */
const POLL_TIMES = 'status.pollTimes';
const OPTIONS_REPAIRED = 'options.repairedAt';

/**
 * Copies a damaged value to `<key>.damaged` before it is overwritten, once. If the disk has no room for the copy, the rest
 * is read all the same.
 */
async function setAside(key: string, raw: unknown, also: object = {}): Promise<void> {
  const asideKey = `${key}.damaged`;
  try {
    const kept = (await browser.storage.local.get(asideKey))[asideKey];
    if (!isSameValue(kept, raw)) await browser.storage.local.set({ [asideKey]: raw, ...also });
  } catch (error) {
    logFailure('setAside', error);
  }
}

const troubleOf = (local: Record<string, unknown>, isUnsaved: boolean): StorageTrouble | null => {
  if (isOfLaterVersion(STATUS_SHAPE, local[STATUS_SHAPE.key])) return 'later_status';
  if (isUnsaved) return 'failing';
  return isOfLaterVersion(OPTIONS_SHAPE, local[OPTIONS_SHAPE.key]) ? 'later_options' : null;
};

const records = v.record(v.string(), v.looseObject({}));
const currentSchema = v.object({
  version: v.literal(versionOf(STATUS_SHAPE)),
  value: v.looseObject({ pages: records, verdicts: records }),
});
/** A status as it is stored, for comparison only; null for another version or a damaged value. */
const currentValueOf = (raw: unknown) => (parseOrNull(currentSchema, raw)?.value as Status | undefined) ?? null;

const revisionSchema = v.object({ revision: v.number() });
/** The number of the write that stored a status. Values of versions that did not count have 0. */
const revisionOf = (raw: unknown): number => parseOrNull(revisionSchema, raw)?.revision ?? 0;

/** What is stored of the status, on disk and in session storage. `local` is null when the disk can't be read. */
async function readStored({ storage }: Pick<ReadSource, 'storage'> = browser) {
  const [disk, memory] = await Promise.allSettled([
    storage.local.get([STATUS_SHAPE.key, OPTIONS_SHAPE.key, OPTIONS_REPAIRED]),
    storage.session.get([UNSAVED, POLL_TIMES]),
  ]);
  const session: Record<string, unknown> = memory.status === 'fulfilled' ? memory.value : {};
  const local: Record<string, unknown> | null = disk.status === 'fulfilled' ? disk.value : null;
  const raw = local?.[STATUS_SHAPE.key];
  const copy = session[UNSAVED];
  return {
    local,
    raw,
    error: disk.status === 'rejected' ? disk.reason : null,
    copy,
    // A worker that died between writing to disk and removing the copy leaves a copy that is older.
    isUnsaved: copy !== undefined && revisionOf(copy) > revisionOf(raw),
    times: parseOrNull(pollTimes satisfies SchemaFor<PollTimes, typeof pollTimes>, session[POLL_TIMES]),
  };
}

/**
 * The status of the last write, on disk or, where that failed, in session storage. It says when something was damaged and
 * what keeps it from being stored. Rejects when neither can be read.
 */
export async function readStatus(source?: ReadSource): Promise<Status> {
  const { local, raw, error, copy, isUnsaved, times } = await readStored(source);
  if (local === null && copy === undefined) throw error;
  const saved = deserialize(STATUS_SHAPE, raw);
  const isDamaged = saved.damaged.length > 0 && !isOfLaterVersion(STATUS_SHAPE, raw);
  if (isDamaged) await setAside(STATUS_SHAPE.key, raw);
  const stored = isUnsaved ? deserialize(STATUS_SHAPE, copy).value : saved.value;
  const status = times === null ? stored : withPollTimes(stored, times);
  const repairs = [isDamaged ? clock.now() : status.repairedAt, local?.[OPTIONS_REPAIRED]];
  const repairedAt = Math.max(...repairs.map((at) => (typeof at === 'number' ? at : 0)));
  return { ...status, repairedAt: repairedAt || null, storageTrouble: troubleOf(local ?? {}, isUnsaved) };
}

/** Writes the poll times of a status over what is stored. */
async function writePollTimes(status: Status, stored: Status): Promise<void> {
  await browser.storage.session.set({ [POLL_TIMES]: pollTimesOf(status, stored) });
}

/**
 * For the worker only, under the status lock. A status that differs from the stored one in its poll times only is not
 * written again: its times go to session storage. What cannot be written to disk is kept in session storage, so that
 * toolbar, banners and notifications continue. Rejects when that fails too.
 */
export async function writeStatus(status: Status): Promise<void> {
  const { raw, copy, isUnsaved } = await readStored();
  const value: Status = { ...status, storageTrouble: null, tickedAt: null };
  const serialized = { ...serialize(STATUS_SHAPE, value), revision: Math.max(revisionOf(raw), revisionOf(copy)) + 1 };
  const stored = currentValueOf(raw);
  if (!isUnsaved && stored !== null && isSameValue(withoutPollTimes(stored), withoutPollTimes(value))) {
    try {
      return await writePollTimes(status, stored);
    } catch (error) {
      // Without session storage the times go to disk with the rest.
      logFailure('writeStatus', error);
    }
  }
  try {
    // The value of a later version is not ours to overwrite.
    if (isOfLaterVersion(STATUS_SHAPE, raw)) throw new Error('The stored status is of a later version');
    await setLocal({ [STATUS_SHAPE.key]: serialized });
  } catch (error) {
    logFailure('writeStatus', error);
    await browser.storage.session.set({ [UNSAVED]: serialized });
    await writePollTimes(status, value).catch(() => undefined);
    return;
  }
  const cleanUp = [browser.storage.session.remove(UNSAVED), writePollTimes(status, value)];
  await Promise.all(cleanUp).catch((error: unknown) => logFailure('writeStatus', error));
}

/** For extension pages and syncing, under the options lock. Rejects if a later version wrote the stored options. */
export async function writeOptions(options: Options, also: Record<string, unknown> = {}): Promise<void> {
  const { key } = OPTIONS_SHAPE;
  if (isOfLaterVersion(OPTIONS_SHAPE, (await browser.storage.local.get(key))[key])) {
    throw new Error('The stored options are of a later version');
  }
  await setLocal({ [key]: serialize(OPTIONS_SHAPE, options), ...also });
}

/** Stores the one option that a chat site's banner may change. It is never synced, so no time is recorded. */
export async function rememberCarriesConversation(carriesConversation: boolean): Promise<void> {
  await withOptionsLock(async () => {
    const chosen = await readChosen();
    if (chosen.carriesConversation !== carriesConversation) await writeOptions({ ...chosen, carriesConversation });
  });
}

/** Writes options back without their damaged parts, which were copied before. */
async function repairOptions(): Promise<void> {
  const { key } = OPTIONS_SHAPE;
  const { value, damaged } = deserialize(OPTIONS_SHAPE, (await browser.storage.local.get(key))[key]);
  if (damaged.length > 0) await writeOptions(value);
}

/** What the user chose, without managed policy. Damaged parts are copied and repaired in storage. */
export async function readChosen({ storage }: Pick<ReadSource, 'storage'> = browser): Promise<Options> {
  const { key } = OPTIONS_SHAPE;
  const raw = (await storage.local.get(key))[key];
  const { value, damaged } = deserialize(OPTIONS_SHAPE, raw);
  if (damaged.length > 0 && !isOfLaterVersion(OPTIONS_SHAPE, raw)) {
    await setAside(key, raw, { [OPTIONS_REPAIRED]: clock.now() });
    // Not awaited: the caller may hold the options lock already.
    void withOptionsLock(repairOptions);
  }
  return value;
}

function effectiveOptions(chosen: Options, policy: object): Options {
  const { value } = mergePolicy(chosen, policy);
  const { ownPages, watched, planB } = value;
  // A synced value or a policy may name a custom page that does not exist here.
  const isHere = (id: FallbackId) => !isOwnPageId(id) || ownPages.some((page) => page.id === id);
  return { ...value, watched: watched.filter(isHere), planB: planB.filter(isHere) };
}

/** The effective options: managed policy over what the user chose. */
export async function readOptions(): Promise<Options> {
  const [chosen, policy] = await Promise.all([readChosen(), readPolicy()]);
  return effectiveOptions(chosen, policy);
}

/** The same, and which of their parts an organization has set, from one reading of the policy. */
export async function readOptionsWithPreset(source?: ReadSource): Promise<{ options: Options; preset: Preset }> {
  const [chosen, policy] = await Promise.all([readChosen(source), readPolicy(source)]);
  return { options: effectiveOptions(chosen, policy), preset: presetOf(policy) };
}

/** Calls back with each new value, in order; returns a function that stops it. */
function follow<T>(keys: readonly string[], read: () => Promise<T>, onChange: (value: T) => void): () => void {
  return onStorageChange(
    (changes, area) => {
      const isOurs = keys.some((key) => key in changes && (area === 'local' || area === 'session'));
      return isOurs || area === 'managed';
    },
    rereading(read, onChange),
  );
}

/** Only the worker writes it. */
export const statusItem: StorageItem<Status> = {
  read: () => readStatus(),
  watch: (onChange) => follow([STATUS_SHAPE.key, UNSAVED, POLL_TIMES, OPTIONS_REPAIRED], () => readStatus(), onChange),
};

/** The effective options. Extension pages write them by `changeOptions`. */
export const optionsItem: StorageItem<Options> = {
  read: readOptions,
  watch: (onChange) => follow([OPTIONS_SHAPE.key, LAST_POLICY], readOptions, onChange),
};

/**
 * Runs a step once after the browser started or the extension was installed, updated or enabled, when alarms, scripts and
 * toolbar may be gone. `storage.session` is cleared at just those moments. If it fails or the worker dies, the next worker
 * runs it again; without session storage each worker does.
 */
export async function oncePerBrowserSession(step: SessionStep, run: () => Promise<void>): Promise<void> {
  const { [step]: isDone } = await browser.storage.session.get(step).catch((): Record<string, unknown> => ({}));
  if (isDone === true) return;
  await run();
  await browser.storage.session.set({ [step]: true }).catch(() => undefined);
}

/**
 * Erases everything but permissions and `localStorage`, which the settings page erases itself: the worker has none. The
 * steps of the start stay done, as the browser does not start again: the next worker would give up the tabs of drafts that
 * are typed from now on.
 */
export async function eraseAll(): Promise<void> {
  const { session } = browser.storage;
  const done = await session.get([...SESSION_STEPS]).catch((): Record<string, unknown> => ({}));
  await Promise.all([browser.storage.local.clear(), session.clear(), clearHistory(), clearDrafts()]);
  await session.set(done).catch(() => undefined);
}
