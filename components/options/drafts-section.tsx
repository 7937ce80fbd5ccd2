import { ManagedSetting, Switch } from '@/components/controls';
import { KeptDraftList } from '@/components/kept-draft-list';
import { keptDraftsView } from '@/utils/ui/kept-drafts-view';
import { lacksChatSite } from '@/utils/ui/options/assistants';
import { useOptions } from '@/utils/ui/options/store';
import { presetNotes } from '@/utils/ui/options-access';
import { useSpeech } from '@/utils/ui/page-context';

/** Whether drafts are saved during an issue, and the drafts that are saved now. */
export function DraftsSection() {
  const speech = useSpeech();
  const { t } = speech;
  const { options, preset, grants, drafts, evidence, ...actions } = useOptions();
  const { keepsDrafts } = options;
  const kept = keptDraftsView({ drafts, events: evidence.events }, speech);
  return (
    <>
      <ManagedSetting note={presetNotes(preset, speech).keepsDrafts}>
        <Switch
          text={t('popup_keeping')}
          why={t('popup_keeping_why')}
          isOn={keepsDrafts}
          onToggle={() => actions.setKeeping(!keepsDrafts)}
        />
      </ManagedSetting>
      {keepsDrafts && lacksChatSite(options, grants) && <p>{t('needs_chat_site')}</p>}
      {kept.length === 0 ? (
        <p className="quiet">{t('drafts_nothing')}</p>
      ) : (
        <KeptDraftList kept={kept} actions={actions} />
      )}
      {kept.length > 1 && (
        <div className="actions">
          <button type="button" className="button" onClick={() => actions.discardKept(null)}>
            {t('drafts_erase_all')}
          </button>
        </div>
      )}
    </>
  );
}
