import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { CopyButton, ManagedSetting, Switch } from '@/components/controls';
import type { Theme } from '@/utils/model/options';
import type { SettingsView } from '@/utils/ui/options/settings';
import type { SectionProps } from './section-props';

interface ErasePartProps {
  words: SettingsView['erase'];
  onErase: () => void;
}

/** Asks once more, and says what would be gone. */
export function ErasePart({ words, onErase }: ErasePartProps) {
  const [isAsking, setAsking] = useState(false);
  const ask = useRef<HTMLButtonElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  // The harmless button gets the focus; after the answer it returns to the button that asked.
  useEffect(() => {
    if (isAsking) cancel.current?.focus();
    else if (wasAsking.current) ask.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  const erase = () => {
    setAsking(false);
    onErase();
  };
  return (
    <div className="part">
      <h3>{words.heading}</h3>
      {isAsking ? (
        <>
          <p>{words.what}</p>
          <div className="actions">
            <button ref={cancel} type="button" className="button" onClick={() => setAsking(false)}>
              {words.cancel}
            </button>
            <button type="button" className="button danger" onClick={erase}>
              {words.confirm}
            </button>
          </div>
        </>
      ) : (
        <div className="actions">
          <button ref={ask} type="button" className="button" onClick={() => setAsking(true)}>
            {words.ask}
          </button>
        </div>
      )}
    </div>
  );
}

/** What an organisation set, as a whole, and what of it does not fit. */
export function PresetPart({ words }: { words: NonNullable<SettingsView['preset']> }) {
  return (
    <div className="part">
      <h3>{words.heading}</h3>
      {words.holds !== null && <p>{words.holds}</p>}
      {words.damaged !== null && <p>{words.damaged}</p>}
    </div>
  );
}

interface SettingsFileProps {
  words: SettingsView['file'];
  onSave: () => void;
  onLoad: (text: string) => void;
}

/** What was chosen, as a file: to be saved, or to be taken from one. */
export function SettingsFile({ words, onSave, onLoad }: SettingsFileProps) {
  const input = useRef<HTMLInputElement>(null);
  const onChange = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [file] = currentTarget.files ?? [];
    // A file that cannot be read says the same as an empty one.
    if (file !== undefined) void file.text().then(onLoad, () => onLoad(''));
    // So that the same file can be chosen again once it was mended.
    currentTarget.value = '';
  };
  return (
    <div className="part">
      <h3>{words.heading}</h3>
      <p className="quiet">{words.why}</p>
      <div className="actions">
        <button type="button" className="button" onClick={onSave}>
          {words.save}
        </button>
        <button type="button" className="button" onClick={() => input.current?.click()}>
          {words.load}
        </button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={words.load}
          onChange={onChange}
        />
      </div>
    </div>
  );
}

interface SyncPartProps {
  sync: SettingsView['sync'];
  onToggle: () => void;
}

/** Whether settings go to the person's other browsers, and what keeps them from it. */
export function SyncPart({ sync, onToggle }: SyncPartProps) {
  return (
    <div className="part" data-sync={sync.isOn}>
      <fieldset className="preset" disabled={!sync.isOffered}>
        <Switch text={sync.text} why={sync.why} isOn={sync.isOn} onToggle={onToggle} />
      </fieldset>
      <div className="sync-notes" role="status">
        {sync.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
    </div>
  );
}

interface ThemeChoiceProps {
  theme: SettingsView['theme'];
  onChoose: (theme: Theme) => void;
}

/** Light, dark, or whatever the browser says. */
export function ThemeChoice({ theme, onChoose }: ThemeChoiceProps) {
  return (
    <fieldset className="theme">
      <legend>{theme.label}</legend>
      {theme.choices.map((choice) => (
        <label key={choice.theme} className="check-box">
          <input
            type="radio"
            name="theme"
            checked={choice.theme === theme.chosen}
            onChange={() => onChoose(choice.theme)}
          />
          {choice.text}
        </label>
      ))}
    </fieldset>
  );
}

interface DiagnosticsPartProps {
  words: SettingsView['diagnostics'];
  labels: { copied: string; copyFailed: string };
  read: () => Promise<string>;
  copy: (text: string) => Promise<boolean>;
}

/** Copies a report for bug reports. It is read in the click, so that it is up to date. */
export function DiagnosticsPart({ words, labels, read, copy }: DiagnosticsPartProps) {
  const [text, setText] = useState('');
  const readAndCopy = async () => {
    try {
      const report = await read();
      setText(report);
      return await copy(report);
    } catch {
      return false;
    }
  };
  return (
    <div className="part">
      <p className="quiet">{words.why}</p>
      <CopyButton label={words.label} text={text} labels={labels} copy={readAndCopy} />
    </div>
  );
}

/** How our pages look, settings as a file, and the end of everything. */
export function SettingsSection({ view, actions }: SectionProps) {
  const { theme, sync, preset, file, diagnostics, erase } = view.settings;
  const [said, setSaid] = useState('');
  return (
    <>
      {preset !== null && <PresetPart words={preset} />}
      <ManagedSetting note={view.preset.theme}>
        <ThemeChoice theme={theme} onChoose={actions.setTheme} />
      </ManagedSetting>
      <SyncPart sync={sync} onToggle={() => actions.setSyncing(!sync.isOn)} />
      <SettingsFile
        words={file}
        onSave={actions.saveSettings}
        onLoad={(text) => void actions.loadSettings(text).then(setSaid)}
      />
      <DiagnosticsPart words={diagnostics} labels={view.labels} read={actions.diagnostics} copy={actions.copy} />
      <ErasePart words={erase} onErase={() => void actions.eraseAll().then(setSaid)} />
      <p role="status">{said}</p>
    </>
  );
}
