import type { HistoryLabels } from '@/utils/ui/history/history-labels';
import type { HistoryPattern } from '@/utils/ui/history/history-pattern';
import { ChartTable } from './chart-table';

const [STEP, BAR, HEIGHT, FOOT] = [14, 9, 96, 18];

/** A bar for each hour of the day. */
export function HoursChart({ hours, labels }: { hours: HistoryPattern['hours']; labels: HistoryLabels }) {
  const { heading, alt, columns, bars } = hours;
  const width = bars.length * STEP;
  return (
    <figure>
      <figcaption>{heading}</figcaption>
      <svg className="chart" viewBox={`0 -14 ${width} ${HEIGHT + FOOT + 14}`} role="img" aria-label={alt}>
        <path className="axis-line" d={`M0 ${HEIGHT + 0.5}H${width}`} />
        {bars.map(({ hour, count, countWords, height, label }, index) => {
          const x = index * STEP + (STEP - BAR) / 2;
          return (
            <g key={hour}>
              <title>{`${hour}: ${countWords}`}</title>
              <rect x={x} y={HEIGHT - height * HEIGHT} width={BAR} height={height * HEIGHT} />
              {count > 0 && height === 1 && (
                <text x={x + BAR / 2} y={-4} textAnchor="middle">
                  {countWords}
                </text>
              )}
              {label !== null && (
                <text x={x} y={HEIGHT + 14}>
                  {label}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <ChartTable
        summary={labels.asTable}
        caption={heading}
        columns={columns}
        rows={bars.map(({ hour, countWords }) => ({ key: hour, cells: [hour, countWords] }))}
      />
    </figure>
  );
}
