import { Fragment } from 'react';
import { LevelStrip } from '@/components/level-strip';
import type { HistoryLabels } from '@/utils/ui/history/history-labels';
import type { HistoryUptime } from '@/utils/ui/history/history-uptime';

interface Props {
  heading: string;
  why: string;
  uptimes: HistoryUptime[];
  labels: HistoryLabels;
}

/** Several assistants by one source, side by side. */
export function UptimeTable({ heading, why, uptimes, labels }: Props) {
  return (
    <div className="source strip">
      <table className="compared">
        <caption>{heading}</caption>
        <thead>
          <tr>
            <th scope="col">{labels.assistant}</th>
            {labels.periods.map((period) => (
              <th key={period} scope="col">
                {period}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {uptimes.map(({ assistantId, name, periods, strip }) => (
            <Fragment key={assistantId}>
              <tr>
                <th scope="row">{name}</th>
                {periods.map(({ days, share, known }) => (
                  <td key={days}>
                    {share}
                    {known !== null && <span className="quiet said">{known}</span>}
                  </td>
                ))}
              </tr>
              <tr className="days">
                <td colSpan={periods.length + 1}>
                  <LevelStrip {...strip} />
                </td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
      <p className="quiet said">{why}</p>
    </div>
  );
}
