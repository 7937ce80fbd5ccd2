import * as v from 'valibot';
import browser, { type Tabs, type Windows } from 'webextension-polyfill';
import { parseUrl } from '@/utils/model/address';
import { type ComposerReading, type FrontTab, type Origin, UNREADABLE } from '@/utils/model/drafts';
import { orNullAfter } from './clock';
import { parseOrNull, type ReadSource } from './stored-value';

const lastUsed = (tabs: readonly Tabs.Tab[]): Tabs.Tab | undefined =>
  tabs.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];

/** The match patterns with at least one open tab. Browsers show the addresses of granted sites only. */
export async function openPatterns(patterns: readonly string[]): Promise<string[]> {
  const isOpen = await Promise.all(
    patterns.map(async (pattern) => (await browser.tabs.query({ url: pattern })).length > 0),
  );
  return patterns.filter((_, index) => isOpen[index]);
}

/**
 * Calls back when a page on a granted site has loaded, or has changed its address by script without a load (`isLoad`
 * false).
 */
export function onPageShown(callBack: (address: string, tabId: number, isLoad: boolean) => void): void {
  browser.tabs.onUpdated.addListener((tabId: number, change: Tabs.OnUpdatedChangeInfoType, tab: Tabs.Tab) => {
    const isLoad = change.status === 'complete';
    const isMoved = change.status === undefined && change.url !== undefined;
    if ((isLoad || isMoved) && tab.url !== undefined) callBack(tab.url, tabId, isLoad);
  });
}

/**
 * Calls back when a tab gets another id. Chromium does that when it discards one to save memory (measured in Chromium 156);
 * Firefox never does.
 */
export function onTabReplaced(callBack: (id: number, formerId: number) => void): void {
  browser.tabs.onReplaced?.addListener((id: number, formerId: number) => callBack(id, formerId));
}

/** The path of the page in a tab. Browsers show it for granted sites only; null otherwise. */
export async function tabPath(tabId: number): Promise<string | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return parseUrl(tab?.url ?? '')?.pathname ?? null;
}

/** Undefined in Firefox for Android, which has no windows. */
const windowsApi = (): Windows.Static | undefined => browser.windows;

/** What Firefox calls the cookies of a container. Without a permission it tells which a tab has, but opens no tab in it. */
const CONTAINER = 'firefox-container-';

/** The container of a tab; null for the default one, and in browsers without containers. */
export async function containerOf(tabId: number): Promise<string | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.cookieStoreId?.startsWith(CONTAINER) ? tab.cookieStoreId : null;
}

/** The last used tab in a container; null if none is open. */
export async function tabInContainer(container: string): Promise<number | null> {
  const tabs = await browser.tabs.query({ cookieStoreId: container });
  return lastUsed(tabs)?.id ?? null;
}

/** Opens an address in a new tab, or in a new window if no window is open. */
async function openNew(url: string): Promise<number | null> {
  try {
    return (await browser.tabs.create({ url })).id ?? null;
  } catch (error) {
    const windows = windowsApi();
    if (windows === undefined) throw error;
    const { tabs = [] } = await windows.create({ url, focused: true });
    return tabs[0]?.id ?? null;
  }
}

/**
 * Opens an address beside a tab, as a link in it would: in the same window, private or not, and in Firefox in the same
 * container. A tab with an opener inherits the container; `cookieStoreId` would need the "cookies" permission.
 */
async function openBeside(url: string, { tabId, isPrivate }: Origin): Promise<number | null> {
  const opener = await browser.tabs.get(tabId).catch(() => null);
  if (opener?.windowId !== undefined) {
    try {
      return (await browser.tabs.create({ url, openerTabId: tabId, windowId: opener.windowId })).id ?? null;
    } catch {
      // Opened elsewhere below. Firefox throws on a property that it does not support before it returns a promise.
    }
  }
  if (!isPrivate) return openNew(url);
  // A private tab never leads to a window that is not private. Without windows, nothing can be opened.
  const opened = await windowsApi()?.create({ url, incognito: true });
  return opened?.tabs?.[0]?.id ?? null;
}

async function bringToFront({ id, windowId }: Tabs.Tab, move: { url?: string } = {}): Promise<void> {
  await browser.tabs.update(id, { active: true, ...move });
  if (windowId !== undefined) await windowsApi()?.update(windowId, { focused: true });
}

/** Brings a tab to the front. The browser reloads one that it has discarded. False if it is gone. */
export async function showTab(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (tab !== null) await bringToFront(tab).catch(() => undefined);
  return tab !== null;
}

/**
 * Activates the last used tab with one of these patterns and opens `url` in it, unless null. `isFresh`: reloads it if it is
 * there already. Null if there is none.
 */
async function activate(patterns: readonly string[], url: string | null, isFresh = false): Promise<number | null> {
  const tabs = await browser.tabs.query({ url: [...patterns] });
  const tab = lastUsed(tabs);
  if (tab?.id === undefined) return null;
  const move = url === null || tab.url === url ? {} : { url };
  await bringToFront(tab, move);
  if (isFresh && tab.url === url) await browser.tabs.reload(tab.id);
  return tab.id;
}

/**
 * Opens an address in a new tab. An extension page that is already open is activated instead; with `isFresh` it is loaded
 * again if it shows this address. Returns the id of the tab; null if the browser does not report it.
 */
export async function openTab(
  url: string,
  origin: Origin | null = null,
  { isFresh = false } = {},
): Promise<number | null> {
  if (!url.startsWith(browser.runtime.getURL('/'))) return origin === null ? openNew(url) : openBeside(url, origin);
  // If the tab closes in the meantime, a new one is opened.
  const [page = url] = url.split('#');
  return (await activate([`${page}*`], url, isFresh).catch(() => null)) ?? openNew(url);
}

/** Activates a tab with one of these patterns. Opens the address if there is none, or if the site is not granted. */
export async function bringForward(patterns: readonly string[], url: string): Promise<void> {
  if ((await activate(patterns, null).catch(() => null)) === null) await openNew(url);
}

/** The ids of the open tabs with one of these patterns. */
export async function openTabs(patterns: readonly string[]): Promise<number[]> {
  const tabs = await browser.tabs.query({ url: [...patterns] });
  return tabs.flatMap(({ id }) => id ?? []);
}

/**
 * The active tab of this window, or of the last one for the worker; null if its address is hidden, because neither the site
 * nor `activeTab` is granted.
 */
export async function frontTab(): Promise<FrontTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined || tab.url === undefined
    ? null
    : { tabId: tab.id, address: tab.url, isPrivate: tab.incognito };
}

/**
 * Calls back when the active tab of this window may be another one or show another chat. Its address may be hidden, so
 * `frontTab` has to be asked. Returns how to stop.
 */
export function watchFront(onChange: () => void): () => void {
  const { onActivated, onUpdated } = browser.tabs;
  /** Undefined until the browser has answered, and without windows: then each window counts. */
  let here: number | undefined;
  const isElsewhere = (windowId = here) => here !== undefined && windowId !== here;
  const activated = ({ windowId }: Tabs.OnActivatedActiveInfoType) => {
    if (!isElsewhere(windowId)) onChange();
  };
  const updated = (_: number, change: Tabs.OnUpdatedChangeInfoType, { active, windowId }: Tabs.Tab) => {
    if (active && !isElsewhere(windowId) && (change.url !== undefined || change.status === 'complete')) onChange();
  };
  onActivated.addListener(activated);
  onUpdated.addListener(updated);
  void windowsApi()
    ?.getCurrent()
    .then(
      ({ id }) => {
        here = id;
      },
      () => undefined,
    );
  return () => {
    onActivated.removeListener(activated);
    onUpdated.removeListener(updated);
  };
}

/** Whether this extension page is in a private window. In spanning mode, `inIncognitoContext` does not say so. */
export async function isPrivateWindow({ windows }: Pick<ReadSource, 'windows'> = browser): Promise<boolean> {
  // Without windows, each page of ours is a tab.
  const here = await (windows === undefined ? browser.tabs.getCurrent() : windows.getCurrent());
  return here?.incognito ?? false;
}

/** The id of the last used tab with a wanted address; null if none is visible. */
export async function findTab(isWanted: (address: string) => boolean): Promise<number | null> {
  const tabs = await browser.tabs.query({});
  const found = tabs.filter(({ url }) => url !== undefined && isWanted(url));
  return lastUsed(found)?.id ?? null;
}

/** Reloads a tab and brings it to the front. */
export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId);
  await browser.tabs.update(tabId, { active: true });
}

/** Closes the tab of this extension page. */
export async function closeThisTab(): Promise<void> {
  const { id } = (await browser.tabs.getCurrent()) ?? {};
  if (id !== undefined) await browser.tabs.remove(id);
}

/** Opens the options page, or activates its tab. */
export function openOptions(): Promise<void> {
  return browser.runtime.openOptionsPage();
}

/**
 * Whether the icon is in the toolbar; null where the browser does not say. Browsers put new icons behind a menu.
 * https://developer.chrome.com/docs/extensions/reference/api/action#method-getUserSettings
 */
export async function isPinned(): Promise<boolean | null> {
  const action = browser.action as { getUserSettings?: () => Promise<{ isOnToolbar?: boolean }> };
  const settings = await action.getUserSettings?.().catch(() => null);
  return settings?.isOnToolbar ?? null;
}

/** The global that `draft.js` defines in the isolated world of content scripts, for `readIn`. */
export interface DraftReader {
  understudyReadComposerText?: (hints: readonly string[]) => ComposerReading;
}

const reading: v.GenericSchema<unknown, ComposerReading> = v.object({
  kind: v.picklist(['typed', 'empty', 'no_composer', 'unreadable']),
  text: v.string(),
  hasFiles: v.boolean(),
});

/** Runs in the tab, so it can use only its argument and globals. */
const readIn = (hints: readonly string[]): ComposerReading | null =>
  (globalThis as DraftReader).understudyReadComposerText?.(hints) ?? null;

/** The browser runs no script in a page that is stuck while it loads, as pages often are during an outage. */
const COMPOSER_TIMEOUT_MS = 3_000;

/**
 * The text in a tab's composer; `UNREADABLE` if no script may run or none answers in time. `hints` are CSS selectors, best
 * first. Never rejects.
 */
export async function readComposer(tabId: number, hints: readonly string[]): Promise<ComposerReading> {
  const target = { tabId };
  const read = async () => {
    // A file takes no arguments, and an injected function has no imports, so both are needed.
    await browser.scripting.executeScript({ target, files: ['/draft.js'] });
    const [frame] = await browser.scripting.executeScript({ target, func: readIn, args: [[...hints]] });
    return parseOrNull(reading, frame?.result);
  };
  const answer = read().catch(() => null);
  return (await orNullAfter(answer, COMPOSER_TIMEOUT_MS)) ?? UNREADABLE;
}

/** Whether a reload would lose a draft or files. True if the composer can't be read. */
export async function hasTypedText(tabId: number, hints: readonly string[]): Promise<boolean> {
  const { kind, hasFiles } = await readComposer(tabId, hints);
  return kind === 'typed' || kind === 'unreadable' || hasFiles;
}
