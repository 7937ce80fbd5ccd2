import browser from 'webextension-polyfill';

/** The address of the tab in front of this window; null where the browser does not show it to us. */
export async function frontAddress(): Promise<string | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.url ?? null;
}

/** The tab that the person used last of those on such an address; null where none can be seen. */
export async function findTab(isWanted: (address: string) => boolean): Promise<number | null> {
  const tabs = await browser.tabs.query({});
  const found = tabs.filter(({ url }) => url !== undefined && isWanted(url));
  const [last] = found.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return last?.id ?? null;
}

/** Reloads a tab and brings it to the front. */
export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId);
  await browser.tabs.update(tabId, { active: true });
}
