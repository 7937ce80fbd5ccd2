import type { Worker } from '@playwright/test';

export interface Overheard {
  /** The path of the icon that was set last, inside the bundle; null before the first. */
  icon: string | null;
  /** Every notification in the order of its showing. */
  notices: { id: string; title: string; message: string }[];
}

/** What the worker's global has, as far as we listen in. */
declare const chrome: {
  action: { setIcon(details: { path?: Record<string, string> }): Promise<void> };
  notifications: { create(id: string, options: { title: string; message: string }): Promise<string> };
};
/** What was overheard, kept in the worker. */
declare const self: { overheard?: Overheard };

/**
 * Neither the icon nor the text of a notification can be read back, so the calls are overheard and passed on to
 * the real ones. Ends with the worker.
 */
export async function listenIn(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const overheard: Overheard = { icon: null, notices: [] };
    self.overheard = overheard;
    const { setIcon } = chrome.action;
    const { create } = chrome.notifications;
    chrome.action.setIcon = (details) => {
      overheard.icon = details.path?.['32'] ?? null;
      return setIcon.call(chrome.action, details);
    };
    chrome.notifications.create = (id, options) => {
      overheard.notices.push({ id, title: options.title, message: options.message });
      return create.call(chrome.notifications, id, options);
    };
  });
}

export async function overheard(worker: Worker): Promise<Overheard> {
  return worker.evaluate(() => self.overheard ?? { icon: null, notices: [] });
}
