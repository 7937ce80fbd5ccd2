import type { HistoryLabels } from '@/utils/ui/history/history-labels';
import type { HistoryPattern } from '@/utils/ui/history/history-pattern';
import { HoursChart } from './hours-chart';
import { LengthsChart } from './lengths-chart';

/** When trouble happens and how long it lasts, each as a picture and as a table. */
export function PatternCharts({ pattern, labels }: { pattern: HistoryPattern; labels: HistoryLabels }) {
  return (
    <section aria-labelledby="pattern-heading">
      <h2 id="pattern-heading">{pattern.heading}</h2>
      {pattern.nothing !== null ? (
        <p className="quiet">{pattern.nothing}</p>
      ) : (
        <div className="charts">
          <HoursChart hours={pattern.hours} labels={labels} />
          <LengthsChart lengths={pattern.lengths} labels={labels} />
        </div>
      )}
    </section>
  );
}
