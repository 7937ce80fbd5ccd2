import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { LanguagePicker, ManagedSetting, Switch } from '@/components/controls';
import { OutsideLink } from '@/components/small';
import { THEMES } from '@/utils/model/options';
import { partWords, syncNotes } from '@/utils/ui/options/settings';
import { useOptions } from '@/utils/ui/options/store';
import { presetNotes } from '@/utils/ui/options-access';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { LearnMore } from './disclosures';

/** Erases everything, after it has said what that is and asked once more. */
function ErasePart({ onErase }: { onErase: () => void }) {
  const t = useT();
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
    <div className="part apart">
      {isAsking ? (
        <>
          <p>{t('erase_what')}</p>
          <div className="actions">
            <button ref={cancel} type="button" className="button" onClick={() => setAsking(false)}>
              {t('erase_cancel')}
            </button>
            <button type="button" className="button danger" onClick={erase}>
              {t('erase_confirm')}
            </button>
          </div>
        </>
      ) : (
        <div className="actions">
          <button ref={ask} type="button" className="button danger" onClick={() => setAsking(true)}>
            {t('erase_ask')}
          </button>
        </div>
      )}
    </div>
  );
}

/** Which settings an organization has set, and which of them cannot be used. */
function PresetPart() {
  const speech = useSpeech();
  const { t } = speech;
  const { parts, damaged } = useOptions().preset;
  if (parts.length + damaged.length === 0) return null;
  return (
    <div className="part">
      <h3>{t('preset')}</h3>
      {parts.length > 0 && <p>{t('preset_holds', partWords(parts, speech))}</p>}
      {damaged.length > 0 && <p>{t('preset_damaged', partWords(damaged, speech))}</p>}
    </div>
  );
}

/** Exports the settings to a file, and imports them from a file. */
function SettingsFile({ onLoad }: { onLoad: (text: string) => void }) {
  const t = useT();
  const { saveSettings } = useOptions();
  const input = useRef<HTMLInputElement>(null);
  const onChange = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [file] = currentTarget.files ?? [];
    // A file that cannot be read is reported like an empty file.
    if (file !== undefined) void file.text().then(onLoad, () => onLoad(''));
    // Otherwise choosing the same file again, once it is corrected, would not fire a change event.
    currentTarget.value = '';
  };
  return (
    <div className="part">
      <h3>{t('settings_file')}</h3>
      <p className="quiet">{t('settings_why')}</p>
      <div className="actions">
        <button type="button" className="button" onClick={saveSettings}>
          {t('settings_save')}
        </button>
        <button type="button" className="button" onClick={() => input.current?.click()}>
          {t('settings_load')}
        </button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={t('settings_load')}
          onChange={onChange}
        />
      </div>
    </div>
  );
}

/** Whether settings are synced with the user's other browsers, and what limits that. */
function SyncPart() {
  const speech = useSpeech();
  const { sync, setSyncing } = useOptions();
  return (
    <div className="part" data-sync={sync.isOn}>
      <fieldset className="preset" disabled={!sync.isOffered}>
        <Switch
          text={speech.t('sync')}
          why={speech.t('sync_gist')}
          isOn={sync.isOn}
          onToggle={() => setSyncing(!sync.isOn)}
        />
      </fieldset>
      <LearnMore about={speech.t('sync')}>
        <p>{speech.t('sync_why')}</p>
      </LearnMore>
      <div className="sync-notes" role="status">
        {syncNotes(sync, speech).map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
    </div>
  );
}

/** Light, dark, or as the browser is set. */
function ThemeChoice() {
  const t = useT();
  const { options, setTheme } = useOptions();
  return (
    <fieldset className="theme">
      <legend>{t('theme')}</legend>
      {THEMES.map((theme) => (
        <label key={theme} className="check-box">
          <input type="radio" name="theme" checked={theme === options.theme} onChange={() => setTheme(theme)} />
          {t(`theme_${theme}`)}
        </label>
      ))}
    </fieldset>
  );
}

/** The language of all that is shown, unless an organization sets it. */
function LanguagePart() {
  const speech = useSpeech();
  const { options, preset, setLanguage } = useOptions();
  return (
    <ManagedSetting note={presetNotes(preset, speech).language}>
      <LanguagePicker choice={options.language} onChange={setLanguage} />
    </ManagedSetting>
  );
}

function BadgePart() {
  const speech = useSpeech();
  const { options, preset, setShowsBadge } = useOptions();
  return (
    <ManagedSetting note={presetNotes(preset, speech).showsBadge}>
      <Switch
        text={speech.t('badge')}
        why={null}
        isOn={options.showsBadge}
        onToggle={() => setShowsBadge(!options.showsBadge)}
      />
    </ManagedSetting>
  );
}

/** The version, and where the project says what is new in it; without a home page, the version alone. */
function VersionLine() {
  const t = useT();
  const { version, newsUrl } = useOptions().about();
  return (
    <p className="meta">
      {t('version', version)}
      {newsUrl !== null && (
        <>
          {' · '}
          <OutsideLink url={newsUrl}>{t('version_news')}</OutsideLink>
        </>
      )}
    </p>
  );
}

/** Theme, language, badge, sync, settings as a file, and erasing everything. */
export function SettingsSection() {
  const speech = useSpeech();
  const { preset, loadSettings, eraseAll } = useOptions();
  const [result, setResult] = useState('');
  return (
    <>
      <PresetPart />
      <ManagedSetting note={presetNotes(preset, speech).theme}>
        <ThemeChoice />
      </ManagedSetting>
      <LanguagePart />
      <BadgePart />
      <SyncPart />
      <SettingsFile onLoad={(text) => void loadSettings(text).then(setResult)} />
      <ErasePart onErase={() => void eraseAll().then(setResult)} />
      <p role="status">{result}</p>
      <VersionLine />
    </>
  );
}
