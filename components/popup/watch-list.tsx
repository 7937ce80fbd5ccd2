import { AssistantMark } from '@/components/assistant-mark';
import type { PopupActions } from '@/utils/ui/popup/popup-actions';
import type { WatchSwitch } from '@/utils/ui/popup/popup-watched';
import { AccessRequest } from './access-request';

interface Props {
  switches: WatchSwitch[];
  /** What says that this is preset, by the id of its element; undefined where it is not. */
  presetBy: string | undefined;
  actions: PopupActions;
}

/** Assistants that can be watched, each with its switch. */
export function WatchList({ switches, presetBy, actions }: Props) {
  return (
    <ul className="switches">
      {switches.map(({ assistantId, name, mark, source, isOn, ask }) => (
        <li key={assistantId}>
          <button
            type="button"
            role="switch"
            className="switch"
            aria-checked={isOn}
            disabled={presetBy !== undefined}
            aria-describedby={presetBy}
            onClick={() => actions.setWatched(assistantId, !isOn)}
          >
            <AssistantMark mark={mark} />
            <span className="both">
              <span className="name">{name}</span>
              <span className="quiet source">{source}</span>
            </span>
            <span className="track" aria-hidden="true" />
          </button>
          {ask !== null && <AccessRequest ask={ask} onAsk={() => actions.allowReading(assistantId)} />}
        </li>
      ))}
    </ul>
  );
}
