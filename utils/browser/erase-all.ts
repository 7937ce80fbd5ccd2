import browser from 'webextension-polyfill';
import { clearHistory } from './history-database';
import { clearDrafts } from './kept-draft-store';

/** Everything of ours in this browser: settings, memory, drafts, evidence, and the history of years. */
export async function eraseAll(): Promise<void> {
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear(), clearHistory(), clearDrafts()]);
}
