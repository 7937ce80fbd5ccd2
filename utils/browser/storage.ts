import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { EMPTY_STATUS } from '@/utils/model/status';
import { optionsSchema, statusSchema } from './status-schema';

/** One value of `storage.local`, parsed on the way in. */
export interface StorageItem<T> {
  read(): Promise<T>;
  write(value: T): Promise<void>;
  /** Calls back with each new value; returns how to stop. */
  watch(onChange: (value: T) => void): () => void;
}

/** A value that does not fit its schema is set aside under `<key>.damaged`, and the fallback is used. */
function item<T>(key: string, schema: v.GenericSchema<unknown, T>, fallback: T): StorageItem<T> {
  const parse = (raw: unknown): T | null => {
    const parsed = v.safeParse(schema, raw);
    return parsed.success ? parsed.output : null;
  };
  return {
    async read() {
      const raw = (await browser.storage.local.get(key))[key];
      if (raw === undefined) return fallback;
      const value = parse(raw);
      if (value === null) await browser.storage.local.set({ [`${key}.damaged`]: raw });
      return value ?? fallback;
    },
    async write(value) {
      await browser.storage.local.set({ [key]: value });
    },
    watch(onChange) {
      const listener = (changes: Record<string, { newValue?: unknown }>) => {
        if (key in changes) onChange(parse(changes[key]?.newValue) ?? fallback);
      };
      browser.storage.local.onChanged.addListener(listener);
      return () => browser.storage.local.onChanged.removeListener(listener);
    },
  };
}

/** Written by the background alone. */
export const statusItem = item('status', statusSchema, EMPTY_STATUS);

/** Written by our pages, read by all. */
export const optionsItem = item('options', optionsSchema, DEFAULT_OPTIONS);
