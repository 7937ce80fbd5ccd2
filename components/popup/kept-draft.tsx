import { CopyButton } from '@/components/copy-button';
import { TimedText } from '@/components/timed-text';
import type { PopupActions } from '@/utils/ui/popup-actions';
import type { PopupKept } from '@/utils/ui/popup-kept';
import type { PopupLabels } from '@/utils/ui/popup-labels';

interface Props {
  kept: PopupKept;
  labels: PopupLabels;
  actions: PopupActions;
}

/** A draft that may not have arrived: to be fetched, or to be thrown away. Its text is not shown. */
export function KeptDraft({ kept, labels, actions }: Props) {
  return (
    <section className="kept">
      <p>
        <TimedText value={kept.said} />
      </p>
      <div className="actions">
        <CopyButton label={kept.copy} text={kept.text} labels={labels} copy={actions.copy} />
        <button type="button" className="button plain" onClick={actions.discardCarry}>
          {kept.discard}
        </button>
      </div>
    </section>
  );
}
