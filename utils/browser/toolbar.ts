import browser from 'webextension-polyfill';
import { MENU_ITEMS } from '@/utils/model/messages';
import type { ToolbarView } from '@/utils/model/views';
import * as clock from './clock';
import { translate } from './i18n';
import { orNullAfter } from './with-timeout';

/** Dark enough for white digits, and the same in both themes. */
const BADGE_COLOUR = '#b3261e';

const TIMEOUT_MS = 5_000;

/** Sets icon, badge and tooltip. Safe to repeat. */
export async function showToolbar({ sign, troubleCount, title }: ToolbarView): Promise<void> {
  const path = { 16: `/icons/toolbar-${sign}-16.png`, 32: `/icons/toolbar-${sign}-32.png` };
  const isSet = Promise.all([
    browser.action.setIcon({ path }),
    browser.action.setBadgeText({ text: troubleCount > 0 ? String(troubleCount) : '' }),
    browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR }),
    browser.action.setTitle({ title }),
  ]);
  // A browser that never answers must not keep later states from being rendered.
  await orNullAfter(isSet, TIMEOUT_MS);
}

/** Makes the icon's menu what it should be. Safe to repeat, not side by side: browsers keep entries, and refuse them a second time. */
export async function showMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const id of MENU_ITEMS) browser.contextMenus.create({ id, title: translate(id), contexts: ['action'] });
}

const NAME = 'watch';
/** Goes on ringing by itself if a round dies before it could set the next wake-up. */
const SAFETY_MINUTES = 5;

/** Replaces any earlier wake-up. Browsers ring at most every 30 seconds. */
export async function wakeAt(at: number): Promise<void> {
  await browser.alarms.create(NAME, { when: clock.realTimeOf(at), periodInMinutes: SAFETY_MINUTES });
}
