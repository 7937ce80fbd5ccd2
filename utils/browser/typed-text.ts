import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { type ComposerReading, UNREADABLE } from '@/utils/model/composer-reading';
import { fitting } from './fitting';

/** What the script that reads a draft finds beside it. */
export interface DraftHints {
  understudyHints?: readonly string[];
}

const reading: v.GenericSchema<unknown, ComposerReading> = v.object({
  kind: v.picklist(['typed', 'empty', 'no_composer', 'unreadable']),
  text: v.string(),
  hasFiles: v.boolean(),
});

/**
 * What a tab's composer holds; unreadable where no script may run. `hints` are CSS selectors, best first. A script from
 * a file takes no arguments, so the hints are laid beside it.
 */
export async function readComposer(tabId: number, hints: readonly string[]): Promise<ComposerReading> {
  const lay = (given: DraftHints['understudyHints']) => Object.assign(globalThis, { understudyHints: given });
  try {
    await browser.scripting.executeScript({ target: { tabId }, func: lay, args: [[...hints]] });
    const [frame] = await browser.scripting.executeScript({ target: { tabId }, files: ['/draft.js'] });
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
