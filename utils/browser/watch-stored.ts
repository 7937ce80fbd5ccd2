import browser from 'webextension-polyfill';
import type { StorageItem } from './storage';
import { restore } from './stored-value';

/** Calls back with each new value; returns how to stop. For our pages: the worker starts from what it reads. */
export function watchStored<T extends object>(
  { shape, take }: StorageItem<T>,
  onChange: (value: T) => void,
): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    if (shape.key in changes) onChange(take(restore(shape, changes[shape.key]?.newValue).value));
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}
