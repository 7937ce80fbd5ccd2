import { useId } from 'react';
import { ManagedSetting, PresetNote, Switch, UndoRow } from '@/components/controls';
import { clockTime } from '@/utils/i18n/moments';
import type { Assistant } from '@/utils/model/assistant';
import { type LoudLevel, NOTIFY_LEVELS, notificationPrefsFor } from '@/utils/model/notification';
import { isSnoozed } from '@/utils/model/status';
import { watchedAssistants } from '@/utils/ui/options/assistants';
import { minuteOf, timeValue } from '@/utils/ui/options/notifications';
import { useOptions } from '@/utils/ui/options/store';
import { presetNotes } from '@/utils/ui/options-access';
import { useSpeech, useT } from '@/utils/ui/page-context';

const KINDS = ['started', 'recovered', 'updates', 'maintenance'] as const;

interface AssistantPrefsProps {
  assistant: Assistant;
  /** The id of the element that says that this is preset; undefined where it is not. */
  presetBy: string | undefined;
}

/** Which changes of one assistant notify, from which severity on, and whether it is snoozed. */
function AssistantPrefs({ assistant: { id, name }, presetBy }: AssistantPrefsProps) {
  const speech = useSpeech();
  const { t } = speech;
  const { options, status, setLoudness, endSnooze } = useOptions();
  const prefs = notificationPrefsFor(options, id);
  const snoozedUntil = status.snoozes[id];
  return (
    <fieldset className="loudness" data-loudness={id} aria-describedby={presetBy}>
      <legend>{name}</legend>
      <div className="checks">
        {KINDS.map((kind) => (
          <label key={kind} className="check-box">
            <input
              type="checkbox"
              checked={prefs[kind]}
              disabled={presetBy !== undefined}
              onChange={() => setLoudness(id, { [kind]: !prefs[kind] })}
            />
            {t(`notices_${kind}`)}
          </label>
        ))}
      </div>
      <label className="pick">
        {t('notices_from')}
        <select
          className="field"
          value={prefs.from}
          disabled={presetBy !== undefined}
          onChange={({ currentTarget }) => setLoudness(id, { from: currentTarget.value as LoudLevel })}
        >
          {NOTIFY_LEVELS.map((level) => (
            <option key={level} value={level}>
              {t(`level_${level}`)}
            </option>
          ))}
        </select>
      </label>
      {snoozedUntil !== undefined && isSnoozed(status, id, speech.now) && (
        <UndoRow
          text={t('popup_snoozed', clockTime(snoozedUntil, speech))}
          label={t('popup_snooze_end')}
          name={t('popup_snooze_end_for', name)}
          onBack={() => endSnooze(id)}
        />
      )}
    </fieldset>
  );
}

/** The hours without notifications. The times can be set before the switch is on. */
function QuietHours() {
  const t = useT();
  const { options, setQuietHours } = useOptions();
  const { quietHours } = options;
  const setTime = (which: 'from' | 'until', value: string) => {
    const minute = minuteOf(value);
    // An emptied field changes nothing.
    if (minute !== null) setQuietHours({ [which]: minute });
  };
  return (
    <div className="part">
      <Switch
        text={t('quiet_hours')}
        why={t('quiet_hours_why')}
        isOn={quietHours.isOn}
        onToggle={() => setQuietHours({ isOn: !quietHours.isOn })}
      />
      <div className="times">
        {(['from', 'until'] as const).map((which) => (
          <label key={which} className="pick">
            {t(`quiet_hours_${which}`)}
            <input
              className="field"
              type="time"
              required
              value={timeValue(quietHours[which])}
              onChange={({ currentTarget }) => setTime(which, currentTarget.value)}
            />
          </label>
        ))}
      </div>
    </div>
  );
}

/** Which changes notify, of which assistants and when. */
export function NotificationsSection() {
  const id = useId();
  const speech = useSpeech();
  const { options, preset } = useOptions();
  const notes = presetNotes(preset, speech);
  return (
    <>
      <p className="quiet">{speech.t('notices_why')}</p>
      <PresetNote id={id} note={notes.loudness} />
      {watchedAssistants(options).map((assistant) => (
        <AssistantPrefs key={assistant.id} assistant={assistant} presetBy={notes.loudness && id} />
      ))}
      <ManagedSetting note={notes.quietHours}>
        <QuietHours />
      </ManagedSetting>
    </>
  );
}
