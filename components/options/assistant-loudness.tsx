import { WayBack } from '@/components/way-back';
import type { LoudLevel } from '@/utils/model/loudness';
import type { AssistantNotices } from '@/utils/ui/options/notices-view';
import type { NoticeActions } from '@/utils/ui/options/options-actions';

interface Props {
  notices: AssistantNotices;
  /** What says that this is preset, by the id of its element; undefined where it is not. */
  presetBy: string | undefined;
  actions: NoticeActions;
}

/** What interrupts about one assistant, from which level on, and whether it is snoozed. */
export function AssistantLoudness({ notices, presetBy, actions }: Props) {
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
        <WayBack
          text={snoozed.text}
          label={snoozed.end}
          name={snoozed.endFor}
          onBack={() => actions.endSnooze(assistantId)}
        />
      )}
    </fieldset>
  );
}
