import { Switch } from '@/components/switch';
import { WayBack } from '@/components/way-back';
import type { PopupActions } from '@/utils/ui/popup/popup-actions';
import type { PopupRow } from '@/utils/ui/popup/popup-row';

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
      <WayBack text={text} label={undo} name={undoFor} onBack={() => actions.awaitRecovery(assistantId, null)} />
      <Switch
        text={bringForward}
        why={null}
        isOn={isBroughtForward}
        onToggle={() => actions.awaitRecovery(assistantId, { bringsForward: !isBroughtForward })}
      />
    </>
  );
}
