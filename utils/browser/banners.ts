import browser from 'webextension-polyfill';
import type { BannerOrder } from '@/utils/app/ports';
import type { TabMessage } from '@/utils/model/messages';
import { hasAccess } from './permissions';
import { withPatience } from './with-patience';

const SCRIPT = '/banner.js';
const scriptId = (order: BannerOrder): string => `banner-${order.assistantId}`;

/** A tab that is busy, frozen or still loading answers late or never; nobody waits for it longer than this. */
const PATIENCE_MS = 2_000;

/** Whether the tab's banner script took the message; false when there is none in it, null when it did not say in time. */
async function tell(tabId: number, message: TabMessage): Promise<boolean | null> {
  const answer = browser.tabs.sendMessage(tabId, message).then(
    () => true,
    () => false,
  );
  return withPatience(answer, PATIENCE_MS);
}

async function placeInTab(tabId: number, { view, isForNewTabs }: BannerOrder): Promise<void> {
  const isTold = await tell(tabId, { type: 'show-banner', view });
  if (isTold !== false || !isForNewTabs) return;
  // The script asks for its view by itself. A tab that cannot be scripted now (an error page, say) has none.
  const script = browser.scripting.executeScript({ target: { tabId }, files: [SCRIPT] });
  await withPatience(
    script.catch(() => undefined),
    PATIENCE_MS,
  );
}

/** Registered scripts reach tabs that are opened later; they are gone after an update, so this is repeated. */
async function register(orders: readonly BannerOrder[]): Promise<void> {
  const registered = new Set((await browser.scripting.getRegisteredContentScripts()).map((script) => script.id));
  const wanted = new Set(orders.filter((order) => order.isForNewTabs).map(scriptId));
  const stale = [...registered].filter((id) => !wanted.has(id));
  if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale });
  const missing = orders.filter((order) => order.isForNewTabs && !registered.has(scriptId(order)));
  if (missing.length === 0) return;
  await browser.scripting.registerContentScripts(
    missing.map((order) => ({
      id: scriptId(order),
      js: [SCRIPT],
      matches: [...order.patterns],
      runAt: 'document_idle',
      persistAcrossSessions: false,
    })),
  );
}

/** Makes scripts and open tabs match the orders. Nothing is put where no access was granted. */
export async function placeBanners(orders: readonly BannerOrder[]): Promise<void> {
  const access = await Promise.all(orders.map((order) => hasAccess(order.patterns)));
  const granted = orders.filter((_, index) => access[index]);
  const inTabs = granted.map(async (order) => {
    const tabs = await browser.tabs.query({ url: [...order.patterns] });
    await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [placeInTab(id, order)])));
  });
  // A script that cannot be registered does not keep the tabs from being told.
  await Promise.allSettled([register(granted), ...inTabs]);
}

/** Tells every tab that its banner has to go: for when access was taken back and tabs no longer show their address. */
export async function removeBanners(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.flatMap(({ id }) => (id === undefined ? [] : [tell(id, { type: 'show-banner', view: null })])),
  );
}
