import browser from 'webextension-polyfill';

const KEY = 'hasBegun';

/**
 * Begins, unless a worker has done so since the browser started, the extension was installed, updated, or switched on
 * again: then alarms, scripts and toolbar may be gone. `storage.session` forgets at just those moments. A beginning that
 * failed, or died half-way, is made again by the next worker.
 */
export async function unlessBegun(begin: () => Promise<void>): Promise<void> {
  // Where that cannot be told or noted, each worker begins: it is safe to repeat.
  const { [KEY]: hasBegun } = await browser.storage.session.get(KEY).catch((): Record<string, unknown> => ({}));
  if (hasBegun === true) return;
  await begin();
  await browser.storage.session.set({ [KEY]: true }).catch(() => undefined);
}
