import browser from 'webextension-polyfill';

/** What an organisation set, not parsed yet. Firefox rejects where there is no policy: then nothing is. */
export async function readPolicy(): Promise<object> {
  try {
    return await browser.storage.managed.get();
  } catch {
    return {};
  }
}
