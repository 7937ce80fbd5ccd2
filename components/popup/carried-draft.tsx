import { CopyButton } from '@/components/copy-button';
import { TimedText } from '@/components/timed-text';
import type { PopupActions } from '@/utils/ui/popup/popup-actions';
import type { PopupCarried } from '@/utils/ui/popup/popup-carried';
import type { PopupLabels } from '@/utils/ui/popup/popup-labels';

interface Props {
  carried: PopupCarried;
  labels: PopupLabels;
  actions: PopupActions;
}

/** A draft that may not have arrived: to be fetched, or to be thrown away. Its text is not shown. */
export function CarriedDraft({ carried, labels, actions }: Props) {
  return (
    <section className="carried">
      <p>
        <TimedText value={carried.said} />
      </p>
      <div className="actions">
        <CopyButton label={carried.copy} text={carried.text} labels={labels} copy={actions.copy} />
        <button type="button" className="button plain" onClick={() => actions.discardCarry(carried.id)}>
          {carried.discard}
        </button>
      </div>
    </section>
  );
}
