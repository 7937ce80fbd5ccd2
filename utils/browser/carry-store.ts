import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { Carry } from '@/utils/model/carry';
import { fitting } from './fitting';
import { assistantId } from './trouble-schema';
import { watchKey } from './watch-key';
import { wayId } from './way-schema';

const KEY = 'carry';
const schema: v.GenericSchema<unknown, Carry> = v.object({
  from: v.union([assistantId, v.literal('sample')]),
  to: wayId,
  text: v.string(),
  startedAt: v.number(),
  tabId: v.nullable(v.number()),
});

/** In `storage.session`: in memory, gone with the browser, and out of reach of chat sites. */
export async function readCarry(): Promise<Carry | null> {
  return fitting(schema, (await browser.storage.session.get(KEY))[KEY]);
}

/** Calls back with whatever is on its way from now on; returns how to stop. */
export function watchCarry(onChange: (carry: Carry | null) => void): () => void {
  return watchKey('session', KEY, () => readCarry().catch(() => null), onChange);
}

export async function writeCarry(carry: Carry | null): Promise<void> {
  if (carry === null) await browser.storage.session.remove(KEY);
  else await browser.storage.session.set({ [KEY]: carry });
}

/** The script asks for its order by itself. A page that cannot be scripted now keeps the draft waiting. */
export async function injectCarry(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: ['/carry.js'] }).catch(() => undefined);
}
