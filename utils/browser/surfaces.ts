import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { MENU_ITEMS } from '@/utils/model/messages';
import type { NoticePress } from '@/utils/model/notification';
import type { NoticeView, ToolbarView } from '@/utils/model/views';
import { orNullAfter } from './clock';
import { translate } from './i18n';
import { assistantId, fallbackId } from './status-schema';
import { parseOrNull } from './stored-value';

/** Dark enough for white digits, and used in both themes. */
const BADGE_COLOR = '#b3261e';

const TIMEOUT_MS = 5_000;

/** Sets icon, badge and tooltip. Safe to repeat. */
export async function showToolbar({ sign, troubleCount, title }: ToolbarView): Promise<void> {
  const path = { 16: `/icons/toolbar-${sign}-16.png`, 32: `/icons/toolbar-${sign}-32.png` };
  // In Android's browsers the icon is an entry of a menu, and has no badge.
  const action: Partial<typeof browser.action> = browser.action;
  const isSet = Promise.all([
    action.setIcon?.({ path }),
    action.setBadgeText?.({ text: troubleCount > 0 ? String(troubleCount) : '' }),
    action.setBadgeBackgroundColor?.({ color: BADGE_COLOR }),
    action.setTitle?.({ title }),
  ]);
  // A browser that never answers must not keep later states from being rendered.
  await orNullAfter(isSet, TIMEOUT_MS);
}

/** Creates the menu of the icon. Safe to repeat, but not in parallel: browsers reject an entry that exists. */
export async function showMenu(): Promise<void> {
  // Browsers on Android have no menu.
  if (browser.contextMenus === undefined) return;
  await browser.contextMenus.removeAll();
  for (const id of MENU_ITEMS) browser.contextMenus.create({ id, title: translate(id), contexts: ['action'] });
}

const pressed: v.GenericSchema<unknown, NoticePress> = v.variant('kind', [
  v.object({ kind: v.literal('open') }),
  v.object({ kind: v.literal('continue'), from: assistantId, to: fallbackId }),
  v.object({ kind: v.literal('snooze'), assistantId }),
]);

/**
 * The id in the browser: the id of the notification, the time of its latest change, and what each button means. The
 * worker that shows it may be gone when a button is pressed, and Plan B may have changed.
 */
const shownIdOf = ({ id, newsAt, buttons }: NoticeView): string =>
  [id, newsAt, ...buttons.map(({ press }) => encodeURIComponent(JSON.stringify(press)))].join('@');

const noticeIdOf = (shownId: string): string => shownId.split('@')[0] ?? '';

/** What a button means. One of an earlier version, or none, opens what the notification is about. */
function pressOf(shownId: string, button: number | undefined): NoticePress {
  const meaning = button === undefined ? undefined : shownId.split('@')[button + 2];
  try {
    return parseOrNull(pressed, JSON.parse(decodeURIComponent(meaning ?? ''))) ?? { kind: 'open' };
  } catch {
    return { kind: 'open' };
  }
}

/** Clears earlier versions of this notification. Whether this version is already shown. */
async function clearEarlier({ id, newsAt }: NoticeView): Promise<boolean> {
  const shown = Object.keys(await browser.notifications.getAll()).filter((other) => noticeIdOf(other) === id);
  const isSame = (other: string) => other.split('@')[1] === String(newsAt);
  await Promise.all(shown.filter((other) => !isSame(other)).map((other) => browser.notifications.clear(other)));
  return shown.some(isSame);
}

/**
 * Replaces the earlier version under a new id, because desktops update a dismissed notification silently. The same change
 * is shown once, even if its buttons differ by now. Earlier versions stay if the browser cannot list notifications.
 * Firefox refuses notifications with buttons, and this cannot be detected beforehand, because it has the event for them
 * (measured in Firefox 153).
 */
export async function showNotice(view: NoticeView): Promise<void> {
  if (await clearEarlier(view).catch(() => false)) return;
  const { title, text, buttons } = view;
  const shownId = shownIdOf(view);
  const iconUrl = browser.runtime.getURL('/icons/app-128.png');
  const plain = { type: 'basic', iconUrl, title, message: text } as const;
  if (buttons.length > 0) {
    const titles = buttons.map((button) => ({ title: button.title }));
    try {
      await browser.notifications.create(shownId, { ...plain, buttons: titles } as typeof plain);
      return;
    } catch {
      // Shown without buttons below. Firefox throws here, before it returns a promise.
    }
  }
  await browser.notifications.create(shownId, plain);
}

/** Calls back when a notification or one of its buttons is clicked, and clears the notification. */
export function onNoticePressed(callBack: (id: string, press: NoticePress) => void): void {
  const press = (shownId: string, button?: number) => {
    callBack(noticeIdOf(shownId), pressOf(shownId, button));
    void browser.notifications.clear(shownId).catch(() => false);
  };
  browser.notifications.onClicked.addListener((shownId) => press(shownId));
  browser.notifications.onButtonClicked?.addListener(press);
}
