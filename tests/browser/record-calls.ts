import type { Worker } from '@playwright/test';

export interface RecordedCalls {
  /** Path of the current icon inside the bundle; null before the first is set. */
  icon: string | null;
  /** Every notification, in order. */
  notices: { id: string; title: string; message: string }[];
}

/** The globals of the worker that are wrapped. */
declare const chrome: {
  action: { setIcon(details: { path?: Record<string, string> }): Promise<void> };
  notifications: { create(id: string, options: { title: string; message: string }): Promise<string> };
};
/** The recorded calls, kept in the worker. */
declare const self: { recordedCalls?: RecordedCalls };

/**
 * Records icons and notifications by wrapping the API calls, because the browser offers no way to read them back. Lasts
 * until the worker stops.
 */
export async function recordCalls(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const recordedCalls: RecordedCalls = { icon: null, notices: [] };
    self.recordedCalls = recordedCalls;
    const { setIcon } = chrome.action;
    const { create } = chrome.notifications;
    chrome.action.setIcon = (details) => {
      recordedCalls.icon = details.path?.['32'] ?? null;
      return setIcon.call(chrome.action, details);
    };
    chrome.notifications.create = (id, options) => {
      recordedCalls.notices.push({ id, title: options.title, message: options.message });
      return create.call(chrome.notifications, id, options);
    };
  });
}

export async function recordedCalls(worker: Worker): Promise<RecordedCalls> {
  return worker.evaluate(() => self.recordedCalls ?? { icon: null, notices: [] });
}
