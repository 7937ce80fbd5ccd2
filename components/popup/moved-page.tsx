import { CopyButton } from '@/components/copy-button';
import type { PopupActions } from '@/utils/ui/popup/popup-actions';
import type { PopupLabels } from '@/utils/ui/popup/popup-labels';
import type { RowMoved } from '@/utils/ui/popup/row-moved';

interface Props {
  moved: RowMoved;
  labels: PopupLabels;
  actions: PopupActions;
}

/** The status page itself, and a report that helps us to find it again. */
export function MovedPage({ moved: { page, report }, labels, actions }: Props) {
  return (
    <div className="actions">
      <a className="button small" href={page.url} target="_blank" rel="noopener noreferrer" aria-label={page.name}>
        {page.label}
      </a>
      <CopyButton label={report.label} text={report.text} labels={labels} copy={actions.copy} />
    </div>
  );
}
