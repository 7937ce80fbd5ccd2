import browser from 'webextension-polyfill';
import { isOwnPageId } from '@/utils/model/assistant';
import type { FallbackId } from '@/utils/model/fallback';
import type { Options } from '@/utils/model/options';
import type { Status, StorageTrouble } from '@/utils/model/status';
import * as clock from './clock';
import { clearDrafts } from './drafts-store';
import { logFailure } from './failure-log';
import { clearHistory } from './history';
import { mergeOverrides, readPolicy } from './policy';
import { OPTIONS_SHAPE, STATUS_SHAPE } from './storage-shapes';
import { deserialize, isOfLaterVersion, serialize } from './stored-value';

/** What a full disk costs first: copies of damaged values, and drafts of versions that kept them here. */
const EXPENDABLE = ['status.damaged', 'options.damaged', 'drafts'];

/** Writes to `storage.local`. A write that fails is tried once more after what is expendable was removed. */
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
 * Whoever writes options does so here, one after the other over the worker and all of our pages: two quick clicks must not
 * undo each other, nor two windows, nor what comes from another browser. Not to be called from within itself. Null when it
 * failed; never rejects.
 */
export async function inOptionsTurn<T>(job: () => Promise<T>): Promise<T | null> {
  try {
    return await navigator.locks.request('options', job);
  } catch {
    return null;
  }
}

/** One value of `storage.local`, as our pages follow it. */
export interface StorageItem<T> {
  read(): Promise<T>;
  /** Calls back with each new value; returns how to stop. */
  watch(onChange: (value: T) => void): () => void;
}

/** In `storage.session`: the status while it cannot be written to disk. It survives the worker, not the browser. */
const UNSAVED = 'status.unsaved';
const OPTIONS_REPAIRED = 'options.repairedAt';

/**
 * Keeps a damaged value under `<key>.damaged` before anything is written over it; once, however often it is read. A disk
 * that has no room for the copy does not keep the rest from being read.
 */
async function setAside(key: string, raw: unknown, also: object = {}): Promise<void> {
  const asideKey = `${key}.damaged`;
  try {
    const kept = (await browser.storage.local.get(asideKey))[asideKey];
    if (JSON.stringify(kept) !== JSON.stringify(raw)) await browser.storage.local.set({ [asideKey]: raw, ...also });
  } catch (error) {
    logFailure('setAside', error);
  }
}

const troubleOf = (local: Record<string, unknown>, isUnsaved: boolean): StorageTrouble | null => {
  if (isOfLaterVersion(STATUS_SHAPE, local[STATUS_SHAPE.key])) return 'later_status';
  if (isUnsaved) return 'failing';
  return isOfLaterVersion(OPTIONS_SHAPE, local[OPTIONS_SHAPE.key]) ? 'later_options' : null;
};

/**
 * The status as it was written last, be it to disk or, where that failed, to session storage. It says when something was
 * damaged, and what keeps it from being stored. Rejects when neither can be read.
 */
export async function readStatus(): Promise<Status> {
  const [disk, memory] = await Promise.allSettled([
    browser.storage.local.get([STATUS_SHAPE.key, OPTIONS_SHAPE.key, OPTIONS_REPAIRED]),
    browser.storage.session.get(UNSAVED),
  ]);
  const copy = memory.status === 'fulfilled' ? memory.value[UNSAVED] : undefined;
  if (disk.status === 'rejected' && copy === undefined) throw disk.reason;
  const local = disk.status === 'fulfilled' ? disk.value : {};
  const raw = local[STATUS_SHAPE.key];
  const saved = deserialize(STATUS_SHAPE, raw);
  const unsaved = copy === undefined ? null : deserialize(STATUS_SHAPE, copy).value;
  // A worker that died between writing and removing the copy leaves one that is older.
  const isUnsaved = unsaved !== null && (unsaved.tickedAt ?? 0) >= (saved.value.tickedAt ?? 0);
  const isDamaged = saved.damaged.length > 0 && !isOfLaterVersion(STATUS_SHAPE, raw);
  if (isDamaged) await setAside(STATUS_SHAPE.key, raw);
  const status = isUnsaved ? unsaved : saved.value;
  const repairs = [isDamaged ? clock.now() : status.repairedAt, local[OPTIONS_REPAIRED]];
  const repairedAt = Math.max(...repairs.map((at) => (typeof at === 'number' ? at : 0)));
  return { ...status, repairedAt: repairedAt || null, storageTrouble: troubleOf(local, isUnsaved) };
}

async function saveStatus({ storageTrouble, ...status }: Status): Promise<void> {
  // The value of a later version is not ours to write over.
  if (storageTrouble === 'later_status') throw new Error('The stored status is of a later version');
  await setLocal({ [STATUS_SHAPE.key]: serialize(STATUS_SHAPE, { ...status, storageTrouble: null }) });
}

/**
 * For the background alone. What cannot be written to disk is kept in session storage, so that the toolbar, banners and
 * notifications go on by what was read. Rejects when that fails too.
 */
export async function writeStatus(status: Status): Promise<void> {
  try {
    await saveStatus(status);
  } catch (error) {
    logFailure('writeStatus', error);
    await browser.storage.session.set({ [UNSAVED]: serialize(STATUS_SHAPE, status) });
    return;
  }
  await browser.storage.session.remove(UNSAVED).catch((error: unknown) => logFailure('writeStatus', error));
}

/** For our pages and for syncing, in the turn of options. Rejects where a later version wrote what is there. */
export async function writeOptions(options: Options, also: Record<string, unknown> = {}): Promise<void> {
  const { key } = OPTIONS_SHAPE;
  if (isOfLaterVersion(OPTIONS_SHAPE, (await browser.storage.local.get(key))[key])) {
    throw new Error('The stored options are of a later version');
  }
  await setLocal({ [key]: serialize(OPTIONS_SHAPE, options), ...also });
}

/** Writes damaged options back without what was damaged; that was set aside before. */
async function repairOptions(): Promise<void> {
  const { key } = OPTIONS_SHAPE;
  const { value, damaged } = deserialize(OPTIONS_SHAPE, (await browser.storage.local.get(key))[key]);
  if (damaged.length > 0) await writeOptions(value);
}

/** What the person chose, whatever is preset. What is damaged is set aside and repaired in storage. */
export async function readChosen(): Promise<Options> {
  const { key } = OPTIONS_SHAPE;
  const raw = (await browser.storage.local.get(key))[key];
  const { value, damaged } = deserialize(OPTIONS_SHAPE, raw);
  if (damaged.length > 0 && !isOfLaterVersion(OPTIONS_SHAPE, raw)) {
    await setAside(key, raw, { [OPTIONS_REPAIRED]: clock.now() });
    // Not awaited: whoever reads may be in the turn of options already.
    void inOptionsTurn(repairOptions);
  }
  return value;
}

/** What holds: what an organisation set, and for the rest what the person chose. */
export async function readOptions(): Promise<Options> {
  const { value } = mergeOverrides(await readChosen(), await readPolicy());
  const { ownPages, watched, planB } = value;
  // Another browser, or a policy, may name a page that is not here.
  const isHere = (id: FallbackId) => !isOwnPageId(id) || ownPages.some((page) => page.id === id);
  return { ...value, watched: watched.filter(isHere), planB: planB.filter(isHere) };
}

type Listener = (changes: Record<string, { newValue?: unknown }>, area: string) => void;

function listen(listener: Listener): () => void {
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** Calls back with what is read whenever one of these keys changes, the latest read last; returns how to stop. */
function follow<T>(keys: readonly string[], read: () => Promise<T>, onChange: (value: T) => void): () => void {
  let reading = 0;
  const update = async () => {
    const mine = ++reading;
    const value = await read();
    if (mine === reading) onChange(value);
  };
  return listen((changes, area) => {
    const isOurs = keys.some((key) => key in changes && (area === 'local' || area === 'session'));
    // What cannot be read now changes nothing.
    if (isOurs || area === 'managed') update().catch(() => undefined);
  });
}

/** Written by the background alone. */
export const statusItem: StorageItem<Status> = {
  read: readStatus,
  watch: (onChange) => follow([STATUS_SHAPE.key, UNSAVED, OPTIONS_REPAIRED], readStatus, onChange),
};

/** What holds. Our pages write it by `changeOptions`. */
export const optionsItem: StorageItem<Options> = {
  read: readOptions,
  watch: (onChange) => follow([OPTIONS_SHAPE.key], readOptions, onChange),
};

const KEY = 'hasBegun';

/**
 * Begins, unless a worker has done so since the browser started, the extension was installed, updated, or switched on
 * again: then alarms, scripts and toolbar may be gone. `storage.session` forgets at just those moments. A beginning that
 * failed, or died half-way, is made again by the next worker.
 */
export async function oncePerBrowserSession(begin: () => Promise<void>): Promise<void> {
  // Where that cannot be told or noted, each worker begins: it is safe to repeat.
  const { [KEY]: hasBegun } = await browser.storage.session.get(KEY).catch((): Record<string, unknown> => ({}));
  if (hasBegun === true) return;
  await begin();
  await browser.storage.session.set({ [KEY]: true }).catch(() => undefined);
}

/** Everything of ours in this browser: settings, memory, drafts, evidence, and the history of years. */
export async function eraseAll(): Promise<void> {
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear(), clearHistory(), clearDrafts()]);
}
