import type { BrowserContext, Page } from '@playwright/test';
import { expect } from './expect';

/** Opens a page of the extension that runs none of its scripts. */
export async function openControl(context: BrowserContext, extensionId: string): Promise<Page> {
  const control = await context.newPage();
  await control.goto(`chrome-extension://${extensionId}/manifest.json`);
  return control;
}

/**
 * Stops the worker of the extension, as seen from one of its pages. The next event starts it again. A worker that is
 * starting is waited for: where Chromium stops it, the next event may wait for minutes. `isWoken`: an event is on its way
 * that starts the worker, so its start is waited for as well.
 */
export async function stopWorkers(page: Page, isWoken = false): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const states = new Map<string, string>();
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, runningStatus } of versions) states.set(versionId, runningStatus);
  });
  await session.send('ServiceWorker.enable');
  // The first states follow the answer.
  const areSettled = () => {
    const found = [...states.values()];
    return found.length > 0 && !found.includes('starting') && (!isWoken || found.includes('running'));
  };
  await expect.poll(areSettled, { intervals: [5, 10, 20] }).toBe(true);
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}
