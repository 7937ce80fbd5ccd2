import type { CSSProperties } from 'react';
import { duration, formatCount } from '@/utils/i18n/moments';
import type { TimelineEntry } from '@/utils/model/history';
import { lengthsOf } from '@/utils/rules/history/timeline';
import { useHistory } from '@/utils/ui/history/store';
import {
  hourBars,
  hoursAlt,
  type LengthTick,
  lengthsAlt,
  lengthTicks,
  patternEntries,
  placeOnScale,
} from '@/utils/ui/history/timeline';
import { useSpeech, useT } from '@/utils/ui/page-context';

interface ChartTableProps {
  /** What the table contains. */
  caption: string;
  isCaptionSeen?: boolean;
  columns: readonly string[];
  rows: readonly { key: string; cells: readonly string[] }[];
}

/** The data of a chart. */
export function ChartTable({ caption, isCaptionSeen = false, columns, rows }: ChartTableProps) {
  return (
    <table>
      <caption className={isCaptionSeen ? undefined : 'unseen'}>{caption}</caption>
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
  );
}

interface ChartProps {
  entries: readonly TimelineEntry[];
}

/** How many incidents there were in each hour of the day. */
function HoursChart({ entries }: ChartProps) {
  const speech = useSpeech();
  const { t } = speech;
  const { isTable } = useHistory();
  const bars = hourBars(entries, speech);
  if (isTable) {
    return (
      <ChartTable
        isCaptionSeen
        caption={t('history_hours')}
        columns={[t('history_hour'), t('history_count')]}
        rows={bars.map(({ hour, count }) => ({ key: hour, cells: [hour, formatCount(count, speech)] }))}
      />
    );
  }
  const most = Math.max(...bars.map(({ count }) => count));
  return (
    <figure>
      <figcaption>{t('history_hours')}</figcaption>
      <div className="hours" role="img" aria-label={hoursAlt(bars, speech)}>
        <span className="axis-name">{t('history_count')}</span>
        <span className="scale">
          <span>{formatCount(most, speech)}</span>
          <span>{formatCount(0, speech)}</span>
        </span>
        <span className="plot">
          {bars.map(({ hour, count, height }) => (
            <span key={hour} title={t('history_labeled_value', hour, formatCount(count, speech))}>
              <span className="bar-fill" style={{ blockSize: `${height * 100}%` }} />
            </span>
          ))}
        </span>
        <span className="ticks">{bars.map(({ hour, tick }) => tick !== null && <span key={hour}>{tick}</span>)}</span>
      </div>
    </figure>
  );
}

const across = (share: number): CSSProperties => ({ insetInlineStart: `${share * 100}%` });
/** Vertical offsets in turn, in pixels, so that incidents of the same duration do not hide each other. */
const LIFTS = [0, -6, 6] as const;

const Tick = ({ at, label }: LengthTick) => (
  <span className="tick" style={across(at)}>
    {label}
  </span>
);

/** A row for each severity, with a ring for the duration of each incident. */
function LengthsChart({ entries }: ChartProps) {
  const speech = useSpeech();
  const { t } = speech;
  const { isTable } = useHistory();
  const lengths = lengthsOf(entries);
  if (isTable) {
    return (
      <ChartTable
        isCaptionSeen
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
    );
  }
  const ticks = lengthTicks(speech);
  return (
    <figure>
      <figcaption>{t('history_lengths')}</figcaption>
      <div className="lengths" role="img" aria-label={lengthsAlt(lengths, speech)}>
        {lengths.map(({ level, all, medianMs }) => (
          <span key={level} className="sign" data-sign={level}>
            <span className="row-name">{t(`level_${level}`)}</span>
            <span className="track-line">
              {ticks.map(({ at }) => (
                <span key={at} className="grid-line" style={across(at)} />
              ))}
              {all.map((ms, position) => (
                <span
                  // biome-ignore lint/suspicious/noArrayIndexKey: two incidents may have the same duration, and nothing else tells them apart
                  key={position}
                  className="ring"
                  style={{ ...across(placeOnScale(ms)), translate: `0 ${LIFTS[position % LIFTS.length] ?? 0}px` }}
                />
              ))}
              <span className="middle" style={across(placeOnScale(medianMs))} />
            </span>
          </span>
        ))}
        <span className="length-ticks">
          {ticks.map((tick) => (
            <Tick key={tick.at} {...tick} />
          ))}
        </span>
      </div>
      <p className="quiet said">{t('history_lengths_key')}</p>
    </figure>
  );
}

/** When incidents happen and how long they last. */
export function PatternCharts({ entries }: ChartProps) {
  const { now } = useSpeech();
  const t = useT();
  const { days } = useHistory();
  const counted = patternEntries(entries, days, now);
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
