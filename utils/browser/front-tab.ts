import browser from 'webextension-polyfill';

/** The address of the tab in front of this window; null where the browser does not show it to us. */
export async function frontAddress(): Promise<string | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.url ?? null;
}
