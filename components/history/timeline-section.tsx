import { useEffect, useRef } from 'react';
import type { HistoryActions } from '@/utils/ui/history/history-actions';
import type { HistoryLabels } from '@/utils/ui/history/history-labels';
import type { HistoryTimeline } from '@/utils/ui/history/history-timeline';
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
  const list = useRef<HTMLOListElement>(null);
  /** How many were shown when more was asked for; older ones may have to be read first. */
  const shownBefore = useRef<number | null>(null);
  const isEnd = more === null;

  useEffect(() => {
    const before = shownBefore.current;
    if (before === null || (rows.length <= before && !isEnd)) return;
    shownBefore.current = null;
    // The button may be gone, and reading goes on with the first that is new.
    const next = list.current?.children[Math.min(before, rows.length - 1)];
    next?.querySelector('button')?.focus();
  }, [rows.length, isEnd]);

  const showMore = () => {
    shownBefore.current = rows.length;
    actions.showMore();
  };
  return (
    <section aria-labelledby="incidents-heading">
      <h2 id="incidents-heading">{heading}</h2>
      <TimelineFilters timeline={timeline} actions={actions} />
      <p className="quiet said" role="status">
        {nothing ?? found}
      </p>
      <ol className="timeline" ref={list}>
        {rows.map((row) => (
          <TimelineItem key={row.key} row={row} link={link} updates={labels.updates} onToggle={actions.toggle} />
        ))}
      </ol>
      {more !== null && (
        <button type="button" className="button" onClick={showMore}>
          {more}
        </button>
      )}
    </section>
  );
}
