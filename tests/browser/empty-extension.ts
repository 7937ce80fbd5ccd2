import type { Page } from '@playwright/test';
import { stopWorkers } from './control-page';

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
 * Holds the locks of the extension until `releaseLocks`, and removes all that it has stored or registered. The worker that
 * a change of storage wakes waits for the locks. The policy counts as known, because Chromium answers only seconds after
 * its own start, and each test would wait for that. No inner function has a name: tsx would mark it by a helper that the
 * page does not have.
 */
async function clearExtension(policy: string): Promise<void> {
  await new Promise<void>((resolve) => {
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

/** Leaves the extension as after an install, and without a worker, while the control page is open. */
export async function emptyExtension(control: Page): Promise<void> {
  await stopWorkers(control);
  await control.evaluate(clearExtension, LAST_POLICY);
  // The change of the stored policy starts a worker.
  await stopWorkers(control, true);
}
