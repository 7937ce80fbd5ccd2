import browser from 'webextension-polyfill';

export interface FrontTab {
  tabId: number;
  address: string;
  isPrivate: boolean;
}

/** The tab in front of the person; null where its address is not ours to see: not granted, and not opened from by the icon. */
export async function frontTab(): Promise<FrontTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined || tab.url === undefined
    ? null
    : { tabId: tab.id, address: tab.url, isPrivate: tab.incognito };
}

/** Whether this page of ours is shown in a private window; a spanning extension is not told so by its own context. */
export async function isPrivateWindow(): Promise<boolean> {
  return (await browser.windows.getCurrent()).incognito;
}
