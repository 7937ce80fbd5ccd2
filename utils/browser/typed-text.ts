import browser from 'webextension-polyfill';

/** What the script that reads a draft finds beside it. */
export interface DraftHints {
  understudyHints?: readonly string[];
}

/** What the script says of a tab's composer; null where it cannot be read. A script from a file takes no arguments, so the hints are laid beside it. */
async function typedIn(tabId: number, hints: readonly string[]): Promise<unknown> {
  const lay = (given: DraftHints['understudyHints']) => Object.assign(globalThis, { understudyHints: given });
  try {
    await browser.scripting.executeScript({ target: { tabId }, func: lay, args: [[...hints]] });
    const [frame] = await browser.scripting.executeScript({ target: { tabId }, files: ['/draft.js'] });
    return frame?.result;
  } catch {
    return null;
  }
}

/**
 * What was typed in that tab's composer; empty where nothing was, or where it cannot be read. `hints` are CSS selectors,
 * best first.
 */
export async function readTyped(tabId: number, hints: readonly string[]): Promise<string> {
  const typed = await typedIn(tabId, hints);
  return typeof typed === 'string' ? typed : '';
}

/** Whether something typed stands there; no more than that is kept. True where we could not look. */
export async function hasTypedText(tabId: number, hints: readonly string[]): Promise<boolean> {
  return (await typedIn(tabId, hints)) !== '';
}
