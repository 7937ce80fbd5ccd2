import { useState } from 'react';
import { ErasePart } from './erase-part';
import type { SectionProps } from './options-sections';
import { SettingsFile } from './settings-file';
import { ThemeChoice } from './theme-choice';

/** How our pages look, settings as a file, and the end of everything. */
export function SettingsSection({ view, actions }: SectionProps) {
  const { theme, file, erase } = view.settings;
  const [said, setSaid] = useState('');
  return (
    <>
      <ThemeChoice theme={theme} onChoose={actions.setTheme} />
      <SettingsFile
        words={file}
        onSave={actions.saveSettings}
        onLoad={(text) => void actions.loadSettings(text).then(setSaid)}
      />
      <ErasePart words={erase} onErase={() => void actions.eraseAll().then(setSaid)} />
      <p role="status">{said}</p>
    </>
  );
}
