import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { isAssistantId } from '@/utils/model/assistant';
import type { KeptDrafts } from '@/utils/model/kept-draft';
import { fitting } from './fitting';
import { watchKey } from './watch-key';

const KEY = 'drafts';
const draft = v.object({
  tabId: v.number(),
  text: v.string(),
  at: v.number(),
  clearedAt: v.nullable(v.number()),
});
const schema = v.array(draft);

/** On the device, and only while the person wants it: a browser that crashes loses none. */
export async function readDrafts(): Promise<KeptDrafts> {
  const stored: object = (await browser.storage.local.get(KEY))[KEY] ?? {};
  // One that is damaged does not take the others along.
  return Object.fromEntries(
    Object.entries(stored).flatMap(([id, some]) => {
      const drafts = isAssistantId(id) ? fitting(schema, some) : null;
      return drafts === null ? [] : [[id, drafts]];
    }),
  );
}

/** Calls back with what is kept from now on; returns how to stop. */
export function watchDrafts(onChange: (drafts: KeptDrafts) => void): () => void {
  return watchKey('local', KEY, readDrafts, onChange);
}

/** With none left nothing is left behind. */
export async function writeDrafts(drafts: KeptDrafts): Promise<void> {
  const isEmpty = Object.values(drafts).every((some) => !some?.length);
  if (isEmpty) await browser.storage.local.remove(KEY);
  else await browser.storage.local.set({ [KEY]: drafts });
}
