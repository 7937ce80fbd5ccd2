import type { KeptDraftView } from '@/utils/ui/kept-drafts-view';
import type { ChoiceActions } from '@/utils/ui/options-access';
import { CopyButton } from './controls';
import { TimedText } from './small';

interface Props {
  kept: KeptDraftView[];
  labels: { copied: string; copyFailed: string };
  actions: Pick<ChoiceActions, 'copy' | 'discardKept'>;
}

/** The saved drafts, each with a button to copy and one to discard it. The texts are not shown. */
export function KeptDraftList({ kept, labels, actions }: Props) {
  return (
    <ul className="kept">
      {kept.map(({ key, assistantId, at, said, text, copy, discard, discardFor }) => (
        <li key={key}>
          <p>
            <TimedText value={said} />
          </p>
          <div className="actions">
            <CopyButton label={copy} text={text} labels={labels} copy={actions.copy} />
            <button
              type="button"
              className="button plain"
              aria-label={discardFor}
              onClick={() => actions.discardKept({ assistantId, at })}
            >
              {discard}
            </button>
          </div>
        </li>
      ))}
    </ul>
  );
}
