import browser from 'webextension-polyfill';
import { isOwnPageId } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import { joinOwnPages } from '@/utils/model/own-page';
import type { Status } from '@/utils/model/status';
import type { WayId } from '@/utils/model/way';
import * as clock from './clock';
import { overlayOptions } from './overlay-options';
import { readPolicy } from './read-policy';
import { OPTIONS_SHAPE, STATUS_SHAPE } from './storage-shapes';
import { type Restored, restore, type StoredShape, seal } from './stored-value';

/** One value of `storage.local`, as our pages follow it. */
export interface StorageItem<T> {
  read(): Promise<T>;
  /** Calls back with each new value; returns how to stop. */
  watch(onChange: (value: T) => void): () => void;
}

/** Brought up to date and parsed. What is damaged is set aside under `<key>.damaged`. */
async function readStored<T extends object>(shape: StoredShape<T>): Promise<Restored<T>> {
  const { key } = shape;
  const raw = (await browser.storage.local.get(key))[key];
  const restored = restore(shape, raw);
  if (restored.damaged.length > 0) await browser.storage.local.set({ [`${key}.damaged`]: raw });
  return restored;
}

/** When something was damaged the status says so. */
export async function readStatus(): Promise<Status> {
  const { value, damaged } = await readStored(STATUS_SHAPE);
  return damaged.length > 0 ? { ...value, repairedAt: clock.now() } : value;
}

/** For the background alone. */
export async function writeStatus(status: Status): Promise<void> {
  await browser.storage.local.set({ [STATUS_SHAPE.key]: seal(STATUS_SHAPE, status) });
}

/** What the person chose, whatever is preset. */
export async function readChosen(): Promise<Options> {
  return (await readStored(OPTIONS_SHAPE)).value;
}

/** What holds: what an organisation set, and for the rest what the person chose. */
export async function readOptions(): Promise<Options> {
  const { value } = overlayOptions(await readChosen(), await readPolicy());
  const { ownPages, watched, planB } = value;
  joinOwnPages(ownPages);
  // Another browser, or a policy, may name a page that is not here.
  const isHere = (id: WayId) => !isOwnPageId(id) || ownPages.some((page) => page.id === id);
  return { ...value, watched: watched.filter(isHere), planB: planB.filter(isHere) };
}

type Listener = (changes: Record<string, { newValue?: unknown }>, area: string) => void;

function listen(listener: Listener): () => void {
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** Written by the background alone. */
export const statusItem: StorageItem<Status> = {
  read: readStatus,
  watch: (onChange) =>
    listen((changes, area) => {
      const { key } = STATUS_SHAPE;
      if (area === 'local' && key in changes) onChange(restore(STATUS_SHAPE, changes[key]?.newValue).value);
    }),
};

/** What holds. Our pages write it by `changeOptions`. */
export const optionsItem: StorageItem<Options> = {
  read: readOptions,
  watch(onChange) {
    let reading = 0;
    const read = async () => {
      const mine = ++reading;
      const value = await readOptions();
      if (mine === reading) onChange(value);
    };
    return listen((changes, area) => {
      if (area === 'managed' || (area === 'local' && OPTIONS_SHAPE.key in changes)) void read();
    });
  },
};
