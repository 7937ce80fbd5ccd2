import { CopyButton, Switch } from '@/components/controls';
import { TimedText } from '@/components/small';
import type { EvidenceLogView } from '@/utils/ui/options/evidence-log';
import type { SectionProps } from './section-props';

interface EvidenceLogProps {
  view: EvidenceLogView;
  labels: { copied: string; copyFailed: string };
  copy: (text: string) => Promise<boolean>;
}

/** Which of the person's own requests counted. It brings no heading of its own: it stands beneath one of level 3. */
export function EvidenceLog({ view, labels, copy }: EvidenceLogProps) {
  const { nothing, assistants, report } = view;
  return (
    <>
      {nothing !== null && <p className="quiet">{nothing}</p>}
      {assistants.map(({ assistantId, name, lines }) => (
        <section key={assistantId} data-assistant={assistantId}>
          <h4>{name}</h4>
          <ol className="list decisions">
            {lines.map(({ key, at, what, met, verdict, isFailed }) => (
              <li key={key} data-told={isFailed}>
                <p className="decision">
                  <span>{what}</span>
                  <span className="quiet">
                    <TimedText value={at} />
                  </span>
                </p>
                <p className="meta">
                  {verdict} <code>{met}</code>
                </p>
              </li>
            ))}
          </ol>
        </section>
      ))}
      {nothing === null && (
        <>
          <div className="actions">
            <CopyButton label={report.label} text={report.text} labels={labels} copy={copy} />
          </div>
          <p className="meta">{report.what}</p>
        </>
      )}
    </>
  );
}

/** Whether failing messages are noticed, and which of them counted. */
export function NoticingSection({ view, actions }: SectionProps) {
  const { noticing, lack, log } = view.noticing;
  return (
    <>
      <Switch {...noticing} onToggle={noticing.isOn ? actions.dropEvidence : actions.allowEvidence} />
      {lack !== null && <p>{lack}</p>}
      <div className="part">
        <h3>{log.heading}</h3>
        <EvidenceLog view={log} labels={view.labels} copy={actions.copy} />
      </div>
    </>
  );
}
