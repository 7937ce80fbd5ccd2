import type { PopupActions } from '@/utils/ui/popup/popup-actions';
import type { PopupRow } from '@/utils/ui/popup/popup-row';
import type { RowDetail } from '@/utils/ui/popup/row-detail';
import { CheckAsk } from './check-ask';
import { HistoryAsk } from './history-ask';
import { Maintenances } from './maintenances';
import { PastStrip } from './past-strip';
import { PastTroubles } from './past-troubles';
import { StatusParts } from './status-parts';

interface Props {
  row: PopupRow;
  detail: RowDetail;
  actions: PopupActions;
}

/** The rest of what is known of one assistant. */
export function RowDetails({ row, detail, actions }: Props) {
  const { labels, snooze } = detail;
  return (
    <div className="details">
      <div className="actions">
        <CheckAsk link={detail.check} className="button small" />
        <HistoryAsk link={detail.history} className="button small" actions={actions} />
      </div>
      {detail.maintenances.length > 0 && (
        <Maintenances heading={labels.maintenance} maintenances={detail.maintenances} />
      )}
      {detail.parts !== null && <StatusParts assistantId={row.assistantId} parts={detail.parts} actions={actions} />}
      <PastStrip strip={detail.strip} />
      {detail.troubles.length > 0 && <PastTroubles heading={labels.troubles} troubles={detail.troubles} />}
      {snooze !== null && (
        <section>
          <h3>{snooze.heading}</h3>
          <div className="actions">
            {snooze.choices.map(({ forMs, label, name }) => (
              <button
                key={forMs}
                type="button"
                className="button small"
                aria-label={name}
                onClick={() => actions.snooze(row.assistantId, forMs)}
              >
                {label}
              </button>
            ))}
            <span className="quiet said">{snooze.why}</span>
          </div>
        </section>
      )}
    </div>
  );
}
