import browser from 'webextension-polyfill';

/** What changed, by key, and the storage area. */
type Concerns = (changes: Readonly<Record<string, unknown>>, area: string) => boolean;

/** Calls back after each change that concerns the caller. Returns a function that stops it. */
export function onStorageChange(concerns: Concerns, callBack: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (concerns(changes, area)) callBack();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** Reads a value at each call and passes it on, unless a later call has overtaken it or it can't be read. */
export function rereading<T>(read: () => Promise<T>, onValue: (value: T) => void): () => void {
  let reading = 0;
  const update = async () => {
    const mine = ++reading;
    const value = await read();
    if (mine === reading) onValue(value);
  };
  return () => void update().catch(() => undefined);
}
