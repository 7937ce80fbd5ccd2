import { forgetGlance } from '@/utils/browser/glance-store';
import { dropEverything } from '@/utils/browser/permissions';
import { saveFile } from '@/utils/browser/save-file';
import { sendToBackground } from '@/utils/browser/send';
import { readSettings, writeSettings } from '@/utils/browser/settings-file';
import { readChosen } from '@/utils/browser/storage';
import { speechNow, translate } from '@/utils/browser/translate';
import { changeOptions } from '@/utils/ui/change-options';
import { tellBackground } from '@/utils/ui/tell-background';
import type { SettingsActions } from './options-actions';
import { settingsWords } from './settings-words';
import { forgetSynced } from './sync-settings';

const FILE_NAME = 'understudy-settings.json';

async function save(): Promise<void> {
  // What an organisation set is not the person's to take along.
  const text = writeSettings(await readChosen());
  saveFile(FILE_NAME, 'application/json', text);
}

async function load(text: string): Promise<string> {
  const read = readSettings(text);
  if (read.kind === 'good') {
    if (!(await changeOptions(() => read.options))) return translate('settings_not_kept');
    // Whoever is new has not been read yet.
    tellBackground({ type: 'opened' });
  }
  return settingsWords(read, speechNow());
}

async function erase(): Promise<string> {
  try {
    await dropEverything();
    const isForgotten = await forgetSynced();
    await sendToBackground({ type: 'erase' });
    forgetGlance();
    return translate(isForgotten ? 'erase_done' : 'erase_failed');
  } catch {
    return translate('erase_failed');
  }
}

/** What the section about appearance and data asks of the browser and the background. */
export const settingsCommands: Omit<SettingsActions, 'setSyncing'> = {
  setTheme: (theme) => void changeOptions((options) => ({ ...options, theme })),
  saveSettings: () => void save().catch(() => null),
  loadSettings: load,
  eraseAll: erase,
};
