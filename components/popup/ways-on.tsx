import type { PopupActions } from '@/utils/ui/popup/popup-actions';
import type { PopupWays } from '@/utils/ui/popup/popup-ways';

/** What can be gone on with, the person's first choice foremost, or that nobody is known to be up. */
export function WaysOn({ ways, actions }: { ways: PopupWays; actions: PopupActions }) {
  return (
    <div className="ways">
      {ways.nobody !== null && <p className="quiet">{ways.nobody}</p>}
      {ways.choices.length > 0 && (
        <ul>
          {ways.choices.map(({ wayId, label, note, canBeTaken }, index) => (
            <li key={wayId}>
              {canBeTaken ? (
                <button
                  type="button"
                  className={index === 0 ? 'button primary' : 'button'}
                  onClick={() => actions.continueIn(wayId)}
                >
                  {label}
                </button>
              ) : (
                <span className="way-name">{label}</span>
              )}
              {note !== null && <span className="quiet said">{note}</span>}
            </li>
          ))}
        </ul>
      )}
      {ways.takesDraft !== null && <p className="quiet said">{ways.takesDraft}</p>}
    </div>
  );
}
