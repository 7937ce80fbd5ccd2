import browser from 'webextension-polyfill';
import type { NoticeView } from '@/utils/model/views';
import { translate } from './i18n';

/** The id in the browser: the id of the notification and the time of its latest change. */
const shownIdOf = ({ id, newsAt }: Pick<NoticeView, 'id' | 'newsAt'>): string => `${id}@${newsAt}`;

const noticeIdOf = (shownId: string): string => shownId.replace(/@[^@]*$/, '');

/** Clears earlier versions of this notification. They stay if the browser cannot list notifications. */
async function clearEarlier(id: string, shownId: string): Promise<void> {
  const shown = Object.keys(await browser.notifications.getAll());
  const earlier = shown.filter((other) => other !== shownId && noticeIdOf(other) === id);
  await Promise.all(earlier.map((other) => browser.notifications.clear(other)));
}

/**
 * Replaces the earlier version under a new id, because desktops update a dismissed notification silently. The same change
 * keeps its id, so that repeating it shows nothing twice. Firefox rejects notifications with buttons, and this cannot be
 * detected beforehand, because it has the event for them (measured in Firefox 153).
 */
export async function showNotice({ id, newsAt, title, text }: NoticeView): Promise<void> {
  const shownId = shownIdOf({ id, newsAt });
  await clearEarlier(id, shownId).catch(() => undefined);
  const iconUrl = browser.runtime.getURL('/icons/app-128.png');
  const plain = { type: 'basic', iconUrl, title, message: text } as const;
  try {
    const buttons = [{ title: translate('history_link') }];
    await browser.notifications.create(shownId, { ...plain, buttons } as typeof plain);
  } catch {
    await browser.notifications.create(shownId, plain);
  }
}

/** Calls back when a notification or its button is clicked, and clears the notification. */
export function onNoticePressed(callBack: (id: string, isHistoryWanted: boolean) => void): void {
  const press = (shownId: string, button?: number) => {
    callBack(noticeIdOf(shownId), button === 0);
    void browser.notifications.clear(shownId).catch(() => false);
  };
  browser.notifications.onClicked.addListener(press);
  browser.notifications.onButtonClicked?.addListener(press);
}
