import browser from 'webextension-polyfill';

const KEY = 'hasBegun';

/**
 * Whether this is the first worker since the browser started, the extension was installed, updated, or switched
 * on again: then alarms, scripts and toolbar may be gone. `storage.session` forgets at just those moments.
 */
export async function isFirstRun(): Promise<boolean> {
  const { [KEY]: hasBegun } = await browser.storage.session.get(KEY);
  if (hasBegun === true) return false;
  await browser.storage.session.set({ [KEY]: true });
  return true;
}
