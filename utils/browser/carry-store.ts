import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { Carry } from '@/utils/model/carry';
import { fitting } from './fitting';
import { assistantId } from './trouble-schema';
import { watchKey } from './watch-key';
import { wayId } from './way-schema';

const KEY = 'carry';
const transfer = v.object({
  id: v.optional(v.number()),
  from: v.union([assistantId, v.literal('sample')]),
  to: wayId,
  text: v.string(),
  hasFiles: v.optional(v.boolean()),
  startedAt: v.number(),
  tabId: v.nullable(v.number()),
  originTabId: v.optional(v.nullable(v.number()), null),
  isPrivate: v.optional(v.boolean(), false),
});

/** An earlier version stored one transfer alone, without an id. A damaged one does not take the others along. */
export function parseTransfers(stored: unknown): Carry[] {
  const all: unknown[] = Array.isArray(stored) ? stored : [stored];
  return all.flatMap((one) => {
    const parsed = fitting(transfer, one);
    return parsed === null ? [] : [{ ...parsed, id: parsed.id ?? parsed.startedAt }];
  });
}

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
