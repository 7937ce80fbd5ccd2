import type { HistoryActions } from '@/utils/ui/history/history-actions';
import type { HistoryLabels } from '@/utils/ui/history/history-labels';

/** What is kept, as files. */
export function ExportPart({ labels, actions }: { labels: HistoryLabels; actions: HistoryActions }) {
  return (
    <section aria-labelledby="export-heading">
      <h2 id="export-heading">{labels.export}</h2>
      <p className="quiet">{labels.exportWhy}</p>
      <div className="actions">
        <button type="button" className="button" onClick={() => actions.save('csv')}>
          {labels.csv}
        </button>
        <button type="button" className="button" onClick={() => actions.save('json')}>
          {labels.json}
        </button>
      </div>
    </section>
  );
}
