import { useEffect, useRef } from 'react';
import { CopyButton } from '@/components/controls';
import type { ReportScope } from '@/utils/rules/history/report';
import { outageReport, reportMarkdown, reportMonths } from '@/utils/ui/history/report';
import { useHistory } from '@/utils/ui/history/store';
import { entryMonth, type Known } from '@/utils/ui/history/timeline';
import { useSpeech, useT } from '@/utils/ui/page-context';

function Facts({ facts }: { facts: readonly [string, string][] }) {
  return (
    <dl className="report-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Chooses the month of a report. */
function MonthChoice({ known, from }: { known: readonly Known[]; from: number }) {
  const speech = useSpeech();
  const { openReport } = useHistory();
  const months = reportMonths(known, speech);
  return (
    <select
      className="field"
      aria-label={speech.t('report_month')}
      value={from}
      onChange={({ currentTarget: { value } }) => {
        const month = months.find((one) => one.from === Number(value));
        if (month !== undefined) openReport({ kind: 'month', ...month });
      }}
    >
      {months.map((month) => (
        <option key={month.from} value={month.from}>
          {entryMonth(month.from, speech)}
        </option>
      ))}
    </select>
  );
}

/** A report to hand in, as it will be printed. Its controls are not printed. */
export function ReportView({ known, scope }: { known: readonly Known[]; scope: ReportScope }) {
  const speech = useSpeech();
  const t = useT();
  const { openReport, saveReport, print, copy } = useHistory();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const report = outageReport(known, scope, speech);
  if (report === null) return null;
  const markdown = reportMarkdown(report, speech);
  return (
    <>
      <div className="bar report-bar">
        <button type="button" className="button" onClick={() => openReport(null)}>
          {t('report_back')}
        </button>
        {scope.kind === 'month' && <MonthChoice known={known} from={scope.from} />}
        <button type="button" className="button" onClick={print}>
          {t('report_print')}
        </button>
        <button type="button" className="button" onClick={() => saveReport(markdown)}>
          {t('report_markdown')}
        </button>
        <CopyButton className="button" label={t('report_copy')} text={markdown} copy={copy} />
      </div>
      <article className="outage-report" aria-labelledby="report-heading">
        <h1 id="report-heading" ref={heading} tabIndex={-1}>
          {report.title}
        </h1>
        {report.intro.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {report.totals.length > 0 && (
          <section>
            <h2>{t('report_totals')}</h2>
            <Facts facts={report.totals} />
          </section>
        )}
        {report.sections.map(({ key, heading: title, facts, updates }) => (
          <section key={key}>
            <h2 dir="auto">{title}</h2>
            <Facts facts={facts} />
            {updates.length > 0 && <h3>{t('report_words')}</h3>}
            {updates.map(({ at, words }) => (
              <blockquote key={`${at} ${words}`}>
                <p className="quiet">{at}</p>
                <p className="words" dir="auto">
                  {words}
                </p>
              </blockquote>
            ))}
          </section>
        ))}
        {report.terms.length > 0 && (
          <section>
            <h2>{t('report_terms')}</h2>
            {report.terms.map((line) => (
              <p key={line}>{line}</p>
            ))}
            {report.blanks.map((blank) => (
              <p key={blank} className="blank">
                {blank}:
              </p>
            ))}
          </section>
        )}
      </article>
    </>
  );
}
