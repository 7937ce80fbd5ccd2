import { ManagedSetting, Switch } from '@/components/controls';
import { KeptDraftList } from '@/components/kept-draft-list';
import type { SectionProps } from './section-props';

/** Whether what is typed is kept while there is trouble, and what is kept now. */
export function DraftsSection({ view, actions }: SectionProps) {
  const { keeping, lack, kept, nothing, eraseAll } = view.drafts;
  return (
    <>
      <ManagedSetting note={view.preset.keepsDrafts}>
        <Switch {...keeping} onToggle={() => actions.setKeeping(!keeping.isOn)} />
      </ManagedSetting>
      {lack !== null && <p>{lack}</p>}
      {kept.length === 0 ? (
        <p className="quiet">{nothing}</p>
      ) : (
        <KeptDraftList kept={kept} labels={view.labels} actions={actions} />
      )}
      {kept.length > 1 && (
        <div className="actions">
          <button type="button" className="button" onClick={() => actions.discardKept(null)}>
            {eraseAll}
          </button>
        </div>
      )}
    </>
  );
}
