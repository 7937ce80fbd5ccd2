import browser, { type Tabs } from 'webextension-polyfill';

/** Those of the patterns that a tab is open on. A browser shows us the addresses of granted sites only. */
export async function openPatterns(patterns: readonly string[]): Promise<string[]> {
  const isOpen = await Promise.all(
    patterns.map(async (pattern) => (await browser.tabs.query({ url: pattern })).length > 0),
  );
  return patterns.filter((_, index) => isOpen[index]);
}

/**
 * Calls back when a page whose address we may see has loaded in some tab, or has taken another address without a load
 * (`isLoad` false), as pages do that navigate by script.
 */
export function onPageShown(callBack: (address: string, tabId: number, isLoad: boolean) => void): void {
  browser.tabs.onUpdated.addListener((tabId: number, change: Tabs.OnUpdatedChangeInfoType, tab: Tabs.Tab) => {
    const isLoad = change.status === 'complete';
    const isMoved = change.status === undefined && change.url !== undefined;
    if ((isLoad || isMoved) && tab.url !== undefined) callBack(tab.url, tabId, isLoad);
  });
}

/** The tab's id; null when the browser did not tell. */
export async function openTab(url: string): Promise<number | null> {
  return (await browser.tabs.create({ url })).id ?? null;
}

/** A tab of ours or a site that was not granted cannot be seen; then it is opened. */
export async function bringForward(patterns: readonly string[], url: string): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...patterns] });
  const [tab] = tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  if (tab?.id === undefined) {
    await openTab(url);
    return;
  }
  await browser.tabs.update(tab.id, { active: true });
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

/** The ids of the tabs that are open on one of these patterns. */
export async function openTabs(patterns: readonly string[]): Promise<number[]> {
  const tabs = await browser.tabs.query({ url: [...patterns] });
  return tabs.flatMap(({ id }) => id ?? []);
}
