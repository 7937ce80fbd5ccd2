import { useEffect, useId, useState } from 'react';
import { AssistantMark } from '@/components/assistant-mark';
import { CopyButton } from '@/components/controls';
import { OutsideLink, SignIcon } from '@/components/small';
import type { AssistantId } from '@/utils/model/assistant';
import { type SpotLine, type WorksRow, whatWorks } from '@/utils/ui/options/diagnostics';
import { useOptions } from '@/utils/ui/options/store';
import { useSpeech, useT } from '@/utils/ui/page-context';

/** What one press can do about a blind spot. */
function SpotPress({ id, name, press }: { id: AssistantId; name: string; press: SpotLine['press'] }) {
  const t = useT();
  const { allowReading, allowChat } = useOptions();
  if (press === null) return null;
  if (press.kind === 'open') return <OutsideLink url={press.url}>{t('popup_moved_open')}</OutsideLink>;
  return (
    <button
      type="button"
      className="button small"
      aria-label={t('sites_give_for', name)}
      onClick={() => (press.kind === 'allow_page' ? allowReading(id) : allowChat(id))}
    >
      {t('sites_give')}
    </button>
  );
}

function Row({ assistant, page, banner, canAllow, messages, draft, spots }: WorksRow) {
  const t = useT();
  const { allowChat } = useOptions();
  const { id, name } = assistant;
  const cells = [
    ['works_page', page],
    ['works_banner', banner],
    ['works_messages', messages],
    ['works_draft', draft],
  ] as const;
  return (
    <tbody data-assistant={id} data-blind={spots.length > 0 || undefined}>
      <tr>
        <th scope="row">
          <span className="works-name">
            <AssistantMark assistant={assistant} />
            {name}
          </span>
        </th>
        {cells.map(([label, text]) => (
          <td key={label}>
            <span className="column-name">{t(label)}</span>
            <span>
              {text}
              {label === 'works_banner' && canAllow && (
                <button
                  type="button"
                  className="button plain"
                  aria-label={t('sites_give_for', name)}
                  onClick={() => allowChat(id)}
                >
                  {t('sites_give')}
                </button>
              )}
            </span>
          </td>
        ))}
      </tr>
      {spots.map(({ key, text, press }) => (
        <tr key={key} className="blind">
          <td colSpan={cells.length + 1}>
            <div className="blind-line">
              <SignIcon sign="unknown" size={12} />
              <span>{text}</span>
              <SpotPress id={id} name={name} press={press} />
            </div>
          </td>
        </tr>
      ))}
    </tbody>
  );
}

/** Shows what a report contains before it is copied, and leads to the form of the project where there is one. */
function ReportPart() {
  const t = useT();
  const id = useId();
  const { readBugReport, copyReport, issueForm } = useOptions();
  const [report, setReport] = useState<string | null>(null);
  useEffect(() => {
    readBugReport().then(setReport, () => setReport(null));
  }, [readBugReport]);
  return (
    <div className="part" id="report">
      <h3 id="report-heading" tabIndex={-1}>
        {t('report_problem')}
      </h3>
      <p id={id} className="quiet">
        {t('report_what')}
      </p>
      <textarea className="report-text" readOnly rows={10} value={report ?? ''} aria-labelledby={id} />
      <div className="actions">
        <CopyButton
          label={t(issueForm() === null ? 'report_copy' : 'report_copy_open')}
          text={report ?? readBugReport}
          copy={copyReport}
        />
      </div>
    </div>
  );
}

/** What Understudy sees of each assistant and what it does not, with what to do about it. */
export function WhatWorksSection() {
  const speech = useSpeech();
  const { t } = speech;
  const { status, options, grants } = useOptions();
  const { general, rows } = whatWorks(status, options, grants ?? { origins: [], hasEvidence: false }, speech);
  const isHealthy = general.length === 0 && rows.every(({ spots }) => spots.length === 0);
  return (
    <>
      <p className="quiet">{t(isHealthy ? 'works_healthy' : 'works_blind')}</p>
      {general.map(({ key, text }) => (
        <p key={key} className="blind-line">
          <SignIcon sign="unknown" size={12} />
          <span>{text}</span>
        </p>
      ))}
      {rows.length > 0 && grants !== null && (
        <table className="works">
          <thead>
            <tr>
              <th scope="col">{t('works_assistant')}</th>
              <th scope="col">{t('works_page')}</th>
              <th scope="col">{t('works_banner')}</th>
              <th scope="col">{t('works_messages')}</th>
              <th scope="col">{t('works_draft')}</th>
            </tr>
          </thead>
          {rows.map((row) => (
            <Row key={row.assistant.id} {...row} />
          ))}
        </table>
      )}
      <ReportPart />
    </>
  );
}
