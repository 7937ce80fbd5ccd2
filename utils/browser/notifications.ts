import browser from 'webextension-polyfill';
import type { NoticeView } from '@/utils/model/views';

/** A notice with an id that stands already replaces it. */
export async function showNotice({ id, title, text }: NoticeView): Promise<void> {
  const iconUrl = browser.runtime.getURL('/icons/app-128.png');
  await browser.notifications.create(id, { type: 'basic', iconUrl, title, message: text });
}

/** Takes it away once it did its work. */
export async function clearNotice(id: string): Promise<void> {
  await browser.notifications.clear(id);
}
