import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { type ComposerReading, UNREADABLE } from '@/utils/model/composer-reading';
import { fitting } from './fitting';

/** What `draft.js` leaves in the world of our content scripts, for `readIn` below to call with its argument. */
export interface DraftReader {
  understudyReadTyped?: (hints: readonly string[]) => ComposerReading;
}

const reading: v.GenericSchema<unknown, ComposerReading> = v.object({
  kind: v.picklist(['typed', 'empty', 'no_composer', 'unreadable']),
  text: v.string(),
  hasFiles: v.boolean(),
});

/** Runs in the tab: nothing but its argument and globals are there. */
const readIn = (hints: readonly string[]): ComposerReading | null =>
  (globalThis as DraftReader).understudyReadTyped?.(hints) ?? null;

/** What a tab's composer holds; unreadable where no script may run. `hints` are CSS selectors, best first. */
export async function readComposer(tabId: number, hints: readonly string[]): Promise<ComposerReading> {
  const target = { tabId };
  try {
    // A script from a file takes no arguments, and a function that is passed brings no imports along.
    await browser.scripting.executeScript({ target, files: ['/draft.js'] });
    const [frame] = await browser.scripting.executeScript({ target, func: readIn, args: [[...hints]] });
    return fitting(reading, frame?.result) ?? UNREADABLE;
  } catch {
    return UNREADABLE;
  }
}

/** Whether a reload would lose something typed or added; no more than that is kept. True where we could not look. */
export async function hasTypedText(tabId: number, hints: readonly string[]): Promise<boolean> {
  const { kind, hasFiles } = await readComposer(tabId, hints);
  return kind === 'typed' || kind === 'unreadable' || hasFiles;
}
