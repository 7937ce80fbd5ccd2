import { KeptDraftList } from '@/components/kept-draft-list';
import type { KeptDraftView } from '@/utils/ui/kept-drafts-view';
import type { PopupActions } from '@/utils/ui/popup/popup-actions';
import type { PopupLabels } from '@/utils/ui/popup/popup-labels';

interface Props {
  kept: KeptDraftView[];
  labels: PopupLabels;
  actions: PopupActions;
}

/** What was typed while an assistant was in trouble, framed like a draft that waits. */
export function KeptDrafts({ kept, labels, actions }: Props) {
  return (
    <section className="carried">
      <KeptDraftList kept={kept} labels={labels} actions={actions} />
    </section>
  );
}
