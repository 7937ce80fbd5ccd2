import { useId } from 'react';
import { Disclosure } from '@/components/disclosure';
import { PresetNote } from '@/components/preset-note';
import { Presettable } from '@/components/presettable';
import { Switch } from '@/components/switch';
import type { PopupActions } from '@/utils/ui/popup/popup-actions';
import type { PopupWatched } from '@/utils/ui/popup/popup-watched';
import type { PresetNotes } from '@/utils/ui/preset-notes';
import { WatchList } from './watch-list';

interface Props {
  watched: PopupWatched;
  preset: PresetNotes;
  isOpen: boolean;
  actions: PopupActions;
}

/** Whom to watch. */
export function WatchSwitches({ watched, preset, isOpen, actions }: Props) {
  const { more } = watched;
  const id = useId();
  const presetBy = preset.watched && id;
  return (
    <Disclosure
      heading={watched.heading}
      gist={watched.gist}
      isOpen={isOpen}
      onToggle={() => actions.toggle('watched')}
    >
      {isOpen && <PresetNote id={id} note={preset.watched} />}
      <WatchList switches={watched.switches} presetBy={presetBy} actions={actions} />
      {isOpen && (
        <button
          type="button"
          className="button plain"
          aria-expanded={more.isOpen}
          onClick={() => actions.toggle('more')}
        >
          {more.text}
        </button>
      )}
      {more.isOpen && <WatchList switches={more.switches} presetBy={presetBy} actions={actions} />}
      <p className="meta">{watched.why}</p>
      {isOpen && (
        <Presettable note={preset.maintenanceNoticeHours}>
          <Switch
            text={watched.notice.text}
            why={null}
            isOn={watched.notice.isOn}
            onToggle={() => actions.setMaintenanceNotice(!watched.notice.isOn)}
          />
        </Presettable>
      )}
    </Disclosure>
  );
}
