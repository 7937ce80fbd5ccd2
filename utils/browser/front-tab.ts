import browser from 'webextension-polyfill';

/** What the script that reads a draft finds beside it. */
export interface DraftHints {
  understudyHints?: readonly string[];
}

export interface FrontTab {
  tabId: number;
  address: string;
}

/** The tab in front of the person; null where its address is not ours to see: not granted, and not opened from by the icon. */
export async function frontTab(): Promise<FrontTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined || tab.url === undefined ? null : { tabId: tab.id, address: tab.url };
}

/**
 * What was typed in that tab's composer; empty where nothing was, or where it cannot be read. `hints` are CSS selectors,
 * best first. A script from a file takes no arguments, so they are laid beside it.
 */
export async function readTyped(tabId: number, hints: readonly string[]): Promise<string> {
  const lay = (given: DraftHints['understudyHints']) => Object.assign(globalThis, { understudyHints: given });
  try {
    await browser.scripting.executeScript({ target: { tabId }, func: lay, args: [[...hints]] });
    const [frame] = await browser.scripting.executeScript({ target: { tabId }, files: ['/draft.js'] });
    return typeof frame?.result === 'string' ? frame.result : '';
  } catch {
    return '';
  }
}
