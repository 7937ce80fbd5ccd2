import browser from 'webextension-polyfill';

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
