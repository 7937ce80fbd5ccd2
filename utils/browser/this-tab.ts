import browser from 'webextension-polyfill';

/** Closes the tab that a page of ours is in. */
export async function closeThisTab(): Promise<void> {
  const { id } = (await browser.tabs.getCurrent()) ?? {};
  if (id !== undefined) await browser.tabs.remove(id);
}
