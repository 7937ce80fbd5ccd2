import { CopyButton } from '@/components/copy-button';
import { Disclosure } from '@/components/disclosure';
import { TimedText } from '@/components/timed-text';
import type { PopupActions } from '@/utils/ui/popup/popup-actions';
import type { PopupLabels } from '@/utils/ui/popup/popup-labels';
import type { PopupWhy } from '@/utils/ui/popup/popup-why';
import { WatcherHealth } from './watcher-health';

interface Props {
  why: PopupWhy | null;
  labels: PopupLabels;
  actions: PopupActions;
}

/** What came up lately and why it was told or not; below it, how the watcher itself is. */
export function WhyTold({ why, labels, actions }: Props) {
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
            <CopyButton label={why.report.label} text={why.report.text} labels={labels} copy={actions.copy} />
          </div>
          <p className="meta">{why.report.what}</p>
        </>
      )}
    </Disclosure>
  );
}
