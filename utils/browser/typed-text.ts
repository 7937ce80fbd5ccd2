import browser from 'webextension-polyfill';

/** What `draft.js` leaves in the world of our content scripts, for `readIn` below to call with its argument. */
export interface DraftReader {
  understudyReadTyped?: (hints: readonly string[]) => string;
}

/** Runs in the tab: nothing but its argument and globals are there. */
const readIn = (hints: readonly string[]): string | null =>
  (globalThis as DraftReader).understudyReadTyped?.(hints) ?? null;

/** The text in a tab's composer; null where it cannot be read. */
async function typedIn(tabId: number, hints: readonly string[]): Promise<unknown> {
  const target = { tabId };
  try {
    // A script from a file takes no arguments, and a function that is passed brings no imports along.
    await browser.scripting.executeScript({ target, files: ['/draft.js'] });
    const [frame] = await browser.scripting.executeScript({ target, func: readIn, args: [[...hints]] });
    return frame?.result;
  } catch {
    return null;
  }
}

/**
 * The text in that tab's composer; empty where there is none, or where it cannot be read. `hints` are CSS selectors, best
 * first.
 */
export async function readTyped(tabId: number, hints: readonly string[]): Promise<string> {
  const typed = await typedIn(tabId, hints);
  return typeof typed === 'string' ? typed : '';
}

/** Whether the composer holds text, which is not kept. True where we could not look. */
export async function hasTypedText(tabId: number, hints: readonly string[]): Promise<boolean> {
  return (await typedIn(tabId, hints)) !== '';
}
