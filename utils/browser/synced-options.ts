import * as v from 'valibot';
import browser from 'webextension-polyfill';
import {
  type ChosenAt,
  DEFAULT_OPTIONS,
  isLater,
  NOT_SYNCED,
  type Options,
  SHARED_PARTS,
  type SharedPart,
  type SyncItem,
  type SyncState,
} from '@/utils/model/options';
import { OPTIONS_PARTS } from './options-schema';
import { mergeOverrides } from './policy';
import { readChosen, setLocal, writeOptions } from './storage';
import { onStorageChange } from './storage-changes';
import { parseOrNull } from './stored-value';

const KEY = 'sync';
// The largest valid date: a later time would win over every future choice.
const time = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));
const stateSchema = v.object({
  isOn: v.boolean(),
  chosenAt: v.object(v.entriesFromList(Object.keys(OPTIONS_PARTS), v.nullish(time))),
});
const itemSchema = v.object({ at: time });

/** Falls back to `NOT_SYNCED` if damaged, so that remote values win and nothing is uploaded. */
export async function readSyncState(): Promise<SyncState> {
  return (parseOrNull(stateSchema, (await browser.storage.local.get(KEY))[KEY]) as SyncState | null) ?? NOT_SYNCED;
}

/** Calls back when sync is switched on or off, and after each choice. Returns a function that stops it. */
export function watchSyncState(onChange: () => void): () => void {
  return onStorageChange((changes, area) => area === 'local' && KEY in changes, onChange);
}

/** One item per part, so that changes of different parts do not conflict. Rejects without sync storage. */
async function readSynced(): Promise<[SharedPart, SyncItem][]> {
  const items = Object.entries(await browser.storage.sync.get());
  return items.filter(([, item]) => parseOrNull(itemSchema, item) !== null) as [SharedPart, SyncItem][];
}

/** If sync is on, applies values that another browser chose later. Must be called under the options lock. */
export async function takeSynced(): Promise<void> {
  const state = await readSyncState();
  if (!state.isOn) return;
  const chosenAt = { ...state.chosenAt };
  const items = (await readSynced()).filter(([part, { at }]) => isLater(at, chosenAt[part]));
  const over = Object.fromEntries(items.map(([part, { value }]) => [part, value]));
  const { value, damaged } = mergeOverrides(await readChosen(), over);
  const taken = items.filter(([part]) => part in value && !damaged.includes(part));
  // Our own uploads trigger this too. Without newer values, nothing may be written over a change in progress.
  if (taken.length === 0) return;
  for (const [part, { at }] of taken) chosenAt[part] = at;
  await writeOptions(value, { [KEY]: { isOn: true, chosenAt } });
}

/** The time of the choice of each synced part. */
export async function readSyncedAt(): Promise<ChosenAt> {
  return Object.fromEntries((await readSynced()).map(([part, { at }]) => [part, at]));
}

/** The synced parts that can't be parsed, for example those of a newer version. */
export async function readUnreadable(): Promise<SharedPart[]> {
  const stored = await browser.storage.sync.get();
  const items = await readSynced();
  const over = Object.fromEntries(items.map(([part, { value }]) => [part, value]));
  const { damaged } = mergeOverrides(DEFAULT_OPTIONS, over);
  return SHARED_PARTS.filter((part) => part in stored && (!(part in over) || damaged.includes(part)));
}

/** In one write, because browsers limit the number of writes to sync storage. */
export async function sendSynced(items: Partial<Record<SharedPart, SyncItem>>): Promise<void> {
  if (Object.keys(items).length > 0) await browser.storage.sync.set(items);
}

/** Deletes the synced copy. Other browsers keep their own options. */
export async function clearSynced(): Promise<void> {
  await browser.storage.sync.remove([...SHARED_PARTS]);
}

/** Whether the browser has sync storage. */
export const hasSync = (): boolean => browser.storage.sync !== undefined;

/** For extension pages. `options` are the user's choices, without managed policy. */
export async function writeChosen(options: Options, state: SyncState): Promise<void> {
  await writeOptions(options, { [KEY]: state });
}

export async function writeSyncState(state: SyncState): Promise<void> {
  await setLocal({ [KEY]: state });
}
