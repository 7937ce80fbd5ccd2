import browser from 'webextension-polyfill';
import type { Carry } from '@/utils/model/carry';
import { parseTransfers } from './transfers-schema';
import { watchKey } from './watch-key';

const KEY = 'carry';
/** In `storage.session`: in memory, gone with the browser, and out of reach of chat sites. */
export async function readTransfers(): Promise<Carry[]> {
  return parseTransfers((await browser.storage.session.get(KEY))[KEY]);
}

/** Calls back with the transfers from now on; returns how to stop. */
export function watchTransfers(onChange: (transfers: Carry[]) => void): () => void {
  return watchKey('session', KEY, () => readTransfers().catch(() => []), onChange);
}

export async function writeTransfers(transfers: readonly Carry[]): Promise<void> {
  if (transfers.length === 0) await browser.storage.session.remove(KEY);
  else await browser.storage.session.set({ [KEY]: transfers });
}

/** The script asks for its order by itself. A page that cannot be scripted now keeps the draft waiting. */
export async function injectCarry(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: ['/carry.js'] }).catch(() => undefined);
}
