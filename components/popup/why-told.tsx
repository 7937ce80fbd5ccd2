import { CopyButton, Disclosure } from '@/components/controls';
import { TimedText } from '@/components/small';
import type { PopupActions } from '@/utils/ui/popup/store';
import type { PopupLabels } from '@/utils/ui/popup/view';
import type { PopupWhy } from '@/utils/ui/popup/why';

/** When it last worked, page by page, and what kept it from reading. */
export function WatcherHealth({ health }: { health: PopupWhy['health'] }) {
  return (
    <section>
      <h3>{health.heading}</h3>
      <ul className="health">
        <li className="quiet">
          <TimedText value={health.tick} />
        </li>
        {health.repaired !== null && (
          <li>
            <TimedText value={health.repaired} />
          </li>
        )}
        {health.pages.map(({ assistantId, text, failure }) => (
          <li key={assistantId}>
            <p className="quiet">{text}</p>
            {failure !== null && <p>{failure}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface WhyToldProps {
  why: PopupWhy | null;
  labels: PopupLabels;
  actions: PopupActions;
}

/** What came up lately and why it was told or not; below it, how the watcher itself is. */
export function WhyTold({ why, labels, actions }: WhyToldProps) {
  return (
    <Disclosure heading={labels.why} gist={null} isOpen={why !== null} onToggle={() => actions.toggle('why')}>
      {why !== null && (
        <>
          {why.decisions.length === 0 && <p className="quiet">{why.nothing}</p>}
          <ol className="list decisions">
            {why.decisions.map((line) => (
              <li key={line.key} data-told={line.isTold}>
                <p className="decision">
                  <span>{line.what}</span>
                  <span className="quiet">
                    <TimedText value={line.at} />
                  </span>
                </p>
                <p className="meta">{line.why}</p>
              </li>
            ))}
          </ol>
          <WatcherHealth health={why.health} />
          <div className="actions">
            <CopyButton label={why.report.label} text={why.report.text} copy={actions.copy} />
          </div>
          <p className="meta">{why.report.what}</p>
        </>
      )}
    </Disclosure>
  );
}
