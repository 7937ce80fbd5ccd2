import { LevelStrip } from '@/components/level-strip';
import type { HistoryLabels } from '@/utils/ui/history/history-labels';
import type { HistoryUptime } from '@/utils/ui/history/history-uptime';
import { ChartTable } from './chart-table';

interface Props {
  heading: string;
  why: string;
  uptimes: HistoryUptime[];
  labels: HistoryLabels;
}

/** One assistant by one source: three figures, and the days that they are made of. */
export function UptimePanel({ heading, why, uptimes, labels }: Props) {
  return uptimes.map(({ assistantId, name, periods, strip }) => (
    <div key={assistantId} className="source strip">
      <h3>{heading}</h3>
      <dl className="figures">
        {periods.map(({ days, label, isKnown, share, known }) => (
          <div key={days}>
            <dt>{label}</dt>
            <dd>
              <span className={isKnown ? 'figure' : 'quiet'}>{share}</span>
              {known !== null && <span className="quiet said">{known}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <LevelStrip {...strip} />
      <p className="quiet said">{why}</p>
      <ChartTable
        summary={labels.asTable}
        caption={`${name}, ${heading}`}
        columns={[labels.from, labels.to, labels.level]}
        rows={strip.runs.map(({ from, to, words }) => ({ key: from, cells: [from, to, words] }))}
      />
    </div>
  ));
}
