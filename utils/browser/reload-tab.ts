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

/** Whether something typed stands in a tab's chat; no more than that is kept. True where we could not look. */
export async function hasTypedText(tabId: number): Promise<boolean> {
  const look = () => browser.scripting.executeScript({ target: { tabId }, files: ['/draft.js'] });
  const frames = await look().catch(() => null);
  return frames === null || frames[0]?.result !== '';
}
