import browser from 'webextension-polyfill';
import type { Options } from '@/utils/model/options';
import { joinOwnPages } from '@/utils/model/own-page';
import type { Status } from '@/utils/model/status';
import * as clock from './clock';
import { OPTIONS_SHAPE, STATUS_SHAPE } from './storage-shapes';
import { type Restored, restore, type StoredShape, seal } from './stored-value';

/** One value of `storage.local`, brought up to date and parsed on the way in. */
export interface StorageItem<T extends object> {
  shape: StoredShape<T>;
  /** What becomes of each value before anybody has it. */
  take(value: T): T;
  read(): Promise<T>;
  write(value: T): Promise<void>;
}

function item<T extends object>(
  shape: StoredShape<T>,
  onDamage: (restored: Restored<T>, raw: unknown) => Promise<T>,
  take: (value: T) => T = (value) => value,
): StorageItem<T> {
  const { key } = shape;
  return {
    shape,
    take,
    async read() {
      const raw = (await browser.storage.local.get(key))[key];
      const restored = restore(shape, raw);
      return take(restored.damaged.length > 0 ? await onDamage(restored, raw) : restored.value);
    },
    async write(value) {
      await browser.storage.local.set({ [key]: seal(shape, value) });
    },
  };
}

/** Written by the background alone. What is damaged is set aside under `status.damaged`, and the status says so. */
export const statusItem: StorageItem<Status> = item(STATUS_SHAPE, async ({ value }, raw) => {
  await browser.storage.local.set({ 'status.damaged': raw });
  return { ...value, repairedAt: clock.now() };
});

/** Written by our pages, read by all. */
export const optionsItem: StorageItem<Options> = item(
  OPTIONS_SHAPE,
  async ({ value }, raw) => {
    await browser.storage.local.set({ 'options.damaged': raw });
    return value;
  },
  (options) => {
    joinOwnPages(options.ownPages);
    return options;
  },
);
