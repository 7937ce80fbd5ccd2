import { forgetGlance } from '@/utils/browser/glance-store';
import { dropEverything } from '@/utils/browser/permissions';
import { saveFile } from '@/utils/browser/save-file';
import { sendToBackground } from '@/utils/browser/send';
import { readSettings, writeSettings } from '@/utils/browser/settings-file';
import { optionsItem } from '@/utils/browser/storage';
import { speechNow, translate } from '@/utils/browser/translate';
import { changeOptions } from './change-options';
import type { SettingsActions } from './options-actions';
import { settingsWords } from './settings-words';
import { tellBackground } from './tell-background';

const FILE_NAME = 'understudy-settings.json';

async function save(): Promise<void> {
  const text = writeSettings(await optionsItem.read());
  saveFile(FILE_NAME, 'application/json', text);
}

async function load(text: string): Promise<string> {
  const read = readSettings(text);
  if (read.kind === 'good') {
    await changeOptions(() => read.options);
    // Whoever is new has not been read yet.
    tellBackground({ type: 'opened' });
  }
  return settingsWords(read, speechNow());
}

async function erase(): Promise<string> {
  try {
    await dropEverything();
    await sendToBackground({ type: 'erase' });
    forgetGlance();
    return translate('erase_done');
  } catch {
    return translate('erase_failed');
  }
}

/** What the section about appearance and data asks of the browser and the background. */
export const settingsCommands: SettingsActions = {
  setTheme: (theme) => void changeOptions((options) => ({ ...options, theme })),
  saveSettings: () => void save().catch(() => null),
  loadSettings: load,
  eraseAll: erase,
};
