import type { Browser } from 'webextension-polyfill';
import type { ReadSource } from './stored-value';

/** The polyfill is too large to be loaded before the first paint. Both browsers answer with promises without it. */
function nativeApi(): Pick<Browser, 'storage' | 'permissions'> & Partial<Pick<Browser, 'windows'>> {
  const { browser, chrome } = globalThis as { browser?: Browser; chrome?: Browser };
  const api = browser ?? chrome;
  if (api === undefined) throw new Error('No extension API');
  return api;
}

export interface EarlyReads {
  /**
   * What was read, once; null if something has changed meanwhile. Call it after the reader has added its own listeners, so
   * that no change is missed.
   */
  take(): ReadSource | null;
}

/** Reads what the popup shows, before the code that parses it is loaded. Everything that is stored is small. */
export function readEarly(): EarlyReads {
  const { storage, permissions, windows } = nativeApi();
  let hasChanged = false;
  const note = () => {
    hasChanged = true;
  };
  const events = [storage.onChanged, permissions.onAdded, permissions.onRemoved];
  for (const event of events) event.addListener(note);
  const [local, session, managed, grants, window] = [
    storage.local.get(null),
    storage.session.get(null),
    storage.managed.get(null),
    permissions.getAll(),
    windows?.getCurrent(),
  ];
  // Its reader handles failures, and may never come: Firefox rejects where there is no policy.
  for (const answer of [local, session, managed, grants, window]) answer?.catch(() => undefined);
  return {
    take() {
      for (const event of events) event.removeListener(note);
      if (hasChanged) return null;
      return {
        storage: { local: { get: () => local }, session: { get: () => session }, managed: { get: () => managed } },
        permissions: { getAll: () => grants },
        windows: window && { getCurrent: () => window },
      };
    },
  };
}
