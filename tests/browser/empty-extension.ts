import type { BrowserContext, Page } from '@playwright/test';

/** The key of the policy that was read last, see `utils/browser/policy.ts`. */
const LAST_POLICY = 'policy.last';

/** The globals of an extension page that are used here. */
declare const chrome: {
  action: { setBadgeText(of: object): Promise<void> };
  alarms: { clearAll(): Promise<boolean> };
  contextMenus: { removeAll(): Promise<void> };
  notifications: { clear(id: string): Promise<boolean>; getAll(): Promise<object> };
  scripting: { unregisterContentScripts(): Promise<void> };
  storage: Record<'local' | 'session' | 'sync', { clear(): Promise<void>; set(values: object): Promise<void> }>;
};
declare global {
  var releaseLocks: (() => void) | undefined;
}

/**
 * Holds the locks of the extension until `releaseLocks`, so that a worker that wakes up waits. No inner function has a name
 * here and below: tsx would mark it by a helper that the page does not have.
 */
const holdLocks = () =>
  new Promise<void>((resolve) => {
    void navigator.locks.request('round', () =>
      navigator.locks.request(
        'status',
        () =>
          new Promise<void>((release) => {
            globalThis.releaseLocks = release;
            resolve();
          }),
      ),
    );
  });

/**
 * Removes all that the extension has stored or registered. The policy counts as known, because Chromium answers only
 * seconds after its own start, and each test would wait for that.
 */
async function clearExtension(policy: string): Promise<void> {
  await chrome.alarms.clearAll();
  await chrome.contextMenus.removeAll();
  await chrome.scripting.unregisterContentScripts();
  for (const id of Object.keys(await chrome.notifications.getAll())) await chrome.notifications.clear(id);
  await chrome.storage.local.clear();
  await chrome.storage.local.set({ [policy]: {} });
  await chrome.storage.sync.clear();
  await chrome.storage.session.clear();
  await chrome.action.setBadgeText({ text: '' });
}

/** A page of the extension that runs none of its scripts. */
export async function openControl(context: BrowserContext, extensionId: string): Promise<Page> {
  const control = await context.newPage();
  await control.goto(`chrome-extension://${extensionId}/manifest.json`);
  return control;
}

/** Closes every page but the control page. */
export async function closeOthers(control: Page): Promise<void> {
  for (const page of control.context().pages()) if (page !== control) await page.close();
}

/** Stops the worker of the extension. The next event starts it again. */
export async function stopWorkers(control: Page): Promise<void> {
  const session = await control.context().newCDPSession(control);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

/** Stops the extension until `releaseLocks`. */
export async function suspendExtension(control: Page): Promise<void> {
  await stopWorkers(control);
  await control.evaluate(holdLocks);
}

/** Empties the suspended extension. What it notices of that wakes its worker, which waits for the locks. */
export const emptyExtension = (control: Page): Promise<void> => control.evaluate(clearExtension, LAST_POLICY);
