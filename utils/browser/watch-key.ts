import browser from 'webextension-polyfill';

/** Calls back with what is read whenever one key changes, unless it cannot be read; returns how to stop. */
export function watchKey<T>(
  area: 'local' | 'session',
  key: string,
  read: () => Promise<T>,
  onChange: (value: T) => void,
): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (key in changes) void read().then(onChange, () => undefined);
  };
  const { onChanged } = browser.storage[area];
  onChanged.addListener(listener);
  return () => onChanged.removeListener(listener);
}
