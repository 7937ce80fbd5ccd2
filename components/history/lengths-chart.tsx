import type { HistoryLabels } from '@/utils/ui/history/history-labels';
import type { HistoryPattern } from '@/utils/ui/history/history-pattern';
import { ChartTable } from './chart-table';

const [WIDTH, ROW, TOP, FOOT, EDGE] = [336, 52, 20, 18, 8];
/** Those that lasted just as long would hide each other. */
const LIFTS = [0, -6, 6] as const;

const place = (share: number): number => EDGE + share * (WIDTH - 2 * EDGE);

/** A line for each level, on which each trouble lies where its length is. */
export function LengthsChart({ lengths, labels }: { lengths: HistoryPattern['lengths']; labels: HistoryLabels }) {
  const { heading, alt, columns, rows, ticks } = lengths;
  const bottom = rows.length * ROW;
  return (
    <figure>
      <figcaption>{heading}</figcaption>
      <svg className="chart" viewBox={`0 0 ${WIDTH} ${bottom + FOOT}`} role="img" aria-label={alt}>
        {ticks.map(({ at, label }) => (
          <g key={label}>
            <path className="grid" d={`M${place(at)} 0V${bottom}`} />
            <text x={place(at)} y={bottom + 14} textAnchor="middle">
              {label}
            </text>
          </g>
        ))}
        {rows.map(({ level, words, dots, middle }, index) => {
          const y = index * ROW + TOP + 12;
          return (
            <g key={level} className="sign" data-sign={level}>
              <text className="row-name" x={0} y={index * ROW + 12}>
                {words}
              </text>
              {dots.map((dot, position) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two may have lasted just as long, and nothing else tells them apart
                <circle key={position} cx={place(dot)} cy={y + (LIFTS[position % LIFTS.length] ?? 0)} r={4} />
              ))}
              <path className="middle" d={`M${place(middle)} ${y - 11}v22`} />
            </g>
          );
        })}
      </svg>
      <p className="quiet said">{labels.lengthsKey}</p>
      <ChartTable
        summary={labels.asTable}
        caption={heading}
        columns={columns}
        rows={rows.map(({ level, words, count, median, longest }) => ({
          key: level,
          cells: [words, count, median, longest],
        }))}
      />
    </figure>
  );
}
