import * as v from 'valibot';
import browser, { type Tabs } from 'webextension-polyfill';
import { type ComposerReading, type Origin, UNREADABLE } from '@/utils/model/drafts';
import { parseOrNull } from './stored-value';

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

export interface FrontTab {
  tabId: number;
  address: string;
  isPrivate: boolean;
}

/** The tab in front of the person; null where its address is not ours to see: not granted, and not opened from by the icon. */
export async function frontTab(): Promise<FrontTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined || tab.url === undefined
    ? null
    : { tabId: tab.id, address: tab.url, isPrivate: tab.incognito };
}

/** Whether this page of ours is shown in a private window; a spanning extension is not told so by its own context. */
export async function isPrivateWindow(): Promise<boolean> {
  return (await browser.windows.getCurrent()).incognito;
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

/** Closes the tab that a page of ours is in. */
export async function closeThisTab(): Promise<void> {
  const { id } = (await browser.tabs.getCurrent()) ?? {};
  if (id !== undefined) await browser.tabs.remove(id);
}

/** Opens our options page in a tab, or goes to the one that is open. */
export function openOptions(): Promise<void> {
  return browser.runtime.openOptionsPage();
}

/** What `draft.js` leaves in the world of our content scripts, for `readIn` below to call with its argument. */
export interface DraftReader {
  understudyReadTyped?: (hints: readonly string[]) => ComposerReading;
}

const reading: v.GenericSchema<unknown, ComposerReading> = v.object({
  kind: v.picklist(['typed', 'empty', 'no_composer', 'unreadable']),
  text: v.string(),
  hasFiles: v.boolean(),
});

/** Runs in the tab: nothing but its argument and globals are there. */
const readIn = (hints: readonly string[]): ComposerReading | null =>
  (globalThis as DraftReader).understudyReadTyped?.(hints) ?? null;

/** What a tab's composer holds; unreadable where no script may run. `hints` are CSS selectors, best first. */
export async function readComposer(tabId: number, hints: readonly string[]): Promise<ComposerReading> {
  const target = { tabId };
  try {
    // A script from a file takes no arguments, and a function that is passed brings no imports along.
    await browser.scripting.executeScript({ target, files: ['/draft.js'] });
    const [frame] = await browser.scripting.executeScript({ target, func: readIn, args: [[...hints]] });
    return parseOrNull(reading, frame?.result) ?? UNREADABLE;
  } catch {
    return UNREADABLE;
  }
}

/** Whether a reload would lose something typed or added; no more than that is kept. True where we could not look. */
export async function hasTypedText(tabId: number, hints: readonly string[]): Promise<boolean> {
  const { kind, hasFiles } = await readComposer(tabId, hints);
  return kind === 'typed' || kind === 'unreadable' || hasFiles;
}
