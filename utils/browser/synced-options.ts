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
import { parseOrNull } from './stored-value';

const KEY = 'sync';
// A time beyond what a date can hold would win over every later choice.
const time = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));
const stateSchema = v.object({
  isOn: v.boolean(),
  chosenAt: v.object(v.entriesFromList(Object.keys(OPTIONS_PARTS), v.nullish(time))),
});
const itemSchema = v.object({ at: time });

/** As if nobody had chosen anything where it is damaged: then what others chose is taken, and nothing is sent. */
export async function readSyncState(): Promise<SyncState> {
  return (parseOrNull(stateSchema, (await browser.storage.local.get(KEY))[KEY]) as SyncState | null) ?? NOT_SYNCED;
}

/** One item for each part, so that two browsers that choose different ones both keep theirs. Rejects where nothing syncs. */
async function readSynced(): Promise<[SharedPart, SyncItem][]> {
  const items = Object.entries(await browser.storage.sync.get());
  return items.filter(([, item]) => parseOrNull(itemSchema, item) !== null) as [SharedPart, SyncItem][];
}

/** Takes over what was chosen later elsewhere, where the person wants it. To be called in the turn of options. */
export async function takeSynced(): Promise<void> {
  const state = await readSyncState();
  if (!state.isOn) return;
  const chosenAt = { ...state.chosenAt };
  const items = (await readSynced()).filter(([part, { at }]) => isLater(at, chosenAt[part]));
  const over = Object.fromEntries(items.map(([part, { value }]) => [part, value]));
  const { value, damaged } = mergeOverrides(await readChosen(), over);
  const taken = items.filter(([part]) => part in value && !damaged.includes(part));
  // Our own sending comes by here too: nothing may be written over what is being chosen meanwhile.
  if (taken.length === 0) return;
  for (const [part, { at }] of taken) chosenAt[part] = at;
  await writeOptions(value, { [KEY]: { isOn: true, chosenAt } });
}

/** When each part was chosen that lies in the sync storage. */
export async function readSyncedAt(): Promise<ChosenAt> {
  return Object.fromEntries((await readSynced()).map(([part, { at }]) => [part, at]));
}

/** Parts that lie there in a shape that we do not know. */
export async function readUnreadable(): Promise<SharedPart[]> {
  const stored = await browser.storage.sync.get();
  const items = await readSynced();
  const over = Object.fromEntries(items.map(([part, { value }]) => [part, value]));
  const { damaged } = mergeOverrides(DEFAULT_OPTIONS, over);
  return SHARED_PARTS.filter((part) => part in stored && (!(part in over) || damaged.includes(part)));
}

/** In one go: browsers count how often something is written. */
export async function sendSynced(items: Partial<Record<SharedPart, SyncItem>>): Promise<void> {
  if (Object.keys(items).length > 0) await browser.storage.sync.set(items);
}

/** Takes out what is ours; other browsers keep what they have. */
export async function clearSynced(): Promise<void> {
  await browser.storage.sync.remove([...SHARED_PARTS]);
}

/** Where a browser offers none there is nothing to switch on. */
export const hasSync = (): boolean => browser.storage.sync !== undefined;

/** For our pages. `options` are what the person chose, whatever is preset. */
export async function writeChosen(options: Options, state: SyncState): Promise<void> {
  await writeOptions(options, { [KEY]: state });
}

export async function writeSyncState(state: SyncState): Promise<void> {
  await setLocal({ [KEY]: state });
}
