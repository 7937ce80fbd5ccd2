import { Switch } from '@/components/switch';
import type { PopupActions } from '@/utils/ui/popup-actions';
import type { PopupRow } from '@/utils/ui/popup-row';

interface Props {
  row: PopupRow;
  actions: PopupActions;
}

/** What was asked for, how it is told, and the way back. */
export function RowAwaited({ row, actions }: Props) {
  const { assistantId, awaiting } = row;
  const asked = awaiting?.asked ?? null;
  if (asked === null) return null;
  const { text, undo, undoFor, bringForward, isBroughtForward } = asked;
  return (
    <>
      <p className="aside">
        <span>{text}</span>
        <button
          type="button"
          className="button plain"
          aria-label={undoFor}
          onClick={() => actions.awaitRecovery(assistantId, null)}
        >
          {undo}
        </button>
      </p>
      <Switch
        text={bringForward}
        why={null}
        isOn={isBroughtForward}
        onToggle={() => actions.awaitRecovery(assistantId, { bringsForward: !isBroughtForward })}
      />
    </>
  );
}
