import type { HistoryActions } from '@/utils/ui/history-actions';
import type { HistoryLabels } from '@/utils/ui/history-labels';
import type { HistoryTimeline } from '@/utils/ui/history-timeline';
import { TimelineFilters } from './timeline-filters';
import { TimelineItem } from './timeline-item';

interface Props {
  timeline: HistoryTimeline;
  labels: HistoryLabels;
  actions: HistoryActions;
}

/** Every trouble that is known, newest first, to be searched and opened. */
export function TimelineSection({ timeline, labels, actions }: Props) {
  const { heading, rows, more, nothing, found, link } = timeline;
  return (
    <section aria-labelledby="incidents-heading">
      <h2 id="incidents-heading">{heading}</h2>
      <TimelineFilters timeline={timeline} actions={actions} />
      <p className="quiet said" role="status">
        {nothing ?? found}
      </p>
      <ol className="timeline">
        {rows.map((row) => (
          <TimelineItem key={row.key} row={row} link={link} updates={labels.updates} onToggle={actions.toggle} />
        ))}
      </ol>
      {more !== null && (
        <button type="button" className="button" onClick={actions.showMore}>
          {more}
        </button>
      )}
    </section>
  );
}
