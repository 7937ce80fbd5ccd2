import browser from 'webextension-polyfill';

/** Opens our options page in a tab, or goes to the one that is open. */
export function openOptions(): Promise<void> {
  return browser.runtime.openOptionsPage();
}
