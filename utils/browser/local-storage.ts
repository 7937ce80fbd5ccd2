import browser from 'webextension-polyfill';
import { logFailure } from './failure-log';

/** What a full disk costs first: copies of damaged values, and drafts of versions that kept them here. */
const EXPENDABLE = ['status.damaged', 'options.damaged', 'drafts'];

/** Writes to `storage.local`. A write that fails is tried once more after what is expendable was removed. */
export async function setLocal(values: Record<string, unknown>): Promise<void> {
  try {
    await browser.storage.local.set(values);
  } catch (error) {
    logFailure('storage.local.set', error);
    await browser.storage.local.remove(EXPENDABLE.filter((key) => !(key in values)));
    await browser.storage.local.set(values);
  }
}

/**
 * Closes `storage.local` to content scripts. Chromium has this; Firefox does not, and there content scripts could read
 * settings and status, but no draft: those are in IndexedDB and in `storage.session`. Never rejects.
 * https://developer.chrome.com/docs/extensions/reference/api/storage#method-StorageArea-setAccessLevel
 */
export async function closeLocalStorage(): Promise<void> {
  const local = browser.storage.local as typeof browser.storage.local & {
    setAccessLevel?: (level: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void>;
  };
  try {
    await local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  } catch (error) {
    logFailure('storage.local.setAccessLevel', error);
  }
}
