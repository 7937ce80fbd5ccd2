import browser, { type Tabs } from 'webextension-polyfill';
import type { Origin } from '@/utils/model/carry';

/** Those of the patterns that a tab is open on. A browser shows us the addresses of granted sites only. */
export async function openPatterns(patterns: readonly string[]): Promise<string[]> {
  const isOpen = await Promise.all(
    patterns.map(async (pattern) => (await browser.tabs.query({ url: pattern })).length > 0),
  );
  return patterns.filter((_, index) => isOpen[index]);
}

/** Calls back when a page whose address we may see has loaded in some tab. */
export function onPageLoaded(callBack: (address: string, tabId: number) => void): void {
  browser.tabs.onUpdated.addListener((tabId: number, change: Tabs.OnUpdatedChangeInfoType, tab: Tabs.Tab) => {
    if (change.status === 'complete' && tab.url !== undefined) callBack(tab.url, tabId);
  });
}

/**
 * The tab's id; null when the browser did not tell. With an origin it opens beside that tab, as a link there would: in
 * its window, private or not, and in Firefox in its container. `cookieStoreId` would need the "cookies" permission;
 * a tab with an opener inherits the container without one.
 */
export async function openTab(url: string, origin: Origin | null = null): Promise<number | null> {
  const opener = origin === null ? null : await browser.tabs.get(origin.tabId).catch(() => null);
  if (origin !== null && opener?.windowId !== undefined) {
    const beside = { url, openerTabId: origin.tabId, windowId: opener.windowId };
    const tab = await browser.tabs.create(beside).catch(() => null);
    if (tab !== null) return tab.id ?? null;
  }
  // What began in a private window is never opened in another.
  if (origin?.isPrivate) return (await browser.windows.create({ url, incognito: true })).tabs?.[0]?.id ?? null;
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
