import browser from 'webextension-polyfill';
import type { NoticeView } from '@/utils/model/views';
import { translate } from './i18n';

/** The id in the browser: that of the notice, and of its news. */
const shownIdOf = ({ id, newsAt }: Pick<NoticeView, 'id' | 'newsAt'>): string => `${id}@${newsAt}`;

const noticeIdOf = (shownId: string): string => shownId.replace(/@[^@]*$/, '');

/** Clears what the same notice told before. A desktop that cannot say what stands there keeps it. */
async function clearEarlier(id: string, shownId: string): Promise<void> {
  const standing = Object.keys(await browser.notifications.getAll());
  const earlier = standing.filter((other) => other !== shownId && noticeIdOf(other) === id);
  await Promise.all(earlier.map((other) => browser.notifications.clear(other)));
}

/**
 * News takes the place of what was told before under an id of its own: a desktop changes a notification that was
 * dismissed into its list without showing it again. The same news keeps its id, so a repetition is not shown twice.
 * Firefox has no buttons on notices and refuses one that wants them; that cannot be seen before, since it has the event
 * for them (measured in Firefox 153).
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

/** Calls back when one is pressed, on its button or elsewhere; then it did its work, and goes. */
export function onNoticePressed(callBack: (id: string, isHistoryWanted: boolean) => void): void {
  const press = (shownId: string, button?: number) => {
    callBack(noticeIdOf(shownId), button === 0);
    void browser.notifications.clear(shownId).catch(() => false);
  };
  browser.notifications.onClicked.addListener(press);
  browser.notifications.onButtonClicked?.addListener(press);
}
