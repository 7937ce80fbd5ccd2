import type { CDPSession, Page } from '@playwright/test';
import { openFresh } from './make-profile';
import { type ChromiumOrder, LAST_POLICY, type OpenedChromium } from './open-chromium';

/** What a test asks for. Tests with equal orders share a browser. */
export interface SharedOrder extends Pick<ChromiumOrder, 'extension' | 'loopback'> {
  grants: readonly string[];
  /** Whether the extension may run in private windows. */
  inPrivate: boolean;
}

/** The globals of an extension page that are used here. */
declare const chrome: {
  action: { setBadgeText(of: object): Promise<void> };
  alarms: { clearAll(): Promise<boolean> };
  contextMenus: { removeAll(): Promise<void> };
  notifications: { clear(id: string): Promise<boolean>; getAll(): Promise<object> };
  permissions: { getAll(): Promise<object> };
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  scripting: { unregisterContentScripts(): Promise<void> };
  storage: Record<
    'local' | 'session' | 'sync',
    { clear(): Promise<void>; get(): Promise<object>; remove(keys: string[]): Promise<void> }
  >;
};
declare global {
  var releaseLocks: (() => void) | undefined;
}

/**
 * Holds the locks of the extension until `releaseLocks`, and removes all that it has stored or registered. The worker that
 * a change of storage wakes waits for the locks.
 */
async function clearExtension(policy: string): Promise<void> {
  await new Promise<void>((resolve) => {
    const hold = () =>
      new Promise<void>((release) => {
        globalThis.releaseLocks = release;
        resolve();
      });
    void navigator.locks.request('round', () => navigator.locks.request('status', hold));
  });
  await chrome.alarms.clearAll();
  await chrome.contextMenus.removeAll();
  await chrome.scripting.unregisterContentScripts();
  for (const id of Object.keys(await chrome.notifications.getAll())) await chrome.notifications.clear(id);
  const keys = Object.keys(await chrome.storage.local.get());
  await chrome.storage.local.remove(keys.filter((key) => key !== policy));
  await chrome.storage.sync.clear();
  await chrome.storage.session.clear();
  await chrome.action.setBadgeText({ text: '' });
}

/** A started browser. */
interface Kept extends OpenedChromium {
  /** As JSON, when the browser was new. */
  permissions: string;
  /** The page that holds the locks of the extension after a reset; null while the extension runs. */
  control: Page | null;
}

/** How many browsers a Playwright worker keeps: most tests alternate between two or three sets of grants. */
const MAX_KEPT = 3;

/**
 * Chromium with the extension for one test after the other. To start one takes more than a second, to empty it a tenth.
 * After a test, pages, storage and everything that the extension registered are gone and no worker runs; before the next
 * one, a new worker starts as after an install. A test that changes what is not emptied here asks for a browser of its own.
 */
export class SharedChromium {
  /** The one that was used last comes last. */
  readonly #kept = new Map<string, Kept>();

  /** A browser as after an install, with the grants of the order. */
  async open(order: SharedOrder): Promise<OpenedChromium> {
    const key = JSON.stringify(order);
    const kept = this.#kept.get(key) ?? (await this.#start(key, order));
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    for (const other of [...this.#kept.values()].slice(0, -MAX_KEPT)) await other.close();
    const { control } = kept;
    if (control === null) return kept;
    kept.control = null;
    const openedAt = Date.now();
    await control.evaluate(() => {
      globalThis.releaseLocks?.();
      // Starts the worker, which does not answer an unknown message.
      void chrome.runtime.sendMessage('start').catch(() => undefined);
    });
    await control.goto('about:blank');
    return { ...kept, openedAt };
  }

  /** Empties the browser of an order, or closes it if that is not possible. `hosts` are the sites that the test has visited. */
  async reset(order: SharedOrder, hosts: readonly string[]): Promise<void> {
    const kept = this.#kept.get(JSON.stringify(order));
    if (kept !== undefined && !(await empty(kept, hosts))) await kept.close();
  }

  async #start(key: string, order: SharedOrder): Promise<Kept> {
    const kept = await start(order);
    // A test may close its browser.
    kept.context.once('close', () => this.#kept.delete(key));
    return kept;
  }

  async close(): Promise<void> {
    for (const kept of [...this.#kept.values()]) await kept.close();
  }
}

async function start(order: SharedOrder): Promise<Kept> {
  const opened = await openFresh(order, order.grants, order.inPrivate);
  return { ...opened, permissions: await opened.worker.evaluate(permissionsNow), control: null };
}

/** False if a permission has changed, which cannot be undone without a prompt. */
async function empty(kept: Kept, hosts: readonly string[]): Promise<boolean> {
  const { context, extensionId } = kept;
  const control = await context.newPage();
  for (const page of context.pages()) if (page !== control) await page.close();
  const extension = `chrome-extension://${extensionId}`;
  await control.goto(`${extension}/manifest.json`);
  if ((await control.evaluate(permissionsNow)) !== kept.permissions) return false;
  await context.clearPermissions();
  await context.unrouteAll();
  await context.setOffline(false);
  const session = await context.newCDPSession(control);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await control.evaluate(clearExtension, LAST_POLICY);
  await session.send('ServiceWorker.stopAllWorkers');
  await clearSites(session, extension, hosts);
  kept.control = control;
  return true;
}

const permissionsNow = async () => JSON.stringify(await chrome.permissions.getAll());

async function clearSites(session: CDPSession, extension: string, hosts: readonly string[]): Promise<void> {
  await session.send('Network.clearBrowserCache');
  await session.send('Network.clearBrowserCookies');
  // Not the service worker, without which the extension would be gone.
  await session.send('Storage.clearDataForOrigin', { origin: extension, storageTypes: 'indexeddb,local_storage' });
  for (const host of hosts)
    await session.send('Storage.clearDataForOrigin', { origin: `https://${host}`, storageTypes: 'all' });
}
