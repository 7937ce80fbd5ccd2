import browser, { type Scripting } from 'webextension-polyfill';
import type { BannerOrder } from '@/utils/app/ports';
import type { TabMessage } from '@/utils/model/messages';
import { hasAccess } from './permissions';
import { openTabs } from './tabs';
import { orNullAfter } from './with-timeout';

const BANNER_SCRIPT = '/banner.js';
const AUTOSAVE_SCRIPT = '/autosave.js';

/** A tab that is busy, frozen or still loading answers late or never; nobody waits for it longer than this. */
const TAB_TIMEOUT_MS = 2_000;
/** The same for all tabs and scripts together. */
const ALL_TABS_TIMEOUT_MS = 15_000;

/** Whether the tab's banner script took the message; false when there is none in it, null when it did not say in time. */
async function tell(tabId: number, message: TabMessage): Promise<boolean | null> {
  const answer = browser.tabs.sendMessage(tabId, message).then(
    (isTaken) => isTaken === true,
    () => false,
  );
  return orNullAfter(answer, TAB_TIMEOUT_MS);
}

/** The same for whoever does not care. */
export async function tellTab(tabId: number, message: TabMessage): Promise<void> {
  await tell(tabId, message);
}

/** The scripts ask by themselves what to do. A tab that cannot be scripted now (an error page, say) has none. */
async function inject(tabId: number, file: string): Promise<void> {
  const script = browser.scripting.executeScript({ target: { tabId }, files: [file] });
  await orNullAfter(
    script.catch(() => undefined),
    TAB_TIMEOUT_MS,
  );
}

/** `isPlace`: scripts may be put into it. A script that came with an earlier page of the tab is told in any case. */
async function placeInTab(
  tabId: number,
  { view, isForNewTabs, keepsDrafts }: BannerOrder,
  isPlace: boolean,
): Promise<void> {
  const wasReached = await tell(tabId, { type: 'show-banner', view, keepsDrafts });
  if (!isPlace) return;
  if (wasReached === false && isForNewTabs) await inject(tabId, BANNER_SCRIPT);
  // Where it runs already it notices that, and does nothing.
  if (wasReached !== null && keepsDrafts) await inject(tabId, AUTOSAVE_SCRIPT);
}

/** What tabs that are opened later get by themselves. */
function scriptsFor({ id, isForNewTabs, keepsDrafts }: BannerOrder): { id: string; file: string }[] {
  return [
    ...(isForNewTabs ? [{ id: `banner-${id}`, file: BANNER_SCRIPT }] : []),
    ...(keepsDrafts ? [{ id: `keep-${id}`, file: AUTOSAVE_SCRIPT }] : []),
  ];
}

const hostOf = (pattern: string): string => new URL(pattern).host;

/** Tells the tabs of sites that nobody asks for any more. Nothing but the script that was registered tells which they are. */
async function clear(patterns: readonly string[]): Promise<void> {
  // Without a pattern every tab would be meant.
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...patterns] });
  await Promise.all(tabs.map(({ id = -1 }) => tell(id, { type: 'show-banner', view: null, keepsDrafts: false })));
}

const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

/** Registered scripts are gone after an update, so this is repeated. */
async function register(orders: readonly BannerOrder[]): Promise<void> {
  const scripts = await browser.scripting.getRegisteredContentScripts();
  const wanted = orders.flatMap((order) => scriptsFor(order).map((script) => ({ ...script, patterns: order.places })));
  const isWanted = (script: Scripting.RegisteredContentScript) =>
    wanted.some(({ id, patterns }) => id === script.id && isSameSet(patterns, script.matches ?? []));
  // Also one whose sites have changed since: the page that a user added may have got another chat.
  const stale = scripts.filter((script) => !isWanted(script)).map(({ id }) => id);
  const registered = new Set(scripts.filter(isWanted).map(({ id }) => id));
  if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale });
  // A host that another order has is told what that order says.
  const hosts = new Set(orders.flatMap(({ places }) => places).map(hostOf));
  const gone = new Set(scripts.flatMap(({ matches = [] }) => matches.map(hostOf)).filter((host) => !hosts.has(host)));
  if (gone.size > 0) await clear([...gone].map((host) => `https://${host}/*`));
  const missing = wanted.filter(({ id }) => !registered.has(id));
  if (missing.length === 0) return;
  await browser.scripting.registerContentScripts(
    missing.map(({ id, file, patterns }) => ({
      id,
      js: [file],
      matches: [...patterns],
      runAt: 'document_idle',
      persistAcrossSessions: false,
    })),
  );
}

async function place(orders: readonly BannerOrder[]): Promise<void> {
  const access = await Promise.all(orders.map((order) => hasAccess(order.patterns)));
  const granted = orders.filter((_, index) => access[index]);
  const inTabs = granted.map(async (order) => {
    const [tabIds, places] = await Promise.all([openTabs(order.patterns), openTabs(order.places)]);
    await Promise.all(tabIds.map((tabId) => placeInTab(tabId, order, places.includes(tabId))));
  });
  // A script that cannot be registered does not keep the tabs from being told.
  await Promise.allSettled([register(granted), ...inTabs]);
}

/**
 * Makes scripts and open tabs match the orders. Nothing is put where no access was granted. A browser that never
 * answers must not keep later states from being rendered.
 */
export async function placeBanners(orders: readonly BannerOrder[]): Promise<void> {
  await orNullAfter(place(orders), ALL_TABS_TIMEOUT_MS);
}

/** Tells every tab that its banner has to go: for when access was taken back and tabs no longer show their address. */
export async function removeBanners(): Promise<void> {
  const tabs = await browser.tabs.query({});
  const tabIds = tabs.flatMap(({ id }) => id ?? []);
  await Promise.all(tabIds.map((tabId) => tell(tabId, { type: 'show-banner', view: null, keepsDrafts: false })));
}
