import browser from 'webextension-polyfill';
import type { NoticeView } from '@/utils/model/views';
import { translate } from './translate';

/**
 * A notice with an id that stands already replaces it. Firefox has no buttons on notices and refuses one that wants them;
 * that cannot be seen before, since it has the event for them (measured in Firefox 153).
 */
export async function showNotice({ id, title, text }: NoticeView): Promise<void> {
  const iconUrl = browser.runtime.getURL('/icons/app-128.png');
  const plain = { type: 'basic', iconUrl, title, message: text } as const;
  try {
    const buttons = [{ title: translate('history_link') }];
    await browser.notifications.create(id, { ...plain, buttons } as typeof plain);
  } catch {
    await browser.notifications.create(id, plain);
  }
}

/** Calls back when one is pressed, on its button or elsewhere; then it did its work, and goes. */
export function onNoticePressed(callBack: (id: string, isHistoryWanted: boolean) => void): void {
  const press = (id: string, button?: number) => {
    callBack(id, button === 0);
    void browser.notifications.clear(id);
  };
  browser.notifications.onClicked.addListener(press);
  browser.notifications.onButtonClicked?.addListener(press);
}
