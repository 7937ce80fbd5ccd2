import { Disclosure } from '@/components/disclosure';
import { Switch } from '@/components/switch';
import type { PopupActions } from '@/utils/ui/popup-actions';
import type { PopupWatched } from '@/utils/ui/popup-watched';
import { WatchList } from './watch-list';

interface Props {
  watched: PopupWatched;
  isOpen: boolean;
  actions: PopupActions;
}

/** Whom to watch. */
export function WatchSwitches({ watched, isOpen, actions }: Props) {
  const { more } = watched;
  return (
    <Disclosure
      heading={watched.heading}
      gist={watched.gist}
      isOpen={isOpen}
      onToggle={() => actions.toggle('watched')}
    >
      <WatchList switches={watched.switches} actions={actions} />
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
      {more.isOpen && <WatchList switches={more.switches} actions={actions} />}
      <p className="meta">{watched.why}</p>
      {isOpen && (
        <Switch
          text={watched.notice.text}
          why={null}
          isOn={watched.notice.isOn}
          onToggle={() => actions.setMaintenanceNotice(!watched.notice.isOn)}
        />
      )}
    </Disclosure>
  );
}
