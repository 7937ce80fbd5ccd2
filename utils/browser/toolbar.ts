import browser from 'webextension-polyfill';
import type { ToolbarView } from '@/utils/model/views';
import { withPatience } from './with-patience';

/** Dark enough for white digits, and the same in both themes. */
const BADGE_COLOUR = '#b3261e';

const PATIENCE_MS = 5_000;

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
  await withPatience(isSet, PATIENCE_MS);
}
