import browser from 'webextension-polyfill';
import { MENU_ITEMS } from '@/utils/model/messages';
import type { ToolbarView } from '@/utils/model/views';
import * as clock from './clock';
import { translate } from './i18n';
import { orNullAfter } from './with-timeout';

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

const NAME = 'watch';
/** A periodic alarm, in case a round dies before it sets the next wake-up. */
const SAFETY_MINUTES = 5;

/** Replaces any earlier wake-up. Browsers fire alarms at most every 30 seconds. */
export async function wakeAt(at: number): Promise<void> {
  await browser.alarms.create(NAME, { when: clock.realTimeOf(at), periodInMinutes: SAFETY_MINUTES });
}
