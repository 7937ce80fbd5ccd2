import type { PopupActions } from '@/utils/ui/popup-actions';
import type { PopupWays } from '@/utils/ui/popup-view';

/** Who can be gone on with, the person's first choice foremost, or that nobody is known to be up. */
export function WaysOn({ ways, actions }: { ways: PopupWays; actions: PopupActions }) {
  return (
    <div className="ways">
      {ways.nobody !== null && <p className="quiet">{ways.nobody}</p>}
      {ways.choices.map(({ assistantId, label }, index) => (
        <button
          key={assistantId}
          type="button"
          className={index === 0 ? 'button primary' : 'button'}
          onClick={() => actions.continueIn(assistantId)}
        >
          {label}
        </button>
      ))}
      {ways.takesDraft !== null && <p className="quiet said">{ways.takesDraft}</p>}
    </div>
  );
}
