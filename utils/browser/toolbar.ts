import browser from 'webextension-polyfill';
import type { ToolbarView } from '@/utils/model/views';

/** Dark enough for white digits, and the same in both themes. */
const BADGE_COLOUR = '#b3261e';

/** Sets icon, badge and tooltip. Safe to repeat. */
export async function showToolbar({ sign, troubleCount, title }: ToolbarView): Promise<void> {
  const path = { 16: `/icons/toolbar-${sign}-16.png`, 32: `/icons/toolbar-${sign}-32.png` };
  await Promise.all([
    browser.action.setIcon({ path }),
    browser.action.setBadgeText({ text: troubleCount > 0 ? String(troubleCount) : '' }),
    browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR }),
    browser.action.setTitle({ title }),
  ]);
}
