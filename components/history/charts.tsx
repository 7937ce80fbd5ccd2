import { duration, formatCount } from '@/utils/i18n/moments';
import type { TimelineEntry } from '@/utils/model/history';
import { lengthsOf } from '@/utils/rules/history/pattern';
import { hourBars, hoursAlt, lengthsAlt, lengthTicks, patternEntries, placeOnScale } from '@/utils/ui/history/pattern';
import { useSpeech, useT } from '@/utils/ui/page-context';

interface ChartTableProps {
  /** What the table contains, for screen readers. */
  caption: string;
  columns: readonly string[];
  rows: readonly { key: string; cells: readonly string[] }[];
}

/** The data of a chart as a table, closed at first. */
export function ChartTable({ caption, columns, rows }: ChartTableProps) {
  const t = useT();
  return (
    <details className="as-table">
      <summary>
        {t('history_as_table')}
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

/** How many incidents there were in each hour of the day. */
function HoursChart({ entries }: { entries: readonly TimelineEntry[] }) {
  const speech = useSpeech();
  const { t } = speech;
  const bars = hourBars(entries, speech);
  const width = bars.length * STEP;
  return (
    <figure>
      <figcaption>{t('history_hours')}</figcaption>
      <svg
        className="chart"
        viewBox={`0 -14 ${width} ${HEIGHT + FOOT + 14}`}
        role="img"
        aria-label={hoursAlt(bars, speech)}
      >
        <path className="axis-line" d={`M0 ${HEIGHT + 0.5}H${width}`} />
        {bars.map(({ hour, count, height, isLabeled }, index) => {
          const x = index * STEP + (STEP - BAR) / 2;
          return (
            <g key={hour}>
              <title>{t('history_labeled_value', hour, formatCount(count, speech))}</title>
              <rect x={x} y={HEIGHT - height * HEIGHT} width={BAR} height={height * HEIGHT} />
              {count > 0 && height === 1 && (
                <text x={x + BAR / 2} y={-4} textAnchor="middle">
                  {formatCount(count, speech)}
                </text>
              )}
              {isLabeled && (
                <text x={x} y={HEIGHT + 14}>
                  {hour}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <ChartTable
        caption={t('history_hours')}
        columns={[t('history_hour'), t('history_count')]}
        rows={bars.map(({ hour, count }) => ({ key: hour, cells: [hour, formatCount(count, speech)] }))}
      />
    </figure>
  );
}

const [WIDTH, ROW, TOP, EDGE] = [336, 52, 20, 8];
/** Vertical offsets in turn, so that incidents of the same duration do not hide each other. */
const LIFTS = [0, -6, 6] as const;

const place = (share: number): number => EDGE + share * (WIDTH - 2 * EDGE);

/** A row for each severity, with a ring for the duration of each incident. */
function LengthsChart({ entries }: { entries: readonly TimelineEntry[] }) {
  const speech = useSpeech();
  const { t } = speech;
  const lengths = lengthsOf(entries);
  const bottom = lengths.length * ROW;
  return (
    <figure>
      <figcaption>{t('history_lengths')}</figcaption>
      <svg
        className="chart"
        viewBox={`0 0 ${WIDTH} ${bottom + FOOT}`}
        role="img"
        aria-label={lengthsAlt(lengths, speech)}
      >
        {lengthTicks(speech).map(({ at, label }) => (
          <g key={label}>
            <path className="grid" d={`M${place(at)} 0V${bottom}`} />
            <text x={place(at)} y={bottom + 14} textAnchor="middle">
              {label}
            </text>
          </g>
        ))}
        {lengths.map(({ level, all, medianMs }, index) => {
          const y = index * ROW + TOP + 12;
          return (
            <g key={level} className="sign" data-sign={level}>
              <text className="row-name" x={0} y={index * ROW + 12}>
                {t(`level_${level}`)}
              </text>
              {all.map((ms, position) => (
                <circle
                  // biome-ignore lint/suspicious/noArrayIndexKey: two incidents may have the same duration, and nothing else tells them apart
                  key={position}
                  cx={place(placeOnScale(ms))}
                  cy={y + (LIFTS[position % LIFTS.length] ?? 0)}
                  r={4}
                />
              ))}
              <path className="middle" d={`M${place(placeOnScale(medianMs))} ${y - 11}v22`} />
            </g>
          );
        })}
      </svg>
      <p className="quiet said">{t('history_lengths_key')}</p>
      <ChartTable
        caption={t('history_lengths')}
        columns={[t('history_level'), t('history_count'), t('history_median'), t('history_longest')]}
        rows={lengths.map(({ level, count, medianMs, longestMs }) => ({
          key: level,
          cells: [
            t(`level_${level}`),
            formatCount(count, speech),
            duration(medianMs, speech),
            duration(longestMs, speech),
          ],
        }))}
      />
    </figure>
  );
}

/** When incidents happen and how long they last, each as a chart and as a table. */
export function PatternCharts({ entries }: { entries: readonly TimelineEntry[] }) {
  const t = useT();
  const counted = patternEntries(entries);
  return (
    <section aria-labelledby="pattern-heading">
      <h2 id="pattern-heading">{t('history_pattern')}</h2>
      {counted === null ? (
        <p className="quiet">{t('history_pattern_nothing')}</p>
      ) : (
        <div className="charts">
          <HoursChart entries={counted} />
          <LengthsChart entries={counted} />
        </div>
      )}
    </section>
  );
}
