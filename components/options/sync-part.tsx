import { Switch } from '@/components/switch';
import type { SettingsView } from '@/utils/ui/options/settings-view';

interface Props {
  sync: SettingsView['sync'];
  onToggle: () => void;
}

/** Whether settings go to the person's other browsers, and what keeps them from it. */
export function SyncPart({ sync, onToggle }: Props) {
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
