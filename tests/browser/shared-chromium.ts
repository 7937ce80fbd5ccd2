import type { CDPSession, Page } from '@playwright/test';
import { emptyExtension, openControl } from './empty-extension';
import { openFresh } from './make-profile';
import type { ChromiumOrder, OpenedChromium } from './open-chromium';

/** What a test asks for. Tests with equal orders share a browser. */
export interface SharedOrder extends Pick<ChromiumOrder, 'extension' | 'loopback'> {
  grants: readonly string[];
  /** Whether the extension may run in private windows. */
  inPrivate: boolean;
}

/** The globals of an extension page that are used here. */
declare const chrome: {
  permissions: { getAll(): Promise<object> };
  runtime: { sendMessage(message: unknown): Promise<unknown> };
};

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
  const control = await openControl(context, extensionId);
  if ((await control.evaluate(permissionsNow)) !== kept.permissions) return false;
  await context.clearPermissions();
  await context.unrouteAll();
  await context.setOffline(false);
  await emptyExtension(control);
  await clearSites(await context.newCDPSession(control), extensionId, hosts);
  kept.control = control;
  return true;
}

const permissionsNow = async () => JSON.stringify(await chrome.permissions.getAll());

async function clearSites(session: CDPSession, extensionId: string, hosts: readonly string[]): Promise<void> {
  await session.send('Network.clearBrowserCache');
  await session.send('Network.clearBrowserCookies');
  // Not the service worker, without which the extension would be gone.
  const origin = `chrome-extension://${extensionId}`;
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb,local_storage' });
  for (const host of hosts)
    await session.send('Storage.clearDataForOrigin', { origin: `https://${host}`, storageTypes: 'all' });
}
