import type { HistoryPattern } from '@/utils/ui/history/pattern';
import type { HistoryLabels } from '@/utils/ui/history/view';

interface ChartTableProps {
  summary: string;
  /** What the table contains, for screen readers. */
  caption: string;
  columns: readonly string[];
  rows: readonly { key: string; cells: readonly string[] }[];
}

/** The same as a picture, as a table behind a line that opens it. */
export function ChartTable({ summary, caption, columns, rows }: ChartTableProps) {
  return (
    <details className="as-table">
      <summary>
        {summary}
        <span className="unseen">: {caption}</span>
      </summary>
      <table>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...others] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {others.map((cell, index) => (
                <td key={columns[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

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

const [WIDTH, ROW, TOP, EDGE] = [336, 52, 20, 8];
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
