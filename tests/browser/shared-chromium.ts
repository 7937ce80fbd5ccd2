import type { CDPSession, Page } from '@playwright/test';
import { closeOthers, emptyExtension, openControl, stopWorkers, suspendExtension } from './empty-extension';
import { openFresh } from './make-profile';
import type { ChromiumOrder, OpenedChromium } from './open-chromium';

/** What a browser is started with. Tests with equal orders share a browser. */
export type SharedOrder = Pick<ChromiumOrder, 'extension' | 'loopback'>;

interface Permissions {
  origins: string[];
  permissions: string[];
}

/** The globals of an extension page that are used here. */
declare const chrome: {
  permissions: {
    getAll(): Promise<Permissions>;
    request(what: Permissions): Promise<boolean>;
    remove(what: Permissions): Promise<boolean>;
  };
  runtime: { sendMessage(message: unknown): Promise<unknown> };
};

/** A started browser. */
interface Kept extends OpenedChromium {
  /** The permissions without hosts, as text. */
  permissions: string;
  /** The page that empties it; null before the first test has ended. */
  control: Page | null;
  /** The sites that the last test has visited; null while a test is running. */
  visited: readonly string[] | null;
}

/** What the extension may ask for, see `wxt.config.ts`. */
const HOSTS = ['https://*/*', 'wss://*/*', 'http://localhost/*', 'http://127.0.0.1/*'] as const;

/**
 * Chromium with the extension for one test after the other. To start one takes more than a second, to empty it a tenth.
 * After a test, its pages are closed and the extension is stopped. Before the next one, storage and everything that the
 * extension registered are removed, the extension gets exactly the grants of that test, and a new worker starts as after an
 * install. A permission that a test asks for is granted without a prompt. A test that changes what is not emptied here asks
 * for a browser of its own.
 */
export class SharedChromium {
  readonly #kept = new Map<string, Kept>();

  /** A browser as after an install, with these grants: match patterns and permissions. */
  async open(order: SharedOrder, grants: readonly string[]): Promise<OpenedChromium> {
    const permissions = grants.filter((grant) => !grant.includes('://'));
    // Chromium delivers no event of a permission that was granted after its start, so these are part of the key.
    const key = JSON.stringify({ order, permissions });
    const kept = this.#kept.get(key);
    if (kept?.control != null && kept.visited !== null) {
      if (await empty(kept, kept.control, kept.visited)) return restart(kept, kept.control, grants);
      await kept.close();
    }
    return this.#start(key, order, grants);
  }

  /** Stops everything in a browser after a test that has visited these sites. */
  async suspend({ context }: OpenedChromium, visited: readonly string[]): Promise<void> {
    const kept = [...this.#kept.values()].find((each) => each.context === context);
    if (kept === undefined) return;
    if (kept.control === null || kept.control.isClosed()) kept.control = await openControl(context, kept.extensionId);
    await closeOthers(kept.control);
    // While the worker runs: a stopped one would never confirm these.
    await context.clearPermissions();
    await context.unrouteAll();
    await context.setOffline(false);
    await suspendExtension(kept.control);
    kept.visited = visited;
  }

  async #start(key: string, order: SharedOrder, grants: readonly string[]): Promise<Kept> {
    const opened = await openFresh(order, grants, { allowed: HOSTS });
    const permissions = await opened.worker.evaluate(permissionsNow);
    const kept: Kept = { ...opened, permissions, control: null, visited: null };
    this.#kept.set(key, kept);
    // A test may close its browser.
    kept.context.once('close', () => this.#kept.delete(key));
    return kept;
  }

  async close(): Promise<void> {
    for (const kept of [...this.#kept.values()]) await kept.close();
  }
}

/** Gives the extension exactly these match patterns. */
async function setOrigins(wanted: readonly string[]): Promise<void> {
  const { origins } = await chrome.permissions.getAll();
  const gone = origins.filter((origin) => !wanted.includes(origin));
  const missing = wanted.filter((origin) => !origins.includes(origin));
  if (gone.length > 0) await chrome.permissions.remove({ origins: gone, permissions: [] });
  if (missing.length > 0 && !(await chrome.permissions.request({ origins: missing, permissions: [] })))
    throw new Error(`Chromium did not grant ${missing.join(', ')}`);
}

/** Empties a suspended browser. False if a permission has changed that only a new start brings back. */
async function empty({ context, extensionId, permissions }: Kept, control: Page, visited: readonly string[]) {
  if ((await control.evaluate(permissionsNow)) !== permissions) return false;
  await clearSites(await context.newCDPSession(control), extensionId, visited);
  await emptyExtension(control);
  return true;
}

/** Grants exactly these match patterns and starts the extension, as after an install. */
async function restart(kept: Kept, control: Page, grants: readonly string[]): Promise<OpenedChromium> {
  kept.visited = null;
  await control.evaluate(setOrigins, [...grants.filter((grant) => grant.includes('://'))]);
  await stopWorkers(control);
  const openedAt = Date.now();
  await control.evaluate(() => {
    globalThis.releaseLocks?.();
    // Starts the worker, which does not answer an unknown message.
    void chrome.runtime.sendMessage('start').catch(() => undefined);
  });
  return { ...kept, openedAt };
}

const permissionsNow = async () => (await chrome.permissions.getAll()).permissions.sort().join();

async function clearSites(session: CDPSession, extensionId: string, hosts: readonly string[]): Promise<void> {
  await session.send('Network.clearBrowserCache');
  await session.send('Network.clearBrowserCookies');
  // Not the service worker, without which the extension would be gone.
  const origin = `chrome-extension://${extensionId}`;
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb,local_storage' });
  for (const host of hosts)
    await session.send('Storage.clearDataForOrigin', { origin: `https://${host}`, storageTypes: 'all' });
  await session.detach();
}
