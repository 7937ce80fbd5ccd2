import { CopyButton } from '@/components/copy-button';
import { TimedText } from '@/components/timed-text';
import type { EvidenceLogView } from '@/utils/ui/options/evidence-log';

interface Props {
  view: EvidenceLogView;
  labels: { copied: string; copyFailed: string };
  copy: (text: string) => Promise<boolean>;
}

/** Which of the person's own requests counted. It brings no heading of its own: it stands beneath one of level 3. */
export function EvidenceLog({ view, labels, copy }: Props) {
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
