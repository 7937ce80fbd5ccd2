import { useId } from 'react';
import { ManagedSetting, PresetNote, Switch, UndoRow } from '@/components/controls';
import type { QuietHours as Hours, LoudLevel } from '@/utils/model/notification';
import type { NoticeActions } from '@/utils/ui/options/actions';
import { type AssistantNotices, minuteOf, type QuietHoursView } from '@/utils/ui/options/notifications';
import type { SectionProps } from './section-props';

interface AssistantLoudnessProps {
  notices: AssistantNotices;
  /** What says that this is preset, by the id of its element; undefined where it is not. */
  presetBy: string | undefined;
  actions: NoticeActions;
}

/** What interrupts about one assistant, from which level on, and whether it is snoozed. */
export function AssistantLoudness({ notices, presetBy, actions }: AssistantLoudnessProps) {
  const { assistantId, name, kinds, from, snoozed } = notices;
  return (
    <fieldset className="loudness" data-loudness={assistantId} aria-describedby={presetBy}>
      <legend>{name}</legend>
      <div className="checks">
        {kinds.map(({ kind, text, isOn }) => (
          <label key={kind} className="check-box">
            <input
              type="checkbox"
              checked={isOn}
              disabled={presetBy !== undefined}
              onChange={() => actions.setLoudness(assistantId, { [kind]: !isOn })}
            />
            {text}
          </label>
        ))}
      </div>
      <label className="pick">
        {from.label}
        <select
          className="field"
          value={from.chosen}
          disabled={presetBy !== undefined}
          onChange={({ currentTarget }) => actions.setLoudness(assistantId, { from: currentTarget.value as LoudLevel })}
        >
          {from.choices.map(({ level, text }) => (
            <option key={level} value={level}>
              {text}
            </option>
          ))}
        </select>
      </label>
      {snoozed !== null && (
        <UndoRow
          text={snoozed.text}
          label={snoozed.end}
          name={snoozed.endFor}
          onBack={() => actions.endSnooze(assistantId)}
        />
      )}
    </fieldset>
  );
}

interface QuietHoursProps {
  quiet: QuietHoursView;
  onChange: (over: Partial<Hours>) => void;
}

/** When nothing interrupts. The times can be set before the switch is. */
export function QuietHours({ quiet, onChange }: QuietHoursProps) {
  const set = (which: 'from' | 'until', value: string) => {
    const minute = minuteOf(value);
    // An emptied field changes nothing.
    if (minute !== null) onChange({ [which]: minute });
  };
  return (
    <div className="part">
      <Switch text={quiet.text} why={quiet.why} isOn={quiet.isOn} onToggle={() => onChange({ isOn: !quiet.isOn })} />
      <div className="times">
        {(['from', 'until'] as const).map((which) => (
          <label key={which} className="pick">
            {quiet[which].label}
            <input
              className="field"
              type="time"
              required
              value={quiet[which].value}
              onChange={({ currentTarget }) => set(which, currentTarget.value)}
            />
          </label>
        ))}
      </div>
    </div>
  );
}

/** What interrupts, about whom and when. */
export function NoticesSection({ view, actions }: SectionProps) {
  const id = useId();
  const { preset } = view;
  const { why, assistants, quiet } = view.notices;
  return (
    <>
      <p className="quiet">{why}</p>
      <PresetNote id={id} note={preset.loudness} />
      {assistants.map((notices) => (
        <AssistantLoudness
          key={notices.assistantId}
          notices={notices}
          presetBy={preset.loudness && id}
          actions={actions}
        />
      ))}
      <ManagedSetting note={preset.quietHours}>
        <QuietHours quiet={quiet} onChange={actions.setQuietHours} />
      </ManagedSetting>
    </>
  );
}
