import { CopyButton } from '@/components/copy-button';
import { WayBack } from '@/components/way-back';
import type { PopupActions } from '@/utils/ui/popup/popup-actions';
import type { PopupLabels } from '@/utils/ui/popup/popup-labels';
import type { PopupRow } from '@/utils/ui/popup/popup-row';

interface Props {
  row: PopupRow;
  labels: PopupLabels;
  actions: PopupActions;
}

/** What a person can say of a trouble, and pass on. */
export function RowActions({ row, labels, actions }: Props) {
  const { assistantId, help } = row;
  const { offer = null, said = null } = row.reaction ?? {};
  const wait = row.awaiting?.offer ?? null;
  const hasButtons = wait !== null || offer !== null || help !== null;
  if (!hasButtons && said === null) return null;
  return (
    <>
      {said !== null && (
        <WayBack
          text={said.text}
          label={said.undo}
          name={said.undoFor}
          onBack={() => actions.react(assistantId, null)}
        />
      )}
      {hasButtons && (
        <div className="actions">
          {wait !== null && (
            <button
              type="button"
              className="button small"
              aria-label={wait.name}
              onClick={() => actions.awaitRecovery(assistantId, { bringsForward: false })}
            >
              {wait.label}
            </button>
          )}
          {offer !== null && (
            <button
              type="button"
              className="button small"
              title={offer.why}
              onClick={() => actions.react(assistantId, offer.says)}
            >
              {offer.label}
            </button>
          )}
          {help !== null && (
            <CopyButton label={labels.copyForTeam} text={help.teamLine} labels={labels} copy={actions.copy} />
          )}
        </div>
      )}
    </>
  );
}
