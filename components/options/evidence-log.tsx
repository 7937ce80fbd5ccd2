import type { ReactNode } from 'react';
import type { EvidenceLogView } from '@/utils/ui/evidence-log';

interface Props {
  view: EvidenceLogView;
  /** A button that copies the report. */
  children?: ReactNode;
}

/** Which of the person's own requests counted. It brings no heading of its own: it stands beneath one. */
export function EvidenceLog({ view, children }: Props) {
  return (
    <>
      {view.nothing !== null && <p className="quiet">{view.nothing}</p>}
      {view.assistants.map(({ assistantId, name, lines }) => (
        <section key={assistantId} data-assistant={assistantId}>
          <h3>{name}</h3>
          <ol className="list decisions">
            {lines.map(({ key, at, what, met, verdict, isFailed }) => (
              <li key={key} data-told={isFailed}>
                <p className="decision">
                  <span>{what}</span>
                  <span className="quiet" title={at.full ?? undefined}>
                    {at.text}
                  </span>
                </p>
                <p className="meta">
                  <code>{met}</code> {verdict}
                </p>
              </li>
            ))}
          </ol>
        </section>
      ))}
      {children !== undefined && <div className="actions">{children}</div>}
      <p className="meta">{view.report.what}</p>
    </>
  );
}
