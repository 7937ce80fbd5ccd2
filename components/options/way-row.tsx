import { AssistantMark } from '@/components/assistant-mark';
import type { PlanBActions } from '@/utils/ui/options/options-actions';
import type { PlanBWay } from '@/utils/ui/options/plan-b-way';
import { OrderButtons } from './order-buttons';
import type { DragHandle } from './use-drag';

interface Props {
  way: PlanBWay;
  /** What a drag would do to it. */
  look: string | undefined;
  handle: DragHandle;
  actions: PlanBActions;
  onMove: (by: -1 | 1) => void;
  onLeaveOut: () => void;
}

/** One way of the plan: where it leads, how a draft gets there, and what the person says of it. */
export function WayRow({ way, look, handle, actions, onMove, onLeaveOut }: Props) {
  const { wayId, signedIn, fill, remove } = way;
  return (
    <li className="way" data-way={wayId} data-drag={look}>
      <div className="way-head">
        {way.mark !== null && <AssistantMark mark={way.mark} />}
        <h3>{way.name}</h3>
        <span className="quiet said">{way.place}</span>
        {way.order !== null && <OrderButtons id={wayId} place={way.order} handle={handle} onMove={onMove} />}
      </div>
      {way.untold !== null && <p className="quiet said">{way.untold}</p>}
      {way.draft !== null && <p className="quiet said">{way.draft}</p>}
      {fill?.wide != null && <p className="quiet said">{fill.wide}</p>}
      <div className="actions">
        {fill !== null && (
          <button type="button" className="button small" onClick={() => actions.allowFilling(wayId)}>
            {fill.ask}
          </button>
        )}
        {remove !== null && (
          <button type="button" className="button plain" aria-label={remove.name} data-leave onClick={onLeaveOut}>
            {remove.label}
          </button>
        )}
        {signedIn !== null && (
          <button
            type="button"
            role="switch"
            className="switch"
            aria-checked={signedIn.isOn}
            aria-label={signedIn.name}
            onClick={() => actions.setSignedIn(signedIn.assistantId, !signedIn.isOn)}
          >
            <span>{signedIn.text}</span>
            <span className="track" aria-hidden="true" />
          </button>
        )}
      </div>
    </li>
  );
}
