import browser, { type Tabs } from 'webextension-polyfill';
import type { Origin } from '@/utils/model/carry';

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

/** Opens an address in a new tab, and in a new window where none is open: a browser without windows has no current one. */
async function openNew(url: string): Promise<number | null> {
  try {
    return (await browser.tabs.create({ url })).id ?? null;
  } catch {
    const { tabs = [] } = await browser.windows.create({ url, focused: true });
    return tabs[0]?.id ?? null;
  }
}

/**
 * Opens an address beside a tab, as a link there would: in its window, private or not, and in Firefox in its container.
 * `cookieStoreId` would need the "cookies" permission; a tab with an opener inherits the container without one.
 */
async function openBeside(url: string, { tabId, isPrivate }: Origin): Promise<number | null> {
  const opener = await browser.tabs.get(tabId).catch(() => null);
  if (opener?.windowId !== undefined) {
    const beside = { url, openerTabId: tabId, windowId: opener.windowId };
    const tab = await browser.tabs.create(beside).catch(() => null);
    if (tab !== null) return tab.id ?? null;
  }
  // What began in a private window is never opened in another.
  if (isPrivate) return (await browser.windows.create({ url, incognito: true })).tabs?.[0]?.id ?? null;
  return openNew(url);
}

/** Puts the tab that was used last in front; `url` where it is to go somewhere else. Its id; null when there is none. */
async function activate(patterns: readonly string[], url: string | null): Promise<number | null> {
  const tabs = await browser.tabs.query({ url: [...patterns] });
  const [tab] = tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  if (tab?.id === undefined) return null;
  const move = url === null || tab.url === url ? {} : { url };
  await browser.tabs.update(tab.id, { active: true, ...move });
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  return tab.id;
}

/**
 * Opens an address, or goes to the tab that shows this page of ours already: of each there is one. The tab's id; null
 * when the browser did not tell.
 */
export async function openTab(url: string, origin: Origin | null = null): Promise<number | null> {
  if (!url.startsWith(browser.runtime.getURL('/'))) return origin === null ? openNew(url) : openBeside(url, origin);
  // A tab may close in between, and a page that is open twice is better than none.
  const [page = url] = url.split('#');
  return (await activate([`${page}*`], url).catch(() => null)) ?? openNew(url);
}

/** A site that was not granted cannot be seen; then it is opened. */
export async function bringForward(patterns: readonly string[], url: string): Promise<void> {
  if ((await activate(patterns, null).catch(() => null)) === null) await openNew(url);
}

/** The ids of the tabs that are open on one of these patterns. */
export async function openTabs(patterns: readonly string[]): Promise<number[]> {
  const tabs = await browser.tabs.query({ url: [...patterns] });
  return tabs.flatMap(({ id }) => id ?? []);
}
