import { Fragment } from 'react';
import { LevelStrip, OutsideLink } from '@/components/small';
import type { HistoryUptime } from '@/utils/ui/history/uptime';
import type { HistoryLabels, HistoryView } from '@/utils/ui/history/view';
import { ChartTable } from './charts';

interface UptimeTableProps {
  heading: string;
  why: string;
  uptimes: HistoryUptime[];
  labels: HistoryLabels;
}

/** Several assistants by one source, side by side. */
export function UptimeTable({ heading, why, uptimes, labels }: UptimeTableProps) {
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

interface UptimePanelProps {
  heading: string;
  why: string;
  uptimes: HistoryUptime[];
  labels: HistoryLabels;
}

/** One assistant by one source: three figures, and the days that they are made of. */
export function UptimePanel({ heading, why, uptimes, labels }: UptimePanelProps) {
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

/** By which rules the figures come about. */
export function UptimeHow({ labels }: { labels: HistoryLabels }) {
  return (
    <details className="how">
      <summary>{labels.how}</summary>
      <ul>
        {labels.howLines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

/** Each provider's uptime promise beside its downtime this month. */
export function PromiseList({ promises, isNamed }: { promises: HistoryView['promises']; isNamed: boolean }) {
  const heading = promises[0]?.promise.heading;
  if (heading === undefined) return null;
  return (
    <section aria-labelledby="promise-heading">
      <h2 id="promise-heading">{heading}</h2>
      <ul className="promises">
        {promises.map(({ assistantId, name, promise: { said, link, month } }) => (
          <li key={assistantId}>
            {isNamed && <h3>{name}</h3>}
            <p>{month}</p>
            <p className="quiet">
              {said.join(' ')} {link !== null && <OutsideLink url={link.url}>{link.label}</OutsideLink>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
