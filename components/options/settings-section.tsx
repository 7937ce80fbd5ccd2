import { useState } from 'react';
import { Presettable } from '@/components/presettable';
import { ErasePart } from './erase-part';
import { PresetPart } from './preset-part';
import type { SectionProps } from './section-props';
import { SettingsFile } from './settings-file';
import { SyncPart } from './sync-part';
import { ThemeChoice } from './theme-choice';

/** How our pages look, settings as a file, and the end of everything. */
export function SettingsSection({ view, actions }: SectionProps) {
  const { theme, sync, preset, file, erase } = view.settings;
  const [said, setSaid] = useState('');
  return (
    <>
      {preset !== null && <PresetPart words={preset} />}
      <Presettable note={view.preset.theme}>
        <ThemeChoice theme={theme} onChoose={actions.setTheme} />
      </Presettable>
      <SyncPart sync={sync} onToggle={() => actions.setSyncing(!sync.isOn)} />
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
