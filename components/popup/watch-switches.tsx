import { Disclosure } from '@/components/disclosure';
import { Switch } from '@/components/switch';
import type { PopupActions } from '@/utils/ui/popup-actions';
import type { PopupWatched } from '@/utils/ui/popup-watched';
import { AccessRequest } from './access-request';

interface Props {
  watched: PopupWatched;
  isOpen: boolean;
  actions: PopupActions;
}

/** Whom to watch. */
export function WatchSwitches({ watched, isOpen, actions }: Props) {
  return (
    <Disclosure
      heading={watched.heading}
      gist={watched.gist}
      isOpen={isOpen}
      onToggle={() => actions.toggle('watched')}
    >
      <ul className="switches">
        {watched.switches.map(({ assistantId, name, source, isOn, ask }) => (
          <li key={assistantId}>
            <button
              type="button"
              role="switch"
              className="switch"
              aria-checked={isOn}
              onClick={() => actions.setWatched(assistantId, !isOn)}
            >
              <span className="name">{name}</span>
              <span className="quiet source">{source}</span>
              <span className="track" aria-hidden="true" />
            </button>
            {ask !== null && <AccessRequest ask={ask} onAsk={() => actions.allowReading(assistantId)} />}
          </li>
        ))}
      </ul>
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
