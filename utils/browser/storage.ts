import browser from 'webextension-polyfill';
import type { Options } from '@/utils/model/options';
import { joinOwnPages } from '@/utils/model/own-page';
import type { Status } from '@/utils/model/status';
import * as clock from './clock';
import { OPTIONS_SHAPE, STATUS_SHAPE } from './storage-shapes';
import { type Restored, restore, type StoredShape, seal } from './stored-value';

/** One value of `storage.local`, brought up to date and parsed on the way in. */
export interface StorageItem<T> {
  read(): Promise<T>;
  write(value: T): Promise<void>;
  /** Calls back with each new value; returns how to stop. */
  watch(onChange: (value: T) => void): () => void;
}

function item<T extends object>(
  shape: StoredShape<T>,
  onDamage: (restored: Restored<T>, raw: unknown) => Promise<T>,
): StorageItem<T> {
  const { key } = shape;
  return {
    async read() {
      const raw = (await browser.storage.local.get(key))[key];
      const restored = restore(shape, raw);
      return restored.damaged.length > 0 ? onDamage(restored, raw) : restored.value;
    },
    async write(value) {
      await browser.storage.local.set({ [key]: seal(shape, value) });
    },
    watch(onChange) {
      const listener = (changes: Record<string, { newValue?: unknown }>) => {
        if (key in changes) onChange(restore(shape, changes[key]?.newValue).value);
      };
      browser.storage.local.onChanged.addListener(listener);
      return () => browser.storage.local.onChanged.removeListener(listener);
    },
  };
}

/** Written by the background alone. What is damaged is set aside under `status.damaged`, and the status says so. */
export const statusItem: StorageItem<Status> = item(STATUS_SHAPE, async ({ value }, raw) => {
  await browser.storage.local.set({ 'status.damaged': raw });
  return { ...value, repairedAt: clock.now() };
});

const storedOptions: StorageItem<Options> = item(OPTIONS_SHAPE, async ({ value }, raw) => {
  await browser.storage.local.set({ 'options.damaged': raw });
  return value;
});

function joined(options: Options): Options {
  joinOwnPages(options.ownPages);
  return options;
}

/** Written by our pages, read by all. */
export const optionsItem: StorageItem<Options> = {
  ...storedOptions,
  read: async () => joined(await storedOptions.read()),
  watch: (onChange) => storedOptions.watch((options) => onChange(joined(options))),
};
