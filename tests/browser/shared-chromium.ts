import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { openControl, stopWorkers } from './control-page';
import { emptyExtension } from './empty-extension';
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
  /** The page that empties the extension, and holds its locks until the next test; null before the first reset. */
  control: Page | null;
  /** Whether no test has used it since the last reset. */
  isEmpty: boolean;
}

/** Usually a tenth of a second. */
const RESTART_LIMIT_MS = 45_000;

/** What the extension may ask for, see `wxt.config.ts`. */
const HOSTS = ['https://*/*', 'wss://*/*', 'http://localhost/*', 'http://127.0.0.1/*'] as const;

/**
 * Chromium with the extension for one test after the other. To start one takes more than a second, to empty it a tenth.
 * After a test, pages, storage and everything that the extension registered are gone and no worker runs; before the next
 * one, the extension gets exactly the grants of that test, and a new worker starts as after an install. A permission that
 * a test asks for is granted without a prompt. A test that changes what is not emptied here asks for a browser of its own.
 */
export class SharedChromium {
  readonly #kept = new Map<string, Kept>();

  /** A browser as after an install, with these grants: match patterns and permissions. */
  async open(order: SharedOrder, grants: readonly string[]): Promise<OpenedChromium> {
    const permissions = grants.filter((grant) => !grant.includes('://'));
    // Chromium delivers no event of a permission that was granted after its start, so these are part of the key.
    const key = JSON.stringify({ order, permissions });
    const kept = this.#kept.get(key) ?? (await this.#start(key, order, grants));
    const isLate = setTimeout(RESTART_LIMIT_MS, null, { ref: false });
    const restarted = await Promise.race([restart(kept, grants), isLate]);
    if (restarted !== null) return restarted;
    // Once in thousands of tests, on a busy machine, Chromium does not answer for minutes. No test has begun.
    console.warn('Another browser is started, because this one does not answer.');
    await kept.close();
    return this.#start(key, order, grants);
  }

  /** Empties a browser, or closes it if that is not possible. `hosts` are the sites that the test has visited. */
  async reset({ context }: OpenedChromium, hosts: readonly string[]): Promise<void> {
    const kept = [...this.#kept.values()].find((each) => each.context === context);
    if (kept !== undefined && !(await empty(kept, hosts))) await kept.close();
  }

  async #start(key: string, order: SharedOrder, grants: readonly string[]): Promise<Kept> {
    const opened = await openFresh(order, grants, { allowed: HOSTS });
    const kept: Kept = {
      ...opened,
      permissions: await opened.worker.evaluate(permissionsNow),
      control: null,
      isEmpty: false,
    };
    this.#kept.set(key, kept);
    // A test may close its browser.
    kept.context.once('close', () => this.#kept.delete(key));
    return kept;
  }

  async close(): Promise<void> {
    for (const kept of [...this.#kept.values()]) await kept.close();
  }
}

/** Gives an emptied browser these grants, and starts its worker. A browser in its first test is ready. */
async function restart(kept: Kept, grants: readonly string[]): Promise<OpenedChromium> {
  const { control, isEmpty } = kept;
  if (control === null || !isEmpty) return kept;
  kept.isEmpty = false;
  const isChanged = await control.evaluate(setOrigins, [...grants.filter((grant) => grant.includes('://'))]);
  await stopWorkers(control, isChanged);
  const openedAt = Date.now();
  await control.evaluate(() => {
    globalThis.releaseLocks?.();
    // Starts the worker, which does not answer an unknown message.
    void chrome.runtime.sendMessage('start').catch(() => undefined);
  });
  return { ...kept, openedAt };
}

/** Gives the extension exactly these match patterns. Returns whether that changed anything, which starts a worker. */
async function setOrigins(wanted: readonly string[]): Promise<boolean> {
  const { origins } = await chrome.permissions.getAll();
  const gone = origins.filter((origin) => !wanted.includes(origin));
  const missing = wanted.filter((origin) => !origins.includes(origin));
  if (gone.length > 0) await chrome.permissions.remove({ origins: gone, permissions: [] });
  if (missing.length > 0 && !(await chrome.permissions.request({ origins: missing, permissions: [] })))
    throw new Error(`Chromium did not grant ${missing.join(', ')}`);
  return gone.length + missing.length > 0;
}

/** False if a permission has changed that only a new start brings back. */
async function empty(kept: Kept, hosts: readonly string[]): Promise<boolean> {
  const { context, extensionId } = kept;
  const former = kept.control?.isClosed() === false ? kept.control : null;
  const control = former ?? (await openControl(context, extensionId));
  await Promise.all(context.pages().map((page) => (page === control ? null : page.close())));
  if ((await control.evaluate(permissionsNow)) !== kept.permissions) return false;
  await context.clearPermissions();
  await context.unrouteAll();
  await context.setOffline(false);
  await emptyExtension(control);
  await clearSites(control, extensionId, hosts);
  kept.control = control;
  kept.isEmpty = true;
  return true;
}

const permissionsNow = async () => (await chrome.permissions.getAll()).permissions.sort().join();

async function clearSites(control: Page, extensionId: string, hosts: readonly string[]): Promise<void> {
  const session = await control.context().newCDPSession(control);
  await session.send('Network.clearBrowserCache');
  await session.send('Network.clearBrowserCookies');
  // Not the service worker, without which the extension would be gone.
  const own = { origin: `chrome-extension://${extensionId}`, storageTypes: 'indexeddb,local_storage' };
  const sites = hosts.map((host) => ({ origin: `https://${host}`, storageTypes: 'all' }));
  await Promise.all([own, ...sites].map((data) => session.send('Storage.clearDataForOrigin', data)));
  await session.detach();
}
