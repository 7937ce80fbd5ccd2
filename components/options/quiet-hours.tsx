import { Switch } from '@/components/switch';
import type { QuietHours as Hours } from '@/utils/model/quiet-hours';
import { minuteOf } from '@/utils/ui/options/minute-of';
import type { QuietHoursView } from '@/utils/ui/options/notices-view';

interface Props {
  quiet: QuietHoursView;
  onChange: (over: Partial<Hours>) => void;
}

/** When nothing interrupts. The times can be set before the switch is. */
export function QuietHours({ quiet, onChange }: Props) {
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
