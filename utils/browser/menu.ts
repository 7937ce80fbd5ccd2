import browser from 'webextension-polyfill';
import { MENU_ITEMS } from '@/utils/model/menu';
import { translate } from './translate';

/** Makes the icon's menu what it should be. Safe to repeat, not side by side: browsers keep entries, and refuse them a second time. */
export async function showMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const id of MENU_ITEMS) browser.contextMenus.create({ id, title: translate(id), contexts: ['action'] });
}
