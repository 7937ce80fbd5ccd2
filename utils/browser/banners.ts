import browser, { type Scripting } from 'webextension-polyfill';
import type { SiteScripts } from '@/utils/app/ports';
import { hostOfPattern, patternOf } from '@/utils/model/address';
import type { TabMessage } from '@/utils/model/messages';
import { orNullAfter } from './clock';
import { hasAccess } from './permissions';
import { openTabs } from './tabs';

const BANNER_SCRIPT = '/banner.js';
const AUTOSAVE_SCRIPT = '/autosave.js';
const TIMING_SCRIPT = '/request-timing.js';

/** Time limit for one tab. A tab that is busy, frozen or still loading answers late or never. */
const TAB_TIMEOUT_MS = 2_000;
/** Time limit for all tabs and scripts together. */
const ALL_TABS_TIMEOUT_MS = 15_000;

/** Whether a banner script handled the message; false if the tab has none, null if the tab did not answer in time. */
async function tell(tabId: number, message: TabMessage): Promise<boolean | null> {
  const answer = browser.tabs.sendMessage(tabId, message).then(
    (isTaken) => isTaken === true,
    () => false,
  );
  return orNullAfter(answer, TAB_TIMEOUT_MS);
}

/** Sends a message to the scripts in a tab, if there are any. */
export async function tellTab(tabId: number, message: TabMessage): Promise<void> {
  await tell(tabId, message);
}

/** Injects a script, which asks the worker what to do. Does nothing where scripts are not allowed, as on error pages. */
async function inject(tabId: number, file: string): Promise<void> {
  const script = browser.scripting.executeScript({ target: { tabId }, files: [file] });
  await orNullAfter(
    script.catch(() => undefined),
    TAB_TIMEOUT_MS,
  );
}

/** `isPlace`: whether scripts may be injected. A script of an earlier page in the tab gets the message in any case. */
async function placeInTab(
  tabId: number,
  { view, isForNewTabs, keepsDrafts, reportsTimings }: SiteScripts,
  isPlace: boolean,
): Promise<void> {
  const wasReached = await tell(tabId, { type: 'show-banner', view, keepsDrafts });
  if (!isPlace) return;
  if (wasReached === false && isForNewTabs) await inject(tabId, BANNER_SCRIPT);
  // A second copy of the script detects the first and does nothing.
  if (wasReached !== null && keepsDrafts) await inject(tabId, AUTOSAVE_SCRIPT);
  if (wasReached !== null && reportsTimings) await inject(tabId, TIMING_SCRIPT);
}

/** The scripts that the browser injects into tabs that are opened later. */
function scriptsFor({ id, isForNewTabs, keepsDrafts, reportsTimings }: SiteScripts) {
  return [
    ...(isForNewTabs ? [{ id: `banner-${id}`, file: BANNER_SCRIPT, runAt: 'document_idle' as const }] : []),
    ...(keepsDrafts ? [{ id: `autosave-${id}`, file: AUTOSAVE_SCRIPT, runAt: 'document_idle' as const }] : []),
    // Early, so that it tells the load of the page from that of a tab that was open before.
    ...(reportsTimings ? [{ id: `timing-${id}`, file: TIMING_SCRIPT, runAt: 'document_start' as const }] : []),
  ];
}

/** Removes the banner from sites that should have none. Only the registered scripts say which sites these are. */
async function clear(patterns: readonly string[]): Promise<void> {
  // An empty list of patterns would match every tab.
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...patterns] });
  await Promise.all(tabs.map(({ id = -1 }) => tell(id, { type: 'show-banner', view: null, keepsDrafts: false })));
}

const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

/** Makes registered scripts match the sites. Repeated, because browsers drop registrations on an update. */
async function register(sites: readonly SiteScripts[]): Promise<void> {
  const scripts = await browser.scripting.getRegisteredContentScripts();
  const wanted = sites.flatMap((site) =>
    scriptsFor(site).map((script) => ({ ...script, patterns: site.scriptPatterns })),
  );
  const isWanted = (script: Scripting.RegisteredContentScript) =>
    wanted.some(({ id, patterns }) => id === script.id && isSameSet(patterns, script.matches ?? []));
  // Includes scripts whose sites have changed: the user may have set another chat for a custom page.
  const stale = scripts.filter((script) => !isWanted(script)).map(({ id }) => id);
  const registered = new Set(scripts.filter(isWanted).map(({ id }) => id));
  if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale });
  // A host that moved to another site is updated with that one.
  const hosts = new Set(sites.flatMap(({ scriptPatterns }) => scriptPatterns).map(hostOfPattern));
  const gone = new Set(
    scripts.flatMap(({ matches = [] }) => matches.map(hostOfPattern)).filter((host) => !hosts.has(host)),
  );
  if (gone.size > 0) await clear([...gone].map(patternOf));
  const missing = wanted.filter(({ id }) => !registered.has(id));
  if (missing.length === 0) return;
  await browser.scripting.registerContentScripts(
    missing.map(({ id, file, patterns, runAt }) => ({
      id,
      js: [file],
      matches: [...patterns],
      runAt,
      persistAcrossSessions: false,
    })),
  );
}

/** The part of a site that is granted: an update may add a host, and the user may allow one of several only. */
async function grantedPart(site: SiteScripts): Promise<SiteScripts> {
  const access = await Promise.all(site.patterns.map((pattern) => hasAccess([pattern])));
  const hosts = new Set(site.patterns.filter((_, index) => access[index]).map(hostOfPattern));
  const isGranted = (pattern: string) => hosts.has(hostOfPattern(pattern));
  return { ...site, patterns: site.patterns.filter(isGranted), scriptPatterns: site.scriptPatterns.filter(isGranted) };
}

async function place(sites: readonly SiteScripts[]): Promise<void> {
  // Without a pattern, a query would match every tab.
  const granted = (await Promise.all(sites.map(grantedPart))).filter(({ patterns }) => patterns.length > 0);
  const inTabs = granted.map(async (site) => {
    const [tabIds, scriptTabs] = await Promise.all([openTabs(site.patterns), openTabs(site.scriptPatterns)]);
    await Promise.all(tabIds.map((tabId) => placeInTab(tabId, site, scriptTabs.includes(tabId))));
  });
  // A script that cannot be registered must not keep open tabs from being updated.
  await Promise.allSettled([register(granted), ...inTabs]);
}

/**
 * Makes scripts and open tabs match the granted sites. The time limit is for a browser that never answers: later states must
 * still be rendered.
 */
export async function placeBanners(sites: readonly SiteScripts[]): Promise<void> {
  await orNullAfter(place(sites), ALL_TABS_TIMEOUT_MS);
}

/** Removes the banner from every tab. After access was revoked, the addresses of tabs are hidden, so all get it. */
export async function removeBanners(): Promise<void> {
  const tabs = await browser.tabs.query({});
  const tabIds = tabs.flatMap(({ id }) => id ?? []);
  await Promise.all(tabIds.map((tabId) => tell(tabId, { type: 'show-banner', view: null, keepsDrafts: false })));
}
